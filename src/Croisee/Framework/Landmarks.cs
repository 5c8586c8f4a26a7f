namespace Croisee.Framework;

/// <summary>
/// The six landmarks (« repères », domain 2.1) that describe any engagement: an experience, a project, a campaign, a group, a training.
/// One immutable value: compare it, keep it as one JSON column (<see cref="LandmarksJson"/>), index it by <see cref="Terms"/>.
/// A draft may leave any of them empty; <see cref="Missing"/> names what is still to be said.
/// Setting a code that is not in its vocabulary throws <c>FRM-CODE</c>.
/// </summary>
public sealed record Landmarks
{
    public static Landmarks Empty { get; } = new();

    /// <summary>1. Degree of engagement: promised, and lived by each side (FRM-R1), with the degree of single stages (FRM-R3).</summary>
    public DegreeViews Degree { get; init; } = DegreeViews.Unsaid;

    /// <summary>2. Effects expected for individuals, for a group, or both.</summary>
    public string? EffectsScale { get; init => field = One(Vocabularies.EffectsScale, value, nameof(EffectsScale)); }

    /// <summary>3. Fields of the pathway: health care, medico-social, social.</summary>
    public CodeSet PathwayFields { get; init => field = Many(Vocabularies.PathwayField, value, nameof(PathwayFields)); } = CodeSet.Empty;

    /// <summary>3. Steps of the pathway.</summary>
    public CodeSet Pathways { get; init => field = Many(Vocabularies.Pathway, value, nameof(Pathways)); } = CodeSet.Empty;

    /// <summary>4. Publics of the action, never of a person (EXP-R3).</summary>
    public CodeSet Publics { get; init => field = Many(Vocabularies.Public, value, nameof(Publics)); } = CodeSet.Empty;

    /// <summary>5. Activities concerned.</summary>
    public CodeSet Activities { get; init => field = Many(Vocabularies.Activity, value, nameof(Activities)); } = CodeSet.Empty;

    /// <summary>6. Physical, virtual or mixed space.</summary>
    public string? Space { get; init => field = One(Vocabularies.Space, value, nameof(Space)); }

    /// <summary>6. Levels in the organisation: micro, meso, macro.</summary>
    public CodeSet Scales { get; init => field = Many(Vocabularies.Scale, value, nameof(Scales)); } = CodeSet.Empty;

    /// <summary>First categorisation: the seven registers.</summary>
    public CodeSet Registers { get; init => field = Many(Vocabularies.Register, value, nameof(Registers)); } = CodeSet.Empty;

    /// <summary>Second categorisation: the modalities, each in one cell of the <see cref="Grid"/>.</summary>
    public CodeSet Modalities { get; init => field = Many(Vocabularies.Modality, value, nameof(Modalities)); } = CodeSet.Empty;

    /// <summary>French names of the landmarks on which nothing is said yet, in their order; none when all six are described.</summary>
    public IEnumerable<string> Missing()
    {
        if (Degree.Promised is null) yield return "le degré d’engagement";
        if (EffectsScale is null) yield return "les effets attendus";
        if (Pathways.Count == 0 && PathwayFields.Count == 0) yield return "le parcours";
        if (Publics.Count == 0) yield return "le public concerné";
        if (Activities.Count == 0) yield return "les activités concernées";
        if (Space is null) yield return "l’espace";
        if (Scales.Count == 0) yield return "le niveau dans l’organisation";
    }

    /// <summary>
    /// Every term said, for facets, search and counts. The degree counts as the one promised; what each side lived is compared, not searched.
    /// </summary>
    public IEnumerable<Term> Terms()
    {
        string?[] single = [Degree.Promised, EffectsScale, Space];
        return single.Select(Vocabularies.Find).OfType<Term>()
            .Concat(PathwayFields.Terms).Concat(Pathways.Terms).Concat(Publics.Terms).Concat(Activities.Terms)
            .Concat(Scales.Terms).Concat(Registers.Terms).Concat(Modalities.Terms);
    }

    static string? One(Vocabulary vocabulary, string? code, string field) =>
        string.IsNullOrWhiteSpace(code) ? null : vocabulary.Require(code, field).Code;

    /// <summary>Also refuses a set made for another vocabulary.</summary>
    static CodeSet Many(Vocabulary vocabulary, CodeSet codes, string field) => CodeSet.Of(vocabulary, codes, field);
}
