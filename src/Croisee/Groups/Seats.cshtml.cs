using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class SeatsModel(AppDb db, TimeProvider clock, Visitor visitor) : GroupScreen(db, clock, visitor)
{
    Dictionary<Guid, string> emails = [];
    HashSet<Guid> open = [];

    public Table Table => Table.Of(Group, Today);
    public ParityOverride? Excuse => Group.ExcuseOn(Today);
    public IEnumerable<Seat> Current => Group.Seats.Where(s => s.LastDay is null || s.LastDay >= Today).OrderBy(s => s.College).ThenBy(s => s.Number);
    public IEnumerable<Seat> Former => Group.Seats.Where(s => s.LastDay < Today && !s.IsVacant).OrderByDescending(s => s.LastDay);

    /// <summary>Whoever still has an account may sit on in the seat they held.</summary>
    public bool MayGoOn(Seat seat) => open.Contains(seat.PersonId!.Value);

    protected override bool ForOrganisers => true;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        var invited = Group.Invitations.Where(i => i.IsOpen(Clock.UtcNow())).Select(i => i.PersonId).ToList();
        emails = await Db.Persons.Where(p => invited.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Email);
        var former = Former.Select(s => s.PersonId).ToList();
        open = [.. await Db.Persons.Where(p => former.Contains(p.Id) && p.DisabledAt == null).Select(p => p.Id).ToListAsync()];
        return null;
    }

    public void OnGet() { }

    public SeatInvitation? OfferOf(Seat seat) => Group.Invitations.LastOrDefault(i => i.SeatId == seat.Id && i.IsOpen(Clock.UtcNow()));

    public string EmailOf(SeatInvitation invitation) => emails.GetValueOrDefault(invitation.PersonId, "");
}
