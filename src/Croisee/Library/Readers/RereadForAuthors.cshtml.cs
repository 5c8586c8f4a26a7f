using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>The authors of a sheet ask, with their code, that the moderation reads again what is shown beside it.</summary>
[Audience(Audience.Author), EnableRateLimiting(Limits.Words)]
public sealed class RereadForAuthorsModel(AppDb db, AuthorCookie cookie, TimeProvider clock, AskReread ask) : AuthorScreen(db, cookie, clock), IRereadScreen
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public RereadForm Form { get; set; } = new();
    public ReaderWord Word { get; private set; } = null!;
    public bool Asked { get; private set; }
    public bool ByAuthors => true;
    public bool MayHide => true;
    public string Back => $"/suivre/fiche/{Reference}";

    protected override async Task<IActionResult?> Ready()
    {
        if (await ask.Find(Experience.Id, Id) is not { } word) return Redirect(Back);
        Word = word;
        return null;
    }

    public void OnGet(string? fait) => Asked = fait == "demande" && Word.RereadAskedAt is not null;

    public async Task<IActionResult> OnPost()
    {
        await ask.Run(await Db.Sheets.AsNoTracking().SingleAsync(s => s.Id == Experience.Id), Word, Form, Actor);
        return Redirect($"/suivre/fiche/{Reference}/questions/{Id}/relecture?fait=demande");
    }
}
