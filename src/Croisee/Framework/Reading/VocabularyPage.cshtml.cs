using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class VocabularyPageModel(Labels labels) : Screen
{
    [FromRoute] public string Slug { get; set; } = "";
    public Vocabulary Vocabulary { get; private set; } = null!;
    public LabelBook Book => labels.Book;

    public override Task<IActionResult?> Prepare()
    {
        if (FrameworkAddress.Vocabulary(Slug) is not { } vocabulary) return Task.FromResult<IActionResult?>(NotFound());
        Vocabulary = vocabulary;
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() { }
}
