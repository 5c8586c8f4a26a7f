using Croisee.Library.Reading;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.OpenData;

/// <summary>The sheets of any state of the search as a file: <c>csv</c>, <c>xlsx</c>, <c>ods</c> or <c>jsonl</c>. Never kept: it is as long as the library.</summary>
[Audience(Audience.Public)]
public sealed class SheetsFilePageModel : Screen
{
    public const string Path = "/repertoire/fichier/";

    [FromRoute(Name = "format")] public string Format { get; set; } = "";

    public IActionResult OnGet()
    {
        if (SheetFormat.Find(Format) is not { } format) return NotFound();
        var asked = LibraryAddress.Read(Request.Query);
        return asked.Faults.Count > 0 ? BadRequest(string.Join("\n", asked.Faults)) : new SheetsFile(format, asked);
    }
}
