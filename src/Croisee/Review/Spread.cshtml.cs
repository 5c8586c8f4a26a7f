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
    public sealed record PairLine(string Reference, string Title, string Readers);

    protected override bool ForSteering => true;
    public int Waiting { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<PairLine> Pairs { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (Call is null) return NotFound();
        Waiting = await Db.Experiences.CountAsync(e => e.CallId == Call.Id && e.State == ExperienceState.Admissible);
        var (users, professionals) = await spreading.Loads(Group);
        string Label(Guid seat) => Group.Seats.Single(s => s.Id == seat).Label;
        Rows = [.. users.Concat(professionals).Select(l => new Row(Label(l.Key), Group.Seats.Single(s => s.Id == l.Key).College.Title(), l.Value))];
        var (pairs, experiences) = (Db.Pairs, Db.Experiences);
        var open = await pairs.AsNoTracking().Where(p => p.GroupId == Group.Id && p.SettledAt == null)
            .Join(experiences.Where(e => e.CallId == Call.Id), p => p.ExperienceId, e => e.Id, (p, e) => new { e.Reference, e.Title, p.ServiceUserSeatId, p.ProfessionalSeatId, p.DueOn }).OrderBy(p => p.DueOn).ToListAsync();
        Pairs = [.. open.Select(p => new PairLine(p.Reference, p.Title, $"{Label(p.ServiceUserSeatId)} et {Label(p.ProfessionalSeatId)}"))];
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!Reads!.IsOpen) throw new Rules.RuleBroken("EXP-R7", "Ouvrez d’abord la lecture, depuis la page de l’appel.");
        var given = await spreading.Run(Group, Call!, Me.Actor);
        await Db.SaveChangesAsync();
        Flash(given == 1 ? "Une expérience a son binôme." : $"{given} expériences ont leur binôme.");
        return Redirect(PathOfCall("repartition"));
    }
}
