using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

/// <summary>A page about one collection: for those who may read it. To everybody else it does not exist (S01).</summary>
public abstract class CollectionScreen(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    /// <summary>A line of the collection, with the sheet as it is now.</summary>
    public sealed record Line(Guid Sheet, string Reference, string Title, int Position, string? Note, DateTime? WithdrawnAt, bool TakenDown, string Summary);

    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public Collection Collection { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool Composes { get; private set; }
    public string Path => $"/dossiers/{Collection.Reference}";
    public DateTime Now { get; } = clock.UtcNow();
    protected AppDb Db => db;
    protected Visitor Me => visitor;

    /// <summary>Whoever answers for it decides who reads it: its owner, or an organiser of the organisation that shares it.</summary>
    protected async Task<bool> AnswersFor() => Collection.OwnerId == Me.PersonId || (Collection.OrganisationId is { } own && await db.Publishes(Me, own));

    /// <summary>Its owner; where none composes it any more, whoever publishes for the organisation that keeps it: somebody always can.</summary>
    protected async Task<bool> Deletes() => Collection.OwnerId == Me.PersonId || (!await db.OwnerComposes(Collection) && await AnswersFor());

    /// <summary>Pages that change it are for those who compose it.</summary>
    protected virtual bool Changes => true;

    public override async Task<IActionResult?> Prepare()
    {
        if (Reference?.Length != Rules.Reference.Length) return NotFound();
        if (await db.Collections.Include(c => c.Entries).SingleOrDefaultAsync(c => c.Reference == Reference) is not { } found) return NotFound();
        (Collection, Composes) = (found, await db.Composes(visitor, found));
        if (!Composes && (Changes || found.Reach is not CollectionReach.Published)) return NotFound();
        var ids = found.Entries.Select(e => e.SheetId).ToList();
        var sheets = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Reference, s.Title, s.WithdrawnAt, s.TakenDown, s.Card }).ToDictionaryAsync(s => s.Id);
        Lines = [.. found.Entries.OrderBy(e => e.Position).Select(e => (Entry: e, Sheet: sheets[e.SheetId])).Select(l => new Line(l.Sheet.Id, l.Sheet.Reference, l.Sheet.Title, l.Entry.Position, l.Entry.Note, l.Sheet.WithdrawnAt, l.Sheet.TakenDown,
            l.Sheet.WithdrawnAt is null ? SheetCard.FromJson(l.Sheet.Card).Summary : ""))];
        return await Ready();
    }

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    protected async Task<IActionResult> Save(string act, string flash)
    {
        await db.Change(visitor, Collection, act, Now);
        Flash(flash);
        return Redirect($"{Path}/composer");
    }
}

/// <summary>A page about one line of a collection.</summary>
public abstract class LineScreen(AppDb db, Visitor visitor, TimeProvider clock) : CollectionScreen(db, visitor, clock)
{
    [FromRoute(Name = "fiche")] public string SheetReference { get; set; } = "";
    public Line Shown { get; private set; } = null!;

    protected override Task<IActionResult?> Ready()
    {
        var found = Lines.FirstOrDefault(l => l.Reference == SheetReference);
        if (found is not null) Shown = found;
        return Task.FromResult<IActionResult?>(found is null ? NotFound() : null);
    }
}
