namespace Croisee.Framework;

/// <summary>
/// The degree of engagement as three values, never one: promised, lived by the persons concerned, lived by the professionals (FRM-R1).
/// The gaps are shown; a low degree is no fault, promising more than is done is (FRM-R2).
/// </summary>
public sealed record DegreeViews
{
    public static DegreeViews Unsaid { get; } = new();

    public string? Promised { get; init => field = Known(value, nameof(Promised)); }
    public string? ByPersons { get; init => field = Known(value, nameof(ByPersons)); }
    public string? ByProfessionals { get; init => field = Known(value, nameof(ByProfessionals)); }

    /// <summary>Degree of single stages, in the order of the project (FRM-R3); a stage that is not there follows the whole.</summary>
    public StageDegrees Stages { get; init; } = StageDegrees.None;

    public DegreeGap PersonsGap => new(Promised, ByPersons, Side.Persons);
    public DegreeGap ProfessionalsGap => new(Promised, ByProfessionals, Side.Professionals);

    /// <summary>Persons' degree less professionals' degree, in rungs; null until both have spoken.</summary>
    public int? BetweenSides => ByPersons is null || ByProfessionals is null ? null : Degree.Rank(ByPersons) - Degree.Rank(ByProfessionals);

    /// <summary>What to show under the degrees, in French; the gap between the sides comes last because it is what to talk about.</summary>
    public IEnumerable<string> Sentences()
    {
        if (Promised is not null)
        {
            yield return PersonsGap.Sentence;
            yield return ProfessionalsGap.Sentence;
        }
        if (BetweenSides is not (null or 0))
            yield return "Les personnes concernées et les professionnels n’ont pas vécu la même chose : cet écart mérite d’être discuté ensemble.";
    }

    /// <summary>The same in easy words, one idea a line; the promise is said once.</summary>
    public IEnumerable<string> EasyLines()
    {
        if (Promised is not null)
        {
            foreach (var line in PersonsGap.EasyLines) yield return line;
            foreach (var line in ProfessionalsGap.EasyLines.Skip(1)) yield return line;
        }
        if (BetweenSides is null or 0) yield break;
        yield return "Les personnes et les professionnels ne disent pas pareil.";
        yield return "Il faut en parler ensemble.";
    }

    static string? Known(string? code, string field) =>
        string.IsNullOrWhiteSpace(code) ? null : Vocabularies.Degree.Require(code, field).Code;
}

/// <summary>Who says which degree was lived.</summary>
public enum Side { Persons, Professionals }
