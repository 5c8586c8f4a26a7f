using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Calls;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site;

/// <summary>One screen: what this is, how to begin, which call is open, what words have already changed.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class HomeModel(AppDb db, TimeProvider clock, DemoMode demo, ChangedByWords changed, Localizer words) : Screen
{
    public sealed record CallLine(string Slug, string Title, string Organisation, string Why, string Until);

    /// <summary>Calls shown here; a page shows the others.</summary>
    const int Shown = 3;

    public IReadOnlyList<CallLine> Calls { get; private set; } = [];
    public int OpenCalls { get; private set; }
    public IReadOnlyList<ChangedByWords.Line> Threads { get; private set; } = [];
    public bool Demo => demo.On;
    public string TellPath => OpenCalls == 1 ? $"/appels/{Calls[0].Slug}" : "/appels";

    public override async Task<IActionResult?> Prepare()
    {
        var today = clock.ParisToday();
        var calls = db.Calls.AsNoTracking().Where(c => c.PublishedAt != null && c.OpensOn <= today && c.ClosesOn >= today);
        var open = await calls.OrderBy(c => c.ClosesOn).Take(Shown)
            .Select(c => new { c.Slug, c.Title, c.EasyTitle, Organisation = c.Organisation.Name, c.Blocks, c.ClosesOn }).ToListAsync();
        OpenCalls = open.Count < Shown ? open.Count : await calls.CountAsync();
        var easy = words.Mode is ReadingMode.EasyRead;
        Calls = [.. open.Select(c => new CallLine(c.Slug, (easy ? c.EasyTitle : null) ?? c.Title, c.Organisation, easy && c.Blocks.Why.Easy.Length > 0 ? c.Blocks.Why.Easy : CallCard.Beginning(c.Blocks.Why.Text), Capital(c.ClosesOn.UntilInclusive())))];
        Threads = await changed.Latest(3);
        return null;
    }

    public void OnGet() { }

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
