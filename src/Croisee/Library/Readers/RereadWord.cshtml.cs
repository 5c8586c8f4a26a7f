using Croisee.Data;
using Croisee.Journal;
using Croisee.Library.Reading;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Library.Readers;

/// <summary>A reader asks the moderation to read again what is shown beside a sheet, without an account. Limited by network, as words are.</summary>
[Audience(Audience.Public), EnableRateLimiting(Limits.Words)]
public sealed class RereadWordModel(AppDb db, AskReread ask, Network network, HidesOfNetwork hides) : SheetScreen(db), IRereadScreen
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public RereadForm Form { get; set; } = new();
    public ReaderWord Word { get; private set; } = null!;
    public bool Asked { get; private set; }
    public bool ByAuthors => false;
    public bool MayHide => hides.MayHide(network.Of(HttpContext));
    public string Back => $"/experiences/{Reference}";

    protected override async Task<IActionResult?> Ready()
    {
        if (await ask.Find(Sheet.Id, Id) is not { } word) return NotFound();
        Word = word;
        return null;
    }

    public void OnGet(string? fait) => Asked = fait == "demande" && Word.RereadAskedAt is not null;

    public async Task<IActionResult> OnPost()
    {
        await ask.Run(Sheet, Word, Form, Actor.System, network.Of(HttpContext));
        return Redirect($"/experiences/{Reference}/question/{Id}/relecture?fait=demande");
    }
}
