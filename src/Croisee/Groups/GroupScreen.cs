using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>A page about one group: it exists for those who sit in it and for those who organise it, and for nobody else (S01).</summary>
public abstract class GroupScreen(AppDb db, TimeProvider clock, Visitor visitor) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";

    public Group Group { get; private set; } = null!;

    /// <summary>The visitor's own seat; null for an organiser who does not sit.</summary>
    public Seat? Mine { get; private set; }

    public bool Organises { get; private set; }
    public DateOnly Today { get; } = clock.ParisToday();
    public Parity Parity => Group.ParityOn(Today);

    /// <summary>An archived group is read only, but for the pages that say otherwise.</summary>
    protected virtual bool WhenArchived => false;

    /// <summary>Pages of the office are for organisers, whether they sit or not.</summary>
    protected virtual bool ForOrganisers => false;

    protected AppDb Db => db;
    protected TimeProvider Clock => clock;
    protected Visitor Me => visitor;

    public override async Task<IActionResult?> Prepare()
    {
        var reference = Rules.Reference.Normalise(Reference);
        if (await db.Groups.Whole().SingleOrDefaultAsync(g => g.Reference == reference) is not { } group) return NotFound();
        (Group, Mine, Organises) = (group, group.SeatOf(visitor, Today), await db.Organises(visitor, group.OrganisationId));
        if (!Organises && (Mine is null || ForOrganisers)) return NotFound();
        if (!group.IsArchived || WhenArchived || !HttpMethods.IsPost(Request.Method)) return null;
        Flash("Ce groupe est archivé : plus rien n’y change.");
        return Redirect($"/groupes/{group.Reference}");
    }

    /// <summary>After a refused save: what is there now.</summary>
    protected Task<IActionResult?> Reloaded()
    {
        db.ChangeTracker.Clear();
        return Prepare();
    }

    protected RedirectResult ToSeats() => Redirect($"/bureau/groupes/{Group.Reference}/sieges");
}

/// <summary>A page about one seat of a group, for its organiser.</summary>
public abstract class SeatScreen(AppDb db, TimeProvider clock, Visitor visitor) : GroupScreen(db, clock, visitor)
{
    [FromRoute(Name = "seat")] public Guid SeatId { get; set; }

    public Seat Seat { get; private set; } = null!;

    protected override bool ForOrganisers => true;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        if (Group.Seats.FirstOrDefault(s => s.Id == SeatId) is not { } seat) return NotFound();
        Seat = seat;
        return null;
    }
}
