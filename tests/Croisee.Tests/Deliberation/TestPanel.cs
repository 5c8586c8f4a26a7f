using Croisee.Groups;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>A working group of so many seats on each side, all taken, and the questions it is asked.</summary>
sealed class TestPanel
{
    public static readonly DateOnly Day = new(2027, 3, 1);

    public TestPanel(int size)
    {
        Group = new Group("Groupe de lecture", Guid.CreateVersion7(), GroupKind.WorkingGroup, Now);
        for (var i = 0; i < size; i++) People.Add(Join(College.ServiceUsers));
        for (var i = 0; i < size; i++) Professionals.Add(Join(College.Professionals));
    }

    public DateTime Now { get; set; } = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);
    public Guid Organiser { get; } = Guid.CreateVersion7();
    public Group Group { get; }
    public List<Seat> People { get; } = [];
    public List<Seat> Professionals { get; } = [];

    public Seat Join(College college, SeatRole role = SeatRole.Member)
    {
        var seat = Group.OpenSeat(college, $"Membre {Group.Seats.Count + 1}", new(Day.AddDays(-30)), role);
        Group.Fill(seat, Guid.CreateVersion7(), Organiser, Day.AddDays(-30));
        return seat;
    }

    public Deliberation Ask(DecisionRule rule = DecisionRule.DoubleMajority) =>
        new(Group, "Retenir cette expérience comme remarquable ?", new("experience", Guid.CreateVersion7()), rule, Quorum.MoreThanHalf, Day, Now);

    public void Discuss(Deliberation question)
    {
        question.Give(People[0].Id, "Le récit est sincère.", Now);
        question.Give(Professionals[0].Id, "Il manque les effets.", Now);
        question.OpenDiscussion(Now);
    }

    /// <summary>A question whose ballot is open, until <paramref name="endsAt"/> when given.</summary>
    public Deliberation Vote(DateTime? endsAt = null, DecisionRule rule = DecisionRule.DoubleMajority)
    {
        var question = Ask(rule);
        Discuss(question);
        question.OpenBallot(endsAt, Now);
        return question;
    }
}
