using Croisee.Framework;
using Croisee.Library.Brakes;
using Croisee.Library.Coverage;
using Croisee.Library.OpenData;
using Croisee.Library.Places;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library;

/// <summary>The numbers of a map as a file, with codes and labels, every case blanche included.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MapFileModel(ISheetSearch search, Labels labels, Localizer words, SheetDownloads files) : MapScreen(search, labels, words)
{
    protected override IEnumerable<string> Keys => [.. base.Keys, OpenTable.FormatKey];

    public async Task<IActionResult> OnGet()
    {
        await Read();
        var map = Crossed ?? await Grid();
        return TableFile(files, CountsTable.MapOf(map.Rows, map.Columns), map.Lines(files.Origin), $"croisee-carte-{map.Rows.Field}-{map.Columns.Field}");
    }
}

/// <summary>The shares as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class SharesFileModel(ISheetSearch search, Labels labels, Localizer words, SheetDownloads files) : MapScreen(search, labels, words)
{
    protected override IEnumerable<string> Keys => [.. base.Keys, OpenTable.FormatKey];

    public async Task<IActionResult> OnGet()
    {
        await Read();
        return TableFile(files, CountsTable.Shares, (await Shares()).Told(files.Origin).Concat((await Missing()).Told(files.Origin)), "croisee-parts");
    }
}

/// <summary>The numbers of the map of France as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class FranceFileModel(ISheetSearch search, Labels labels, Localizer words, SheetDownloads files) : FranceScreen(search, labels, words)
{
    protected override IEnumerable<string> Keys => [OpenTable.FormatKey];

    public async Task<IActionResult> OnGet()
    {
        await Read();
        return TableFile(files, CountsTable.Regions, Map.LinesByRegion(files.Origin), "croisee-fiches-par-region");
    }
}

/// <summary>The numbers of the map by department as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class DepartmentsFileModel(ISheetSearch search, Labels labels, Localizer words, SheetDownloads files) : FranceScreen(search, labels, words)
{
    protected override IEnumerable<string> Keys => [OpenTable.FormatKey];

    public async Task<IActionResult> OnGet()
    {
        await Read();
        return TableFile(files, CountsTable.Departments, Map.LinesByDepartment(files.Origin), "croisee-fiches-par-departement");
    }
}

/// <summary>Every brake with every lever as a file: counts, what was to be expected, and whether the sheets are few.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class BrakesFileModel(ISheetSearch search, Labels labels, Localizer words, SheetDownloads files) : BrakesScreen(search, labels, words)
{
    protected override IEnumerable<string> Keys => [OpenTable.FormatKey];

    public async Task<IActionResult> OnGet()
    {
        await Read();
        return TableFile(files, CountsTable.Brakes, Told.Lines(files.Origin), "croisee-freins-et-leviers");
    }
}
