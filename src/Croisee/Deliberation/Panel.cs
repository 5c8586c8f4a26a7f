using Croisee.Groups;
using Croisee.Rules;

namespace Croisee.Deliberation;

/// <summary>Who sits on a question, who has left it, and how both sides were kept equal.</summary>
public sealed class Panel
{
    readonly Deliberation deliberation;
    readonly List<PanelSeat> seats;
    readonly List<Recusal> recusals;

    internal Panel(Deliberation deliberation, List<PanelSeat> seats, List<Recusal> recusals) =>
        (this.deliberation, this.seats, this.recusals) = (deliberation, seats, recusals);

    /// <summary>The colleges that are asked: those on the roll, also when all their seats have left.</summary>
    public IReadOnlyList<College> Colleges => [.. seats.Select(s => s.College).Distinct().Order()];

    public Parity Parity => Parity.Of(seats.Where(s => s.Sits).Select(s => s.College));

    /// <summary>The sides weigh as they did when the question was put.</summary>
    public bool IsBalanced => deliberation.MaxGap is not { } most || Parity.Gap <= most;

    public bool Sits(Guid seatId) => seats.Any(s => s.SeatId == seatId && s.Sits);

    /// <summary>Seats with a declared link: they take no part, nor do they lead.</summary>
    public IReadOnlyCollection<Guid> Recused => [.. seats.Where(s => s.Standing == Standing.Recused).Select(s => s.SeatId)];

    public void EnsureSits(Guid seatId)
    {
        if (!Sits(seatId)) throw new RuleBroken("panel.absent", "Vous ne siégez pas sur cette question.");
    }

    public void EnsureBalanced()
    {
        if (!IsBalanced) throw new RuleBroken("EXP-R7", $"L’égalité n’est pas rétablie après un retrait. {Parity.Sentence}");
    }

    /// <summary>The first recusal that waits to be made good; null when sides are balanced.</summary>
    public Recusal? Unrestored => IsBalanced ? null : recusals.FirstOrDefault(r => r.Restoring is null && seats.Any(s => s.SeatId == r.SeatId && s.College == Emptier));

    /// <summary>Seats that may withdraw so that sides are equal again: those of the fuller side.</summary>
    public IEnumerable<PanelSeat> MayWithdraw => IsBalanced ? [] : seats.Where(s => s.Sits && s.College == Fuller);

    /// <summary>Seats of the group that may take the recused seat's place: same college, sitting that day as alternate or newcomer, not on the roll, and no other seat of a recused person nor of one
    /// whose voice is on the roll already: whoever came back holds a new seat, and one person has one voice.</summary>
    public IEnumerable<Seat> MayReplace(Recusal recusal, Group group, DateOnly day)
    {
        var linked = group.Seats.Where(s => recusals.Any(r => r.SeatId == s.Id && !r.Departed)).Select(s => s.PersonId).OfType<Guid>().ToHashSet();
        linked.UnionWith(group.Seats.Where(s => seats.Any(p => p.SeatId == s.Id && p.Standing != Standing.Left)).Select(s => s.PersonId).OfType<Guid>());
        return group.Seats.Where(s => s.SitsOn(day) && s.Role != SeatRole.Facilitator && s.College == SeatOf(recusal).College && seats.All(p => p.SeatId != s.Id) && !(s.PersonId is { } person && linked.Contains(person)));
    }

    /// <summary>A seat leaves the question; its opinion is no longer read, its ballot no longer counted.</summary>
    /// <exception cref="RuleBroken">The question is closed, no reason is given, or the seat does not sit on it.</exception>
    public Recusal Recuse(Guid seatId, string reason, Guid declaredBy, DateTime now)
    {
        EnsureOpen();
        EnsureSits(seatId);
        var text = Text.Required(reason, Recusal.ReasonMax, "Dites en une phrase quel est ce lien.", "Reason");
        var recusal = new Recusal(deliberation.Id, seatId, text, declaredBy, now);
        seats.Single(s => s.SeatId == seatId).Leave(Standing.Recused);
        recusals.Add(recusal);
        deliberation.TermsMoved();
        return recusal;
    }

    /// <summary>Seats on the roll whose person sits in the group no more that day, and has not voted: their voice is waited for in vain. A ballot cast stays a ballot (S17).</summary>
    public IEnumerable<PanelSeat> MayHaveLeft(Group group, DateOnly day) =>
        deliberation.Step == Step.Closed ? [] : seats.Where(s => s.Sits && group.Seats.All(g => g.Id != s.SeatId || !g.SitsOn(day)) && deliberation.StandingOf(s.SeatId) is null);

    /// <summary>A seat whose person has left the group leaves the roll; sides are made equal again as after a recusal.</summary>
    /// <exception cref="RuleBroken">The question is closed, or the seat is not one of <see cref="MayHaveLeft"/>.</exception>
    public Recusal Depart(Guid seatId, Group group, Guid declaredBy, DateOnly day, DateTime now)
    {
        EnsureOpen();
        if (group.Id != deliberation.GroupId || MayHaveLeft(group, day).FirstOrDefault(s => s.SeatId == seatId) is not { } seat)
            throw new RuleBroken("panel.present", "Ce membre siège encore dans le groupe, ou a déjà voté\u00A0: son siège reste sur la question.", "Seat");
        var departure = new Recusal(deliberation.Id, seatId, null, declaredBy, now);
        seat.Leave(Standing.Left);
        recusals.Add(departure);
        deliberation.TermsMoved();
        return departure;
    }

    /// <summary>A seat of the same college takes the recused seat's place, with a voice of its own.</summary>
    /// <exception cref="RuleBroken">The question is closed, the recusal is restored already, or the seat is not one of <see cref="MayReplace"/>.</exception>
    public void Substitute(Recusal recusal, Group group, Guid seatId, DateOnly day, DateTime now)
    {
        EnsureOpen();
        EnsureUnrestored(recusal);
        var seat = group.Id == deliberation.GroupId ? MayReplace(recusal, group, day).FirstOrDefault(s => s.Id == seatId) : null;
        if (seat is null)
            throw new RuleBroken("restore.substitute", $"Ce siège ne peut pas remplacer : il faut un siège occupé de {SeatOf(recusal).College.One()}, absent de cette question.", "Seat");
        seats.Add(new PanelSeat(deliberation.Id, seat));
        recusal.Restore(Restoring.Substitute, seat.Id, now);
        deliberation.TermsMoved();
    }

    /// <summary>A seat of the fuller side withdraws by agreement. Once somebody has voted only the lot may choose, for one would know what one removes.</summary>
    /// <exception cref="RuleBroken">The question is closed, voting has begun, the recusal is restored already, or the seat is not one of <see cref="MayWithdraw"/>.</exception>
    public void SetAside(Recusal recusal, Guid seatId, DateTime now)
    {
        if (deliberation.Ballots.Count > 0)
            throw new RuleBroken("restore.named", "Le vote a commencé : seul le tirage au sort peut encore rétablir l’égalité.");
        Withdraw(recusal, _ => seats.FirstOrDefault(s => s.SeatId == seatId), Restoring.SetAside, now);
    }

    /// <summary>A seat of the fuller side withdraws by a lot that gives the same seat when drawn again.</summary>
    /// <exception cref="RuleBroken">The question is closed, the recusal is restored already, or sides are equal.</exception>
    public PanelSeat DrawAside(Recusal recusal, DateTime now) => Withdraw(recusal, recusal.Draw, Restoring.Drawn, now);

    PanelSeat Withdraw(Recusal recusal, Func<IReadOnlyList<PanelSeat>, PanelSeat?> choose, Restoring how, DateTime now)
    {
        EnsureOpen();
        EnsureUnrestored(recusal);
        var candidates = MayWithdraw.ToList();
        if (candidates.Count == 0) throw new RuleBroken("restore.balanced", "L’égalité est déjà là : personne n’a à se retirer.");
        var seat = choose(candidates);
        if (seat is null || !candidates.Contains(seat)) throw new RuleBroken("restore.side", $"C’est un siège de {Fuller.One()} qui peut se retirer.", "Seat");
        seat.Leave(Standing.SetAside);
        recusal.Restore(how, seat.SeatId, now);
        deliberation.TermsMoved();
        return seat;
    }

    College Fuller => Parity.Counts.MaxBy(c => c.Count).College;

    College Emptier => Parity.Counts.MinBy(c => c.Count).College;

    PanelSeat SeatOf(Recusal recusal) => seats.Single(s => s.SeatId == recusal.SeatId);

    void EnsureOpen()
    {
        if (deliberation.Step == Step.Closed) throw new RuleBroken("deliberation.closed", "Cette question est close.");
    }

    static void EnsureUnrestored(Recusal recusal)
    {
        if (recusal.Restoring is not null) throw new RuleBroken("restore.done", "Ce retrait a déjà été compensé.");
    }
}
