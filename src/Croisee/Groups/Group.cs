using Croisee.Rules;

namespace Croisee.Groups;

/// <summary>People who sit together, in colleges. Whatever the field calls it: working group, CVS, CDU, steering group, jury, community.</summary>
public sealed partial class Group : IAudited
{
    public const int NameMax = 160;

    readonly List<Seat> seats = [];
    readonly List<ParityOverride> overrides = [];
    readonly List<SeatInvitation> invitations = [];

    Group() => (Reference, Name) = ("", "");

    /// <exception cref="RuleBroken">The name is missing or too long.</exception>
    /// <param name="id">Given by the form that makes it, so that a form sent twice makes one.</param>
    public Group(string name, Guid organisationId, GroupKind kind, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.CreateVersion7();
        Reference = Rules.Reference.New();
        Name = Named(name);
        OrganisationId = organisationId;
        Kind = kind;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; }
    public string Name { get; private set; }
    public Guid OrganisationId { get; private set; }
    public GroupKind Kind { get; private set; }
    public DateTime CreatedAt { get; private set; }
    /// <summary>It has finished: read, and chosen no more.</summary>
    public DateTime? ArchivedAt { get; private set; }
    public bool IsArchived => ArchivedAt is not null;
    public int Version { get; private set; }

    public Guid AuditedId => Id;
    public GroupRule Rule => GroupRule.Of(Kind);
    public IReadOnlyList<College> Colleges => Rule.Colleges;
    public IReadOnlyList<Seat> Seats => seats;
    public IReadOnlyList<ParityOverride> Overrides => overrides;
    public IReadOnlyList<SeatInvitation> Invitations => invitations;

    public void Entitle(string name) => Name = Named(name);

    static string Named(string name) => Text.Required(name, NameMax, "Donnez un nom au groupe.", "Name");

    public void Archive(DateTime now) => ArchivedAt ??= now;

    public void Reopen() => ArchivedAt = null;

    /// <summary>Opens a vacant seat: it counts for nothing until somebody takes it.</summary>
    /// <param name="id">Given by the form that opens it, so that a form sent twice opens one.</param>
    /// <exception cref="RuleBroken">The college is not one of this group's, the mandate ends before it begins, or the label is missing.</exception>
    public Seat OpenSeat(College college, string label, Mandate mandate, SeatRole role = SeatRole.Member, Guid? id = null)
    {
        if (!Colleges.Contains(college))
            throw new RuleBroken("seat.college", $"Ce groupe n’a pas de collège des {college.Many()}.", "College");
        if (mandate.To < mandate.From)
            throw new RuleBroken("seat.mandate", "Le mandat finit avant de commencer\u00A0: vérifiez les deux dates.", "To");
        var seat = new Seat(id, Id, 1 + seats.Select(s => s.Number).DefaultIfEmpty().Max(), college, role, Text.Required(label, Seat.LabelMax, "Dites comment nommer ce siège, par exemple «\u00A0Membre usager 3\u00A0».", "Label"), mandate);
        seats.Add(seat);
        return seat;
    }

    /// <summary>A person takes a vacant seat from <paramref name="day"/> on. <paramref name="by"/> is who gives the seat, or who invited the person.</summary>
    /// <exception cref="RuleBroken">The seat is taken or its mandate over, the person already sits here in these days, or gives the seat to themselves (S17).</exception>
    public void Fill(Seat seat, Guid personId, Guid by, DateOnly day)
    {
        EnsureMayTake(seat, personId, by, day);
        seat.Fill(personId, day);
    }

    /// <summary>Offers a vacant seat. Until the person accepts, nothing changes: an invitation gives no right (S16).</summary>
    /// <exception cref="RuleBroken">As for <see cref="Fill"/>; or this seat is already offered.</exception>
    public SeatInvitation Invite(Seat seat, Guid personId, Guid by, DateOnly day, DateTime now)
    {
        EnsureMayTake(seat, personId, by, day);
        if (invitations.Any(i => i.SeatId == seat.Id && i.IsOpen(now)))
            throw new RuleBroken("seat.offered", "Ce siège est déjà proposé à quelqu’un, dont la réponse est attendue.");
        var invitation = new SeatInvitation(Id, seat.Id, personId, by, now);
        invitations.Add(invitation);
        return invitation;
    }

    /// <summary>The invited person says yes, and sits from <paramref name="day"/> on. Whoever takes the place left by their own mandate goes on in their own seat.</summary>
    /// <returns>The seat in which they sit.</returns>
    /// <exception cref="RuleBroken">The invitation is answered, withdrawn or over; or the seat cannot be taken any more.</exception>
    public Seat Accept(SeatInvitation invitation, DateOnly day, DateTime now)
    {
        invitation.Answer(true, now);
        var seat = seats.Single(s => s.Id == invitation.SeatId);
        if (OwnBefore(seat, invitation.PersonId, day) is { } own)
        {
            EnsureMayTake(seat, invitation.PersonId, invitation.InvitedBy, day);
            invitation.MoveTo(own);
            Prolong(own, seat.LastDay, invitation.InvitedBy, day, now);
            return own;
        }
        Fill(seat, invitation.PersonId, invitation.InvitedBy, day);
        return seat;
    }

    /// <summary>The person's own choice of how the others read their name (RGP-R1).</summary>
    public static void Rename(Seat seat, string label) =>
        seat.Rename(Text.Required(label, Seat.LabelMax, "Dites comment vous souhaitez être nommé.", "Label"));

    /// <summary>Ends a mandate on its last day, included. A place stays open in the same college, so that what is missing is seen.</summary>
    /// <param name="today">When it is said. An end that lies far ahead is said again as it comes near.</param>
    /// <returns>The vacant seat left behind; null when it was an empty place that was removed.</returns>
    public Seat? EndMandate(Seat seat, DateOnly lastDay, DateOnly? today = null)
    {
        if (seat.IsVacant)
        {
            seats.Remove(seat);
            return null;
        }
        if (seat.LastDay <= lastDay) throw new RuleBroken("seat.over", "Ce mandat est déjà terminé à cette date.", "LastDay");
        if (lastDay < seat.FirstDay) throw new RuleBroken("seat.mandate", "Le mandat ne peut pas finir avant d’avoir commencé.", "LastDay");
        var end = seat.LastDay;
        seat.End(lastDay);
        // Whoever ends it says so to those who lead: they are not told of the same day again while they remember it.
        if (!(lastDay > today?.AddDays(DaysRemembered))) seat.TellEnd();
        var place = OpenSeat(seat.College, seat.Label, new(lastDay.AddDays(1), end), seat.Role);
        place.Follow(seat);
        return place;
    }

    /// <summary>
    /// Ends a mandate at once: the person has no access from the next request on, and the place is open from today. Days are what a mandate counts, so its last one is yesterday, also when it
    /// began today; the journal says the hour, and what was decided with them stays decided.
    /// </summary>
    /// <returns>The vacant seat left behind; null when the mandate had not begun and the seat itself is free again.</returns>
    /// <exception cref="RuleBroken">Nobody holds the seat, or the mandate is over.</exception>
    public Seat? EndNow(Seat seat, DateOnly today)
    {
        if (seat.IsVacant || seat.LastDay < today) throw new RuleBroken("seat.over", "Ce mandat est déjà terminé.");
        if (seat.FirstDay > today)
        {
            seat.Vacate();
            return null;
        }
        var yesterday = today.AddDays(-1);
        if (seat.FirstDay == today) seat.BeginOn(yesterday);
        return EndMandate(seat, yesterday, today);
    }

    /// <summary>
    /// The person's account is closed: no seat of theirs keeps their name, what they were offered is withdrawn, and where they still sat a place stays open from today on.
    /// Not from tomorrow: nobody signs in with that account any more, so nothing may be expected of it in the evening.
    /// </summary>
    /// <returns>Whether a seat is to be filled again.</returns>
    public bool Leave(Guid personId, DateOnly today, DateTime now)
    {
        foreach (var invitation in invitations.Where(i => i.PersonId == personId && i.IsOpen(now))) invitation.Answer(false, now);
        var theirs = seats.Where(s => s.PersonId == personId).ToList();
        var still = theirs.Where(s => s.LastDay is null || s.LastDay >= today).ToList();
        foreach (var seat in theirs) seat.ForgetName();
        foreach (var seat in still)
        {
            if (seat.FirstDay > today) seat.Vacate();
            else if (seat.FirstDay < today) EndMandate(seat, today.AddDays(-1));
            else if (seat.LastDay != today) EndMandate(seat, today);
        }
        return still.Count > 0;
    }

    public IEnumerable<Seat> DecidingOn(DateOnly day) => seats.Where(s => s.DecidesOn(day));

    public Parity ParityOn(DateOnly day) => Parity.Of(seats, day);

    /// <summary>The override that excuses the group as it sits on that day, if any: members read its reason.</summary>
    public ParityOverride? ExcuseOn(DateOnly day) => overrides.LastOrDefault(o => o.Excuses([.. DecidingOn(day)]));

    /// <exception cref="RuleBroken">No reason, or nothing to excuse.</exception>
    public ParityOverride Excuse(string reason, Guid by, DateOnly day, DateTime now, Guid? id = null)
    {
        var parity = ParityOn(day);
        if (parity.IsEqual) throw new RuleBroken("parity.equal", "La parité est respectée\u00A0: il n’y a pas de dérogation à donner.");
        var text = Text.Required(reason, ParityOverride.ReasonMax, "Dites pourquoi le groupe peut décider sans parité\u00A0: tous les membres le liront.", "Reason");
        var excuse = new ParityOverride(id, Id, [.. DecidingOn(day)], text, by, now);
        overrides.Add(excuse);
        return excuse;
    }

    /// <summary>A selection opens only at parity, or under an override given for this very table (EXP-R7).</summary>
    /// <exception cref="RuleBroken"><c>EXP-R7</c>: names the missing seats.</exception>
    public void EnsureMayDecide(DateOnly day)
    {
        if (!Rule.AsksParity || ParityOn(day) is not { IsEqual: false } parity || ExcuseOn(day) is not null) return;
        throw new RuleBroken("EXP-R7", $"{parity.Sentence} Le groupe ne peut pas encore décider.");
    }

    void EnsureMayTake(Seat seat, Guid personId, Guid by, DateOnly day)
    {
        if (!seat.IsVacant) throw new RuleBroken("seat.taken", "Ce siège est déjà occupé.");
        if (seat.LastDay < day) throw new RuleBroken("seat.over", "Le mandat de ce siège est terminé\u00A0: ouvrez un nouveau siège.");
        if (personId == by) throw new RuleBroken("seat.self", "On ne s’attribue pas un siège à soi-même\u00A0: demandez à un autre organisateur.");
        var mandate = new Mandate(day > seat.FirstDay ? day : seat.FirstDay, seat.LastDay);
        if (seats.Any(s => s.PersonId == personId && s.Mandate.Overlaps(mandate)))
            throw new RuleBroken("seat.twice", "Cette personne siège déjà dans ce groupe\u00A0: une personne, un siège.");
    }
}
