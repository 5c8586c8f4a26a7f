using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Framework.Wording;

[Audience(Audience.Office, Role.Administrator)]
public sealed class WordingsModel(AppDb db, Visitor visitor, Labels labels) : Screen
{
    public const int Shown = 200;

    [FromQuery(Name = "liste")] public string? List { get; set; }
    public Vocabulary? Chosen { get; private set; }
    public IReadOnlyList<FrameworkLabel> Changed { get; private set; } = [];
    public LabelBook Book => labels.Book;

    public override async Task<IActionResult?> Prepare()
    {
        if (WordingDesk.Root(visitor) is null) return NotFound();
        if (!string.IsNullOrEmpty(List) && (Chosen = FrameworkAddress.Vocabulary(List)) is null) return NotFound();
        var rows = await db.FrameworkLabels.AsNoTracking().OrderBy(l => l.Vocabulary).ThenBy(l => l.Code).Take(Shown).ToListAsync();
        Changed = [.. rows.Where(l => l.Changes && Vocabularies.Has(l.Code))];
        return null;
    }

    public void OnGet() { }
}
