using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>Published collections, newest change first.</summary>
[Audience(Audience.Public)]
public sealed class PublishedModel(AppDb db) : Screen
{
    const int Size = 30, OpeningMax = 220;

    public sealed record Card(string Reference, string Title, string? Opening, string? Organisation, int Sheets);

    public IReadOnlyList<Card> Shown { get; private set; } = [];

    public PageNumber Asked { get; private set; } = null!;

    public async Task OnGet()
    {
        var published = db.Collections.AsNoTracking().Where(c => c.Reach == CollectionReach.Published);
        Asked = PageNumber.Of(Request.Query, await published.CountAsync(), Size);
        if (Asked.IsMisasked) Response.StatusCode = StatusCodes.Status400BadRequest;
        var (organisations, entries, sheets) = (db.Organisations, db.CollectionEntries, db.Sheets);
        Shown = await published.OrderByDescending(c => c.UpdatedAt).ThenBy(c => c.Id).Skip((Asked.Number - 1) * Size).Take(Size)
            .Select(c => new Card(c.Reference, c.Title, c.Introduction, organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                entries.Count(e => e.CollectionId == c.Id && sheets.Any(s => s.Id == e.SheetId && s.WithdrawnAt == null)))).ToListAsync();
        Shown = [.. Shown.Select(c => c with { Opening = c.Opening is { Length: > OpeningMax } text ? text[..OpeningMax] + "…" : c.Opening })];
    }
}
