using System.Text;
using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Reading;

/// <summary>The citation as a file: <c>bibtex</c> or <c>ris</c>.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CiteFileModel(AppDb db, Settings settings, TimeProvider clock) : SheetScreen(db)
{
    [FromRoute(Name = "format")] public string Format { get; set; } = "";

    public IActionResult OnGet()
    {
        var citation = Citation.Of(Sheet, Told, settings.Origin, clock.ParisToday());
        return Format switch
        {
            "bibtex" => File(Encoding.UTF8.GetBytes(citation.BibTex()), "application/x-bibtex; charset=utf-8", $"{Reference}.bib"),
            "ris" => File(Encoding.UTF8.GetBytes(citation.Ris()), "application/x-research-info-systems; charset=utf-8", $"{Reference}.ris"),
            _ => NotFound(),
        };
    }
}
