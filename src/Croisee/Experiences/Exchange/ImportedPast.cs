using System.Globalization;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>
/// What a file said of an experience before it came here: when it was sent, what a group chose and fixed there. Kept and given out again as it came, always
/// marked as taken from a file: nobody of this instance decided it, so it is no choice here and changes no state (EXP-R7, EXP-R9).
/// </summary>
public sealed class ImportedPast
{
    public const string Origin = "reprise d’un fichier", Here = "décidé dans cette instance";
    /// <summary>As much as a hundred votes say here: what this instance gives out must come in again.</summary>
    public const int MotivesMax = 200_000;
    public const int ReasonMax = 2000, MinorityMax = 200;

    ImportedPast() => File = "";

    ImportedPast(Guid experienceId, ExchangeRow row, string file, DateTime now)
    {
        (ExperienceId, File, At) = (experienceId, file.Length > 200 ? file[..200] : file, now);
        (BegunOn, SentOn) = (DayOf(row.BegunOn), DayOf(row.SentOn));
        (Remarkable, Motives, MinorityOpinions, DecidedOn) = (row.Remarkable, row.Motives, [.. row.Minority], DayOf(row.DecidedOn));
        (Coding, CodingReason, FixedOn) = (row.Fixed, row.CodingReason, DayOf(row.FixedOn));
    }

    /// <summary>Null when the row tells nothing of it.</summary>
    internal static ImportedPast? Of(Guid experienceId, ExchangeRow row, string file, DateTime now) =>
        (row.BegunOn ?? row.SentOn) is null && row.Remarkable is null && row.Fixed.SaysNothing() ? null : new(experienceId, row, file, now);

    public Guid ExperienceId { get; private set; }
    public DateOnly? BegunOn { get; private set; }
    public DateOnly? SentOn { get; private set; }
    /// <summary>Null when the file tells of no choice.</summary>
    public bool? Remarkable { get; private set; }
    public string? Motives { get; private set; }
    public List<string> MinorityOpinions { get; private set; } = [];
    public DateOnly? DecidedOn { get; private set; }
    public CodedFields Coding { get; private set; } = new();
    public string? CodingReason { get; private set; }
    public DateOnly? FixedOn { get; private set; }
    /// <summary>Its name, without its folder.</summary>
    public string File { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Puts back into a row what the file said, where this instance has not decided itself.</summary>
    internal void Tell(ExchangeRow row)
    {
        (row.BegunOn, row.SentOn) = (Told(BegunOn) ?? row.BegunOn, Told(SentOn) ?? row.SentOn);
        if (row.Remarkable is null && Remarkable is not null)
            (row.Remarkable, row.Motives, row.Minority, row.DecidedOn, row.ChoiceOrigin) = (Remarkable, Motives, [.. MinorityOpinions], Told(DecidedOn), Origin);
        if (row.Fixed.SaysNothing() && !Coding.SaysNothing()) (row.Fixed, row.CodingReason, row.FixedOn, row.CodingOrigin) = (Coding, CodingReason, Told(FixedOn), Origin);
    }

    internal static DateOnly? DayOf(string? day) => day is null ? null : DateOnly.ParseExact(day, DayField.Written, CultureInfo.InvariantCulture);

    internal static string? Told(DateOnly? day) => day?.ToString(DayField.Written, CultureInfo.InvariantCulture);
}
