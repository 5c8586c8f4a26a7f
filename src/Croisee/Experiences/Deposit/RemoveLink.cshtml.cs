using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

[Audience(Audience.Author)]
public sealed class RemoveLinkModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public WebLink Given { get; private set; } = null!;
    /// <summary>The page that everyone reads may show it: it stays there until its authors agree to the next one.</summary>
    public bool StaysPublic => Experience.ShownSince is not null;

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override async Task<IActionResult?> Ready()
    {
        if (!Experience.IsOpenToAuthors) return Redirect($"/suivre/fiche/{Reference}");
        if (await Db.WebLinks.SingleOrDefaultAsync(l => l.Id == Id && l.ExperienceId == Experience.Id) is not { } link) return NotFound();
        Given = link;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Db.WebLinks.Remove(Given);
        Experience.Touch(Now);
        Record(Acts.LinkRemoved);
        await Db.SaveChangesAsync();
        Flash(StaysPublic ? "Le lien est retiré de la prochaine version." : "Le lien est retiré.");
        return Redirect($"/deposer/fiche/{Reference}/pieces");
    }
}
