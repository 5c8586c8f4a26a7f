using System.Globalization;
using System.Runtime.CompilerServices;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.People;
using Croisee.Ui.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Paper;

/// <summary>The sheet as an accessible PDF: tagged, in French, with bookmarks. Kept by what it shows.</summary>
[Audience(Audience.Public)]
public sealed class SheetPdfModel(AppDb db, Labels labels, Settings settings, PaperFonts fonts, PaperShelf shelf, SheetNews news, SheetsBeside beside, TimeProvider clock) : SheetScreen(db)
{
    public bool IsBusy { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (fonts.Set is not { } set) return Later();
        var today = clock.ParisToday();
        var view = new SheetView(Told, labels, Easy, Reference, $"{settings.Origin}/experiences/{Reference}", today, Sheet.Number, Sheet.PublishedAt, Sheet.UpdatedAt) { News = await news.Of(Sheet), Beside = await beside.Of(Sheet.Id) };
        var key = string.Create(CultureInfo.InvariantCulture, $"{Reference}-{Sheet.Version}-{Sheet.Number}-{Easy.Code}-{Easy.Changed}-{Easy.At?.Ticks}-{today.Year}-{view.Age}-{RuntimeHelpers.GetHashCode(labels.Book)}-{view.News?.Sentence}-{view.Beside?.Key}");
        var file = await shelf.Get(key, () => SheetPaper.Make(view, Citation.Of(Sheet, Told, settings.Origin, today), set, settings.Origin), HttpContext.RequestAborted);
        if (file is null) { IsBusy = true; return Later(); }
        return PaperFile.Of(file, $"{Reference}.pdf");
    }

    IActionResult Later()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (IsBusy) Response.Headers.RetryAfter = "60";
        return Page();
    }
}
