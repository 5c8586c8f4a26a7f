using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.Deposit;

/// <summary>A code that was given can be taken back, one's own too while another stays: whoever wrote with it leaves, the text stays (EXP-R11).</summary>
[Audience(Audience.Author)]
public sealed class RetireCodeModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public Author Retired { get; private set; } = null!;
    public bool IsMine => Retired.Id == Me.Id;
    public string VoiceName => AuthorsModel.Name(Retired.Voice);

    protected override Task<IActionResult?> Ready()
    {
        if (Experience.State is ExperienceState.Withdrawn) return Task.FromResult<IActionResult?>(Redirect($"/suivre/fiche/{Reference}"));
        if (Experience.Authors.SingleOrDefault(a => a.Id == Id && a.EndedAt is null) is not { } author) return Task.FromResult<IActionResult?>(NotFound());
        Retired = author;
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Experience.Retire(Retired, Now);
        Record(Acts.AuthorEnded);
        await Db.SaveChangesAsync();
        if (IsMine) Cookie.Remove(HttpContext, [Me.Id]);
        Flash(IsMine ? "Votre code est retiré. Les autres personnes continuent." : "Le code est retiré : il n’ouvre plus rien.");
        return Redirect(IsMine ? "/suivre" : $"/deposer/fiche/{Reference}/auteurs");
    }
}
