using System.Globalization;
using System.Runtime.CompilerServices;
using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>A sheet in the booklet, whole; a withdrawn one has nothing left but its line.</summary>
public sealed record BookletSheet(CollectionScreen.Line Line, SheetView? View, Citation? Citation);

/// <summary>The whole collection, read from its first sheet to its last.</summary>
public abstract class BookletScreen(AppDb db, Visitor visitor, Labels labels, Settings settings, SheetNews news, SheetsBeside beside, TimeProvider clock) : CollectionScreen(db, visitor, clock)
{
    public IReadOnlyList<BookletSheet> Sheets { get; private set; } = [];
    public string? Organisation { get; private set; }
    public string Address => settings.Origin + Path;
    /// <summary>Another value when anything that is shown changes.</summary>
    protected string Key { get; private set; } = "";
    protected override bool Changes => false;

    protected override async Task<IActionResult?> Ready()
    {
        Organisation = Collection.OrganisationId is { } id ? await Db.Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync() : null;
        var ids = Lines.Where(l => l.WithdrawnAt is null).Select(l => l.Sheet).ToList();
        if (ids.Count == 0) return NotFound();
        var sheets = await Db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id) && s.WithdrawnAt == null).ToDictionaryAsync(s => s.Id);
        var readings = (await Db.EasyReadings.AsNoTracking().Where(r => ids.Contains(r.SheetId)).ToListAsync()).ToLookup(r => r.SheetId);
        var told = await news.Of(sheets.Values);
        var around = await beside.Of(sheets.Keys);
        var today = Now.ParisDay();
        Sheets = [.. Lines.Select(l => sheets.TryGetValue(l.Sheet, out var sheet) ? Whole(l, sheet, readings[l.Sheet], told[l.Sheet], around[l.Sheet], today) : new(l with { WithdrawnAt = l.WithdrawnAt ?? Now }, null, null))];
        Key = string.Create(CultureInfo.InvariantCulture, $"{Collection.Reference}-{Collection.Version}-{today.Year}-{RuntimeHelpers.GetHashCode(labels.Book)}-")
            + string.Join('-', Sheets.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Line.Reference}.{s.Line.WithdrawnAt?.Ticks}.{s.Line.TakenDown}.{(s.View is null ? 0 : sheets[s.Line.Sheet].Version)}.{s.View?.Easy.Code}.{s.View?.Easy.At?.Ticks}.{s.View?.News?.Sentence}.{s.View?.Age}.{s.View?.Beside?.Key}")));
        return null;
    }

    BookletSheet Whole(Line line, Sheet sheet, IEnumerable<EasyReading> readings, ToldNews news, ToldBeside beside, DateOnly today)
    {
        var told = sheet.Read();
        var view = new SheetView(told, labels, EasyState.Of(told, readings), sheet.Reference, $"{settings.Origin}/experiences/{sheet.Reference}", today, sheet.Number, sheet.PublishedAt, sheet.UpdatedAt) { News = news, Beside = beside };
        return new(line, view, Citation.Of(sheet, told, settings.Origin, today));
    }
}
