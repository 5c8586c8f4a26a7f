using Croisee.Groups;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;
using static NaiveCount;

/// <summary>A question's whole life, drawn by lot and played on the product's nouns, with each act written down for the reference.</summary>
sealed class Story
{
    static readonly DateOnly Day = new(2027, 3, 1);
    static readonly Guid Organiser = Guid.CreateVersion7();

    readonly Random random;
    readonly Group group;
    readonly DateOnly day = Day;
    readonly Guid organiser = Organiser;
    DateTime now = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    public Deliberation Deliberation { get; }
    public List<Line> Lines { get; } = [];
    /// <summary>The codes that voters received, and that of the closing: what is out of the database.</summary>
    public List<string> Codes { get; } = [];
    public int Recusals { get; private set; }
    public int Substitutes { get; private set; }
    public int SetAside { get; private set; }
    public int Changed { get; private set; }

    public Story(Random random)
    {
        this.random = random;
        group = new Group("Groupe", Guid.CreateVersion7(), random.Next(4) == 0 ? GroupKind.SteeringGroup : GroupKind.WorkingGroup, now);
        Deliberation = new Deliberation(Peopled(), "Retenir ?", new("experience", Guid.CreateVersion7()), (DecisionRule)random.Next(4), AQuorum(), Day, now);
        foreach (var seat in Deliberation.Seats) Lines.Add(new("sits", seat.SeatId, seat.College.ToString()));
        Play();
    }

    /// <summary>The same in a group whose seats are in the database.</summary>
    public Story(Random random, Group group, Guid organiser, DateOnly day, DateTime now)
    {
        (this.random, this.group, this.organiser, this.day, this.now) = (random, group, organiser, day, now);
        Deliberation = new Deliberation(group, $"Retenir la proposition {random.Next(1000)}\u00A0?", new("essai", Guid.CreateVersion7()), (DecisionRule)random.Next(4), AQuorum(), day, now, asksReason: random.Next(2) == 0);
        Play();
        if (Deliberation.AwaitsReason && random.Next(2) == 0) Deliberation.GiveReason("Le groupe y voit un vrai pouvoir.");
    }

    Group Peopled()
    {
        var size = random.Next(1, 8);
        var unequal = random.Next(8) == 0;
        foreach (var college in group.Colleges)
        {
            var members = !CollegeWords.Facing.Contains(college) ? random.Next(0, 4) : unequal && college == College.ServiceUsers ? size + 1 : size;
            for (var i = 0; i < members; i++) Seat(college, SeatRole.Member);
            for (var i = random.Next(0, 3); i > 0; i--) Seat(college, SeatRole.Alternate);
        }
        Seat(College.Professionals, SeatRole.Facilitator);
        if (unequal) group.Excuse("Une place reste à pourvoir.", Organiser, Day, now);
        return group;
    }

    void Seat(College college, SeatRole role)
    {
        var seat = group.OpenSeat(college, $"Membre {group.Seats.Count}", new(Day), role);
        group.Fill(seat, Guid.CreateVersion7(), Organiser, Day);
    }

    Quorum AQuorum() => random.Next(6) switch
    {
        0 => new(QuorumKind.Percent, random.Next(1, 101)),
        1 => new(QuorumKind.Seats, random.Next(1, 6)),
        _ => Quorum.MoreThanHalf,
    };

    void Play()
    {
        foreach (var seat in Deliberation.Seats.ToList()) Deliberation.Give(seat.SeatId, "Mon avis.", Tick());
        if (random.Next(3) == 0) SomebodyLeaves();
        if (Deliberation.Panel.Colleges.Any(c => !Deliberation.Seats.Any(s => s.Sits && s.College == c && Deliberation.Opinions.Any(o => o.SeatId == s.SeatId)))) return;
        Deliberation.OpenDiscussion(Tick());
        if (random.Next(3) == 0) SomebodyLeaves();
        Deliberation.OpenBallot(null, Tick());
        var leaning = random.Next(0, 3);
        for (var n = random.Next(0, Deliberation.Seats.Count * 3); n > 0; n--)
        {
            if (random.Next(25) == 0) SomebodyLeaves();
            else SomebodyVotes(leaning);
        }
        Deliberation.Close(Tick());
        Codes.Add(Deliberation.ClosingCode!);
    }

    void SomebodyVotes(int leaning)
    {
        if (Sitting() is not { } seat) return;
        var choice = random.Next(6) < 2 + leaning ? Vote.Yes : random.Next(3) == 0 ? Vote.Abstain : Vote.No;
        var motive = random.Next(3) == 0 || (Deliberation.Rule == DecisionRule.Consent && choice == Vote.No) ? $"Motif {random.Next(5)}" : random.Next(2) == 0 ? " " : null;
        if (Deliberation.StandingOf(seat.SeatId) is not null) Changed++;
        Deliberation.Cast(seat.SeatId, choice, motive, Tick());
        Codes.Add(Deliberation.ReceiptOf(seat.SeatId)!);
        Lines.Add(new("votes", seat.SeatId, seat.College.ToString(), choice.ToString(), motive ?? ""));
    }

    void SomebodyLeaves()
    {
        if (Sitting() is not { } seat) return;
        Deliberation.Panel.Recuse(seat.SeatId, "Je travaille avec cette équipe.", organiser, Tick());
        Lines.Add(new("leaves", seat.SeatId));
        Recusals++;
        while (Deliberation.Panel.Unrestored is { } recusal) Restore(recusal);
    }

    void Restore(Recusal recusal)
    {
        var ready = Deliberation.Panel.MayReplace(recusal, group, day).ToList();
        if (ready.Count > 0 && random.Next(2) == 0)
        {
            var seat = ready[random.Next(ready.Count)];
            Deliberation.Panel.Substitute(recusal, group, seat.Id, day, Tick());
            Lines.Add(new("sits", seat.Id, seat.College.ToString()));
            Substitutes++;
            return;
        }
        Lines.Add(new("leaves", Deliberation.Panel.DrawAside(recusal, Tick()).SeatId));
        SetAside++;
    }

    PanelSeat? Sitting()
    {
        var sitting = Deliberation.Seats.Where(s => s.Sits).ToList();
        return sitting.Count == 0 ? null : sitting[random.Next(sitting.Count)];
    }

    DateTime Tick() => now = now.AddSeconds(random.Next(1, 600));
}
