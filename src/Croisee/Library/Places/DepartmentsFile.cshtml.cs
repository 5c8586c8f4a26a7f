using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Places;

/// <summary>The numbers of the map by department as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class DepartmentsFileModel(ISheetSearch search, Labels labels, Localizer words) : FranceScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Ask.Faults.Count > 0 ? BadRequest(string.Join("\n", Ask.Faults)) : File(Map.CsvByDepartment(), CsvFile.Type, "croisee-fiches-par-departement.csv");
    }
}
