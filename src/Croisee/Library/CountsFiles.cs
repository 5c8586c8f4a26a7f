using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Brakes;
using Croisee.Library.Coverage;
using Croisee.Library.Places;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library;

/// <summary>The numbers of a map as a file, with codes and labels, every case blanche included.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MapFileModel(ISheetSearch search, Labels labels, Localizer words) : MapScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        var map = Crossed ?? await Grid();
        return Csv(map.Csv(), $"croisee-carte-{map.Rows.Field}-{map.Columns.Field}.csv");
    }
}

/// <summary>The shares as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class SharesFileModel(ISheetSearch search, Labels labels, Localizer words) : MapScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Csv((await Shares()).Csv(await Missing()), "croisee-parts.csv");
    }
}

/// <summary>The numbers of the map of France as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class FranceFileModel(ISheetSearch search, Labels labels, Localizer words) : FranceScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Csv(Map.Csv(), "croisee-fiches-par-region.csv");
    }
}

/// <summary>The numbers of the map by department as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class DepartmentsFileModel(ISheetSearch search, Labels labels, Localizer words) : FranceScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Csv(Map.CsvByDepartment(), "croisee-fiches-par-departement.csv");
    }
}

/// <summary>Every brake with every lever as a file: counts, what was to be expected, and whether the sheets are few.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class BrakesFileModel(ISheetSearch search, Labels labels, Localizer words, Settings settings) : BrakesScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Csv(Told.Csv(settings.Origin), "croisee-freins-et-leviers.csv");
    }
}
