using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>On a shared device: this browser forgets whom it writes for.</summary>
[Audience(Audience.Author)]
public sealed class LeaveModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    /// <summary>Of somebody else, perhaps, on this same device.</summary>
    public int Others { get; private set; }

    protected override async Task<IActionResult?> Ready()
    {
        var mine = Cookie.Read(Request);
        Others = (await Db.Authors.AsNoTracking().Where(a => mine.Contains(a.Id) && a.EndedAt == null && a.ExperienceId != Experience.Id).ToListAsync()).Where(a => Cookie.Opens(Request, a)).Select(a => a.ExperienceId).Distinct().Count();
        return null;
    }

    public void OnGet() { }

    public IActionResult OnPost()
    {
        AuthorCookie.Drop(Response);
        Flash("C’est fermé sur cet appareil. Votre code ouvre la suite.");
        return Redirect("/suivre");
    }
}
