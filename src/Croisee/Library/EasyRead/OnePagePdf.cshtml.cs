using System.Globalization;
using Croisee.Data;
using Croisee.Library.Paper;
using Croisee.People;
using Croisee.Ui.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.EasyRead;

/// <summary>The easy-read page as an accessible PDF, kept by what it shows.</summary>
[Audience(Audience.Public)]
public sealed class OnePagePdfModel(AppDb db, Settings settings, PaperFonts fonts, PaperPictures pictures, PaperShelf shelf, SheetNews news) : EasyPageScreen(db, settings, news)
{
    public bool IsBusy { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (fonts.Set is not { } set) return Later();
        var key = string.Create(CultureInfo.InvariantCulture, $"facile-{Reference}-{Sheet.Version}-{Sheet.Number}-{Easy.Code}-{Easy.Changed}-{Easy.At?.Ticks}-{News}");
        var file = await shelf.Get(key, () => OnePagePaper.Make(this, set, pictures), HttpContext.RequestAborted);
        if (file is null) { IsBusy = true; return Later(); }
        return PaperFile.Of(file, $"{Reference}-facile.pdf");
    }

    IActionResult Later()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (IsBusy) Response.Headers.RetryAfter = "60";
        return Page();
    }
}
