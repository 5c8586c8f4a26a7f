using Croisee.Rules;

namespace Croisee.Groups;

/// <summary>Mandates that go on: an end that came too early, or a renewal. The seat stays the same, and with it the readings and the votes that it holds.</summary>
public sealed partial class Group
{
    /// <summary>Days after the end of a mandate during which its holder, invited to the place it left, goes on in their own seat: as long as an invitation lives.
    /// Later it is a new seat: going on would say that they sat in the days between. One person sits in one seat on any day; a voice and a reading are a person's, whatever the seat.</summary>
    public const int DaysToGoOn = 30;

    /// <summary>Days for which those who lead remember that a mandate ends.</summary>
    public const int DaysRemembered = 60;

    /// <summary>The mandate goes on to its new last day, included; without one, as long as the group. The empty place opened behind it leaves, or begins later.</summary>
    /// <exception cref="RuleBroken">The seat is empty, nothing ends, the new end is not later, its place was given or is offered to somebody else, or one prolongs oneself (S17).</exception>
    public void Prolong(Seat seat, DateOnly? lastDay, Guid by, DateOnly today, DateTime now)
    {
        if (seat.IsVacant || seat.LastDay is not { } end) throw new RuleBroken("seat.endless", "Ce mandat n’a pas de fin : il n’y a rien à prolonger.");
        if (seat.PersonId == by) throw new RuleBroken("seat.self", "On ne prolonge pas son propre mandat : demandez à un autre organisateur.");
        if (lastDay <= end || lastDay < today) throw new RuleBroken("seat.mandate", "Le nouveau dernier jour vient après l’ancien, et au plus tôt aujourd’hui.", "LastDay");
        var more = new Mandate(end.AddDays(1), lastDay);
        if (seats.Any(s => s.Id != seat.Id && s.PersonId == seat.PersonId && s.Mandate.Overlaps(more)))
            throw new RuleBroken("seat.twice", "Cette personne siège déjà dans ce groupe pendant ces jours : une personne, un siège.");
        var behind = Behind(seat, end).Where(s => s.Mandate.Overlaps(more)).ToList();
        if (behind.Any(s => !s.IsVacant)) throw new RuleBroken("seat.taken", "La place a été donnée à quelqu’un d’autre : ouvrez un nouveau siège.");
        if (invitations.Any(i => i.PersonId != seat.PersonId && i.IsOpen(now) && behind.Any(s => s.Id == i.SeatId)))
            throw new RuleBroken("seat.offered", "La place qui suit est proposée à quelqu’un d’autre, dont la réponse est attendue : reprenez d’abord cette proposition.");
        foreach (var place in behind)
            if (lastDay is not { } last || place.LastDay <= last) seats.Remove(place);
            else place.BeginOn(last.AddDays(1));
        seat.End(lastDay);
    }

    /// <summary>The places that the end of this mandate left open. One left before places knew whose they are is known by its college, its role and its first day.</summary>
    IEnumerable<Seat> Behind(Seat seat, DateOnly end)
    {
        var known = seats.Where(s => s.FollowsId == seat.Id).ToList();
        return known.Count > 0 ? known
            : seats.Where(s => s is { IsVacant: true, FollowsId: null } && s.College == seat.College && s.Role == seat.Role && s.FirstDay == end.AddDays(1)).OrderByDescending(s => s.Label == seat.Label).Take(1);
    }

    /// <summary>The seat that this person held, whose end left this place open not long ago.</summary>
    Seat? OwnBefore(Seat place, Guid personId, DateOnly day) =>
        seats.FirstOrDefault(s => s.Id == place.FollowsId && s.PersonId == personId && s.LastDay is { } end && end.AddDays(DaysToGoOn) >= day && place.FirstDay == end.AddDays(1));
}
