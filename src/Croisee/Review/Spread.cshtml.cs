using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

[Audience(Audience.Member)]
public sealed class SpreadModel(AppDb db, TimeProvider clock, Visitor visitor, Spreading spreading) : ReviewScreen(db, clock, visitor)
{
    public sealed record Row(string Label, string College, int Load);
    /// <param name="Steered">Not where a declared link keeps away whoever reads this (EXP-R8), unless they organise.</param>
    public sealed record PairLine(string Reference, string Title, string Readers, DateOnly DueOn, bool HandedOver, bool Steered);

    protected override bool ForSteering => true;
    public int Waiting { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<PairLine> Pairs { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null) return NotFound();
        Waiting = await Db.Experiences.CountAsync(e => e.CallId == Call.Id && e.State == ExperienceState.Admissible);
        string Label(Guid seat) => Group.Seats.Single(s => s.Id == seat).Label;
        Rows = [.. (await spreading.InHand(Group)).Select(l => new Row(l.Seat.Label + (l.Seat.SitsOn(Today) ? l.Seat.Role is SeatRole.Alternate ? " (suppléance)" : "" : " (mandat terminé)"), l.Seat.College.Title(), l.Load))];
        var (pairs, experiences) = (Db.Pairs, Db.Experiences);
        var open = await pairs.AsNoTracking().Where(p => p.GroupId == Group.Id && p.SettledAt == null)
            .Join(experiences.Where(e => e.CallId == Call.Id && e.State == ExperienceState.InReading), p => p.ExperienceId, e => e.Id, (p, e) => new { p.ExperienceId, e.Reference, e.Title, p.ServiceUserSeatId, p.ProfessionalSeatId, p.DueOn, HandedOver = p.HandedOverAt != null }).OrderBy(p => p.DueOn).ToListAsync();
        var ids = open.Select(p => p.ExperienceId).ToList();
        var recusals = (await Db.ReadingRecusals.AsNoTracking().Where(r => ids.Contains(r.ExperienceId)).ToListAsync()).ToLookup(r => r.ExperienceId);
        // A reader with a link and nobody to take the place: the pair waits for whoever reads this.
        string Reader(Guid experience, Guid seat) => Label(seat) + (recusals[experience].Any(r => r.KeepsAway(Group.Seats.Single(s => s.Id == seat))) ? " (lien déclaré, à remplacer)" : "");
        Pairs = [.. open.Select(p => new PairLine(p.Reference, p.Title, $"{Reader(p.ExperienceId, p.ServiceUserSeatId)} et {Reader(p.ExperienceId, p.ProfessionalSeatId)}", p.DueOn, p.HandedOver, Organises || !(Mine is { } mine && recusals[p.ExperienceId].Any(r => r.KeepsAway(mine)))))];
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var given = await spreading.Run(Group, Call!, Me.Actor);
        await Db.SaveChangesAsync();
        Flash(given == 1 ? "Une expérience a son binôme." : $"{given} expériences ont leur binôme.");
        return Redirect(PathOfCall("repartition"));
    }
}
