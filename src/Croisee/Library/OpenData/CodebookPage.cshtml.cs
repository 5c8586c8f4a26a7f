using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.OpenData;

/// <summary>The codebook of the open data as a table.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CodebookPageModel(Labels labels) : Screen
{
    public IActionResult OnGet() => File(CsvFile.Of(SheetCodebook.Rows(labels.Book).Prepend([.. SheetCodebook.Head])), CsvFile.Type, $"croisee-codes-v{Vocabularies.Version}-{labels.Book.Edition}.csv");
}
