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

    public IReadOnlyList<CallLine> Calls { get; private set; } = [];
    public IReadOnlyList<ChangedByWords.Line> Threads { get; private set; } = [];
    public bool Demo => demo.On;
    public string TellPath => Calls.Count == 1 ? $"/appels/{Calls[0].Slug}" : "/appels";

    public override async Task<IActionResult?> Prepare()
    {
        var today = clock.ParisToday();
        var open = await db.Calls.AsNoTracking().Where(c => c.PublishedAt != null && c.OpensOn <= today && c.ClosesOn >= today).OrderBy(c => c.ClosesOn).Take(3)
            .Select(c => new { c.Slug, c.Title, c.EasyTitle, Organisation = c.Organisation.Name, c.Blocks, c.ClosesOn }).ToListAsync();
        var easy = words.Mode is ReadingMode.EasyRead;
        Calls = [.. open.Select(c => new CallLine(c.Slug, (easy ? c.EasyTitle : null) ?? c.Title, c.Organisation, easy && c.Blocks.Why.Easy.Length > 0 ? c.Blocks.Why.Easy : CallCard.Beginning(c.Blocks.Why.Text), Capital(c.ClosesOn.UntilInclusive())))];
        Threads = await changed.Latest(3);
        return null;
    }

    public void OnGet() { }

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
