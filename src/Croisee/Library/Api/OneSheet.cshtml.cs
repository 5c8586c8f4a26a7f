using Croisee.Data;
using Croisee.Library.OpenData;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Api;

/// <summary>One sheet; withdrawn, its tombstone: 410, title and day.</summary>
[Audience(Audience.Public)]
public sealed class OneSheetModel(AppDb db, PublishedSheets sheets, Settings settings) : ApiScreen(settings)
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (Reference?.Length != Rules.Reference.Length || !Reference.All(char.IsAsciiLetterOrDigit)) return ApiProblem.Absent.Answer(Origin);
        if (await sheets.One(Reference, HttpContext.RequestAborted) is { } sheet) return new KnownAnswer(ApiText.Of(json => SheetJsonText.Write(json, sheet)), ApiText.Type);
        var gone = await db.Sheets.AsNoTracking().Where(s => s.Reference == Reference && s.WithdrawnAt != null).Select(s => new { s.Title, s.WithdrawnAt, s.TakenDown }).SingleOrDefaultAsync();
        return (gone is null ? ApiProblem.Absent : ApiProblem.Gone(gone.Title, gone.WithdrawnAt!.Value.DayInWords(), gone.TakenDown)).Answer(Origin);
    }
}
