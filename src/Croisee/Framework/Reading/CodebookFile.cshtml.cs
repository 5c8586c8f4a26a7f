using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Framework.Reading;

[Audience(Audience.Public), OutputCache(PolicyName = PublicCache.Name)]
public sealed class CodebookFileModel(Labels labels) : Screen
{
    public IActionResult OnGet() => File(Codebook.Csv(labels.Book.Codebook()), "text/csv; charset=utf-8", $"croisee-vocabulaires-v{Vocabularies.Version}-{labels.Book.Edition}.csv");
}
