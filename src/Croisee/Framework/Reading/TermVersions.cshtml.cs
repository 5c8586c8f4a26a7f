using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Framework.Reading;

/// <summary>How the words of a list changed on this instance, the newest first, each with its day and its reason; then the words it came with.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class TermVersionsModel(AppDb db) : Screen
{
    public const int Shown = 200;

    [FromRoute] public string Slug { get; set; } = "";
    public Vocabulary Vocabulary { get; private set; } = null!;
    public IReadOnlyList<TermVersion> Versions { get; private set; } = [];
    /// <summary>The terms that changed, as they were by default.</summary>
    public IEnumerable<Term> Changed => Vocabulary.Terms.Where(t => Versions.Any(v => v.Code == t.Code));

    public override async Task<IActionResult?> Prepare()
    {
        if (FrameworkAddress.Vocabulary(Slug) is not { } vocabulary) return NotFound();
        Vocabulary = vocabulary;
        Versions = await db.TermVersions.AsNoTracking().Where(v => v.Vocabulary == vocabulary.Code).OrderByDescending(v => v.Edition).Take(Shown).ToListAsync();
        return null;
    }

    public void OnGet() { }
}
