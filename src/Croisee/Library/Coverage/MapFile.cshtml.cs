using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Coverage;

/// <summary>The numbers of a map as a file, with codes and labels, every case blanche included.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MapFileModel(ISheetSearch search, Labels labels, Localizer words) : MapScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        if (Faults.Count > 0) return BadRequest(string.Join("\n", Faults));
        var map = Crossed ?? await Grid();
        return File(map.Csv(), CsvFile.Type, $"croisee-carte-{map.Rows.Field}-{map.Columns.Field}.csv");
    }
}
