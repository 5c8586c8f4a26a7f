using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Paper;
using Croisee.People;
using Croisee.Ui.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Collections;

[Audience(Audience.Public)]
public sealed class BookletPdfModel(AppDb db, Visitor visitor, Labels labels, Settings settings, SheetNews news, SheetsBeside beside, TimeProvider clock) : BookletScreen(db, visitor, labels, settings, news, beside, clock)
{
    readonly string origin = settings.Origin;
    public bool IsBusy { get; private set; }

    public async Task<IActionResult> OnGet([FromServices] PaperFonts fonts, [FromServices] PaperShelf shelf)
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (fonts.Set is not { } set) return Page();
        var paper = new BookletPaper(Collection.Title, Collection.Introduction, Organisation, Address, Collection.UpdatedAt, Sheets, origin);
        if (await shelf.Get(Key, () => paper.Make(set), HttpContext.RequestAborted) is not { } file)
        {
            IsBusy = true;
            Response.Headers.RetryAfter = "60";
            return Page();
        }
        Response.StatusCode = StatusCodes.Status200OK;
        return PaperFile.Of(file, $"dossier-{Collection.Reference}.pdf");
    }
}
