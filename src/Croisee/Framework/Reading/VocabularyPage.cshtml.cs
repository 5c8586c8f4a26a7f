using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class VocabularyPageModel(AppDb db, Labels labels) : Screen
{
    [FromRoute] public string Slug { get; set; } = "";
    public Vocabulary Vocabulary { get; private set; } = null!;
    public int Versions { get; private set; }
    public LabelBook Book => labels.Book;

    public override async Task<IActionResult?> Prepare()
    {
        if (FrameworkAddress.Vocabulary(Slug) is not { } vocabulary) return NotFound();
        Vocabulary = vocabulary;
        Versions = await db.TermVersions.CountAsync(v => v.Vocabulary == vocabulary.Code);
        return null;
    }

    public void OnGet() { }
}
