using System.Globalization;
using System.Runtime.CompilerServices;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Compare;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Reading;

/// <summary>A sheet at the address that never changes. After its withdrawal, a tombstone: title, day, status 410.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class SheetPageModel(AppDb db, NearSheets near, Labels labels, Localizer words, Settings settings, Readers.ReaderWords readers, Kinship.SheetLinks links, SheetNews news, Visitor visitor, EasyReaders again, TimeProvider clock) : SheetScreen(db)
{
    const int Suggested = 3;

    public SheetView Shown { get; private set; } = null!;
    public ToldNews News { get; private set; } = null!;
    public Labels Labels => labels;
    public IReadOnlyList<Kinship.LinkEnd> Links { get; private set; } = [];
    public IReadOnlyList<ReaderWord> Words { get; private set; } = [];
    public Microsoft.AspNetCore.Html.HtmlString Data { get; private set; } = Microsoft.AspNetCore.Html.HtmlString.Empty;
    public IReadOnlyList<Suggestion> Near { get; private set; } = [];
    protected override bool ShowsTombstone => true;

    protected override async Task<IActionResult?> Ready()
    {
        News = await news.Of(Sheet);
        Links = await links.Of(Sheet.Id);
        Words = await readers.Of(Sheet.Id);
        return null;
    }

    public async Task OnGet()
    {
        if (!Sheet.IsShown) { Response.StatusCode = StatusCodes.Status410Gone; return; }
        Shown = new(Told, labels, Easy, Reference, $"{settings.Origin}/experiences/{Reference}", clock.ParisToday(), Sheet.Number, Sheet.PublishedAt, Sheet.UpdatedAt)
        { News = News, MayReadAgain = visitor.PersonId is { } reader && await again.MayRead(reader) };
        if (words.Mode is not ReadingMode.EasyRead) Near = await near.To(Sheet.Id, Told, Suggested, HttpContext.RequestAborted);
        Data = StructuredData.Of(Shown);
        Response.Headers.ETag = Tag();
        Response.Headers.CacheControl = "private, no-cache";
    }

    /// <summary>Weak: the same words, whatever the compression. Whatever changes what is read is in it, the suggestions too (one may be withdrawn); the build is, since the frame is part of the page.</summary>
    string Tag()
    {
        var known = string.Create(CultureInfo.InvariantCulture, $"{Sheet.Version}/{Sheet.Number}/{Easy.Code}/{Easy.Changed}/{Easy.At?.Ticks}/{string.Join(",", News.News.Lines)}/{string.Join(",", Links)}/{string.Join(",", Words.Select(w => $"{w.Id:N}.{w.JudgedAt?.Ticks}.{w.AnsweredAt?.Ticks}"))}/{words.Mode}/{Shown.MayReadAgain}/{clock.ParisToday().DayNumber}/{RuntimeHelpers.GetHashCode(labels.Book)}") + string.Concat(Near);
        return $"W/\"{HashCode(known)}-{typeof(SheetPageModel).Module.ModuleVersionId.ToString("N")[..8]}\"";
    }

    static string HashCode(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16];
}
