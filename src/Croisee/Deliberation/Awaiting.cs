using Croisee.Groups;

namespace Croisee.Deliberation;

public enum Expectation
{
    Nothing,
    Opinion,
    Ballot,
}

/// <summary>One college before a question's step ends: how many of its seats that sit have spoken, and who is still awaited. Never what anybody said.</summary>
public sealed record CollegeVoices(College College, int Given, int Seats, IReadOnlyList<string> Awaited);

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

    /// <summary>The same by college, for whoever steers: recused seats and seats set aside are not counted (EXP-R7, S19). Empty when nothing is owed.</summary>
    public static IReadOnlyList<CollegeVoices> VoicesByCollege(this Deliberation question, DateTime now)
    {
        var awaited = question.Awaited(now).ToHashSet();
        if (awaited.Count == 0) return [];
        return [.. question.Panel.Colleges.Select(college =>
        {
            var sitting = question.Seats.Where(s => s.College == college && s.Sits).ToList();
            return new CollegeVoices(college, sitting.Count(s => !awaited.Contains(s)), sitting.Count, [.. sitting.Where(awaited.Contains).Select(s => s.Label)]);
        })];
    }
}
