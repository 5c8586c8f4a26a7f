using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>What was decided here of an experience: the group's choice with its motives, and what was fixed of it with its reason.</summary>
sealed record DecidedHere(MadeChoice? Choice, FixedHere? Coding)
{
    public void Tell(ExchangeRow row)
    {
        if (Choice is { } choice) (row.Remarkable, row.Motives, row.Minority, row.DecidedOn, row.ChoiceOrigin) = (choice.Remarkable, choice.Motives, [.. choice.Minority], ImportedPast.Told(choice.On), ImportedPast.Here);
        if (Coding is { } coding) (row.Fixed, row.CodingReason, row.FixedOn, row.CodingOrigin) = (coding.Codes, coding.Reason, ImportedPast.Told(coding.On), ImportedPast.Here);
    }
}

sealed record MadeChoice(bool Remarkable, string Motives, IReadOnlyList<string> Minority, DateOnly On);

sealed record FixedHere(CodedFields Codes, string Reason, DateOnly On);

/// <summary>A slot: the room that reads and chooses, a higher one, keeps it.</summary>
interface IDecisions
{
    /// <summary>By experience; those about which nothing was decided are not in it.</summary>
    Task<IReadOnlyDictionary<Guid, DecidedHere>> Of(IReadOnlyList<Guid> experiences);
}
