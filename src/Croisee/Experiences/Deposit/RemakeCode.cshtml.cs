using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.Deposit;

/// <summary>Whoever writes with somebody makes them a new code when theirs is lost, whatever became of the text, until it is withdrawn (EXP-R11, EXP-R12).</summary>
[Audience(Audience.Author)]
public sealed class RemakeCodeModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public Author Holder { get; private set; } = null!;
    public string VoiceName => AuthorsModel.Name(Holder.Voice);

    protected override Task<IActionResult?> Ready()
    {
        if (Experience.State is ExperienceState.Withdrawn) return Task.FromResult<IActionResult?>(Redirect($"/suivre/fiche/{Reference}"));
        if (Experience.Authors.SingleOrDefault(a => a.Id == Id && a.EndedAt is null) is not { } author) return Task.FromResult<IActionResult?>(NotFound());
        Holder = author;
        return Task.FromResult<IActionResult?>(author.Id == Me.Id ? Redirect($"/deposer/fiche/{Reference}/nouveau-code") : null);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var code = SpokenCode.New();
        Holder.Recode(SpokenCode.Hash(SpokenCode.Read(code)!), Now);
        Record(Acts.CodeRenewed);
        await Db.SaveChangesAsync();
        Cookie.Show(Response, Holder.Id, code);
        return Redirect($"/deposer/fiche/{Reference}/code");
    }
}
