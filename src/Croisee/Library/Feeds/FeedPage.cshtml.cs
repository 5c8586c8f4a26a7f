using Croisee.Data;
using Croisee.Library.Api;
using Croisee.Library.Reading;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Feeds;

/// <summary>The newest sheets of any state of the search: <c>rss</c>, <c>atom</c> or <c>json</c>. Not kept: what is withdrawn is gone with the next request.</summary>
[Audience(Audience.Public)]
public sealed class FeedPageModel(AppDb db, ISheetSearch search, SearchInWords said, Settings settings) : Screen
{
    public const string Path = "/repertoire/flux/";
    const int Entries = 30;

    [FromRoute(Name = "format")] public string Format { get; set; } = "";

    public async Task<IActionResult> OnGet()
    {
        var format = FeedWriter.Formats.FirstOrDefault(f => f.Code == Format);
        if (format.Write is null) return NotFound();
        var asked = LibraryAddress.Read(Request.Query).WithoutPage().SortedBy(SearchSort.Relevance).Showing(null);
        if (asked.Faults.Count > 0) return BadRequest(string.Join("\n", asked.Faults));
        return new KnownAnswer(format.Write(await Read(asked)), format.MediaType + "; charset=utf-8");
    }

    async Task<Feed> Read(LibraryAddress asked)
    {
        var found = await search.AskAsync(asked.Question with { Sort = SearchSort.Newest, PageSize = Entries }, HttpContext.RequestAborted);
        // A feed tells only what was asked: sheets that have some of the words are not news of it.
        var ids = found.Widened ? [] : found.Sheets.ToList();
        var rows = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id) && s.WithdrawnAt == null).Select(s => new { s.Id, s.Reference, s.Title, s.Card, s.PublishedAt, s.UpdatedAt }).ToDictionaryAsync(s => s.Id);
        var entries = ids.Where(rows.ContainsKey).Select(i => rows[i])
            .Select(s => new FeedEntry($"{settings.Origin}/experiences/{s.Reference}", s.Title, SheetCard.FromJson(s.Card).Summary, s.PublishedAt, s.UpdatedAt)).ToList();
        // A feed without entries has not changed since anything we know.
        var updated = entries.Count == 0 ? DateTime.UnixEpoch : entries.Max(e => e.UpdatedAt);
        var what = string.Join(", ", await said.Of(asked));
        var author = await db.Organisations.Where(o => o.ParentId == null).Select(o => o.Name).FirstOrDefaultAsync() ?? "Croisée";
        return new(what.Length == 0 ? "Répertoire Croisée" : $"Répertoire Croisée : {what}", "Les dernières expériences publiées. " + Sheet.Licence + ".", settings.Origin + asked.Href(), settings.Origin + Address(Format, asked), author, updated, entries);
    }

    /// <summary>The feed of a state of the search; page and sort are not part of it.</summary>
    public static string Address(string format, LibraryAddress asked) => Path + format + QueryString.Create(asked.TextAndChoices.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
}
