using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Coverage;

/// <summary>The shares as a file.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class SharesFileModel(ISheetSearch search, Labels labels, Localizer words) : MapScreen(search, labels, words)
{
    public async Task<IActionResult> OnGet()
    {
        await Read();
        return Faults.Count > 0 ? BadRequest(string.Join("\n", Faults)) : File((await Shares()).Csv(), CsvFile.Type, "croisee-parts.csv");
    }
}
