namespace Croisee.Framework;

/// <summary>
/// The fields that a reading codes, each with its closed list: codes only. Written here once, for the form of a reader, what a pair fixes, and what a file tells of
/// an experience; a field that is added comes into all of them.
/// </summary>
public class CodedFields
{
    [Vocabulary("V-DEGRE")] public string? Degree { get; set; }
    [Vocabulary("V-DEGRE")] public string? Promised { get; set; }
    [Vocabulary("V-LEVEL5")] public string? Level { get; set; }
    [Vocabulary("V-REGISTRE")] public List<string> Registers { get; set; } = [];
    [Vocabulary("V-NIVEAU")] public List<string> Scales { get; set; } = [];
    [Vocabulary("V-EFFET-ECHELLE")] public string? EffectsScale { get; set; }
    [Vocabulary("V-CHAMP")] public List<string> PathwayFields { get; set; } = [];
    [Vocabulary("V-PARCOURS")] public List<string> Pathways { get; set; } = [];
    [Vocabulary("V-PUBLIC")] public List<string> Publics { get; set; } = [];
    [Vocabulary("V-ACTIVITE")] public List<string> Activities { get; set; } = [];
    [Vocabulary("V-ESPACE")] public string? Space { get; set; }
    [Vocabulary("V-MODALITE")] public List<string> Modalities { get; set; } = [];

    public bool SaysNothing() => (Degree ?? Promised ?? Level ?? EffectsScale ?? Space) is null && Registers.Count + Scales.Count + PathwayFields.Count + Pathways.Count + Publics.Count + Activities.Count + Modalities.Count == 0;

    /// <summary>Takes what was coded: the degree and the level stand beside the landmarks.</summary>
    public void Take(string? degree, string? level, Landmarks marks)
    {
        (Degree, Level, Promised, EffectsScale, Space) = (degree, level, marks.Degree.Promised, marks.EffectsScale, marks.Space);
        (Registers, Scales, PathwayFields, Pathways, Publics, Activities, Modalities) = ([.. marks.Registers], [.. marks.Scales], [.. marks.PathwayFields], [.. marks.Pathways], [.. marks.Publics], [.. marks.Activities], [.. marks.Modalities]);
    }

    /// <summary>The same as landmarks; an empty choice says nothing.</summary>
    public Landmarks ToLandmarks() => new()
    {
        Degree = new DegreeViews { Promised = Blank(Promised) },
        EffectsScale = Blank(EffectsScale), Space = Blank(Space),
        PathwayFields = CodeSet.Of(Vocabularies.PathwayField, PathwayFields), Pathways = CodeSet.Of(Vocabularies.Pathway, Pathways), Publics = CodeSet.Of(Vocabularies.Public, Publics),
        Activities = CodeSet.Of(Vocabularies.Activity, Activities), Scales = CodeSet.Of(Vocabularies.Scale, Scales), Registers = CodeSet.Of(Vocabularies.Register, Registers), Modalities = CodeSet.Of(Vocabularies.Modality, Modalities),
    };

    protected static string? Blank(string? code) => string.IsNullOrEmpty(code) ? null : code;
}
