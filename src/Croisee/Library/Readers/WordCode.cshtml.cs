using Croisee.Data;
using Croisee.Library.Reading;
using Croisee.People;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>After a reader wrote: thanks, and the code of their word, shown as an author's code is, on this browser and for some minutes.</summary>
[Audience(Audience.Public)]
public sealed class WordCodeModel(AppDb db, WordCookie cookie) : SheetScreen(db)
{
    public string? Code { get; private set; }

    protected override async Task<IActionResult?> Ready()
    {
        // A page that shows a secret beside what a visitor typed is not compressed (BREACH).
        if (HttpContext.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.DoNotCompress;
        if (cookie.Shown(Request) is not { } shown) return null;
        var hash = ReaderWord.HashOf(shown.Code);
        if (await Db.ReaderWords.AnyAsync(w => w.Id == shown.Word && w.SheetId == Sheet.Id && w.CodeHash == hash)) Code = shown.Code;
        return null;
    }

    public void OnGet() { }
}
