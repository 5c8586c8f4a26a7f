using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Places;

/// <summary>The numbers of the map of France as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class FranceFileModel(ISheetSearch search, Labels labels, Localizer words) : FranceScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Ask.Faults.Count > 0 ? BadRequest(string.Join("\n", Ask.Faults)) : File(Map.Csv(), CsvFile.Type, "croisee-fiches-par-region.csv");
    }
}
