using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Brakes;

/// <summary>Every brake with every lever as a file: counts, what was to be expected, and whether the sheets are few.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class BrakesFileModel(ISheetSearch search, Labels labels, Localizer words) : BrakesScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Ask.Faults.Count > 0 ? BadRequest(string.Join("\n", Ask.Faults)) : File(Told.Csv(), CsvFile.Type, "croisee-freins-et-leviers.csv");
    }
}
