using System.Text;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.OpenData;

/// <summary>The entry for a catalogue of open data: <c>ttl</c> or <c>jsonld</c>.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CataloguePageModel(OpenDataFacts facts, AppDb db) : Screen
{
    [FromRoute(Name = "format")] public string Format { get; set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (Format is not ("ttl" or "jsonld")) return NotFound();
        var things = DcatCatalogue.Of(await facts.Read(HttpContext.RequestAborted), await OpenTable.Offered(db, HttpContext.RequestAborted));
        Response.Headers.AccessControlAllowOrigin = "*";
        return Format == "ttl" ? File(Encoding.UTF8.GetBytes(Rdf.Turtle(things)), "text/turtle; charset=utf-8") : File(Rdf.JsonLd(things), "application/ld+json; charset=utf-8");
    }

}
