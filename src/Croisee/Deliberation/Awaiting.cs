namespace Croisee.Deliberation;

public enum Expectation
{
    Nothing,
    Opinion,
    Ballot,
}

/// <summary>What a question waits for, and from whom: the member's own page, the group's board and the reminders ask this.</summary>
public static class Awaiting
{
    /// <summary>What the seat still owes at <paramref name="now"/>. Speaking in a discussion is never owed.</summary>
    public static Expectation From(this Deliberation question, Guid seatId, DateTime now)
    {
        if (!question.Panel.Sits(seatId)) return Expectation.Nothing;
        return question.Step switch
        {
            Step.Opinions when question.Opinions.All(o => o.SeatId != seatId) => Expectation.Opinion,
            Step.Ballot when question.StandingOf(seatId) is null && !(now >= question.BallotEndsAt) => Expectation.Ballot,
            _ => Expectation.Nothing,
        };
    }

    /// <summary>The seats that still owe something, in the order of the roll.</summary>
    public static IEnumerable<PanelSeat> Awaited(this Deliberation question, DateTime now) => question.Seats.Where(s => question.From(s.SeatId, now) != Expectation.Nothing);
}
