using Croisee.Framework;
using Croisee.Review.Evidence;

namespace Croisee.Review;

/// <summary>The framework as a form: what a reader codes, and what a pair fixes.</summary>
public class CodingForm
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

    public Coding ToCoding() => new()
    {
        Degree = Blank(Degree), Level = Blank(Level),
        Landmarks = new()
        {
            Degree = new DegreeViews { Promised = Blank(Promised) },
            EffectsScale = Blank(EffectsScale), Space = Blank(Space),
            PathwayFields = CodeSet.Of(Vocabularies.PathwayField, PathwayFields), Pathways = CodeSet.Of(Vocabularies.Pathway, Pathways), Publics = CodeSet.Of(Vocabularies.Public, Publics),
            Activities = CodeSet.Of(Vocabularies.Activity, Activities), Scales = CodeSet.Of(Vocabularies.Scale, Scales), Registers = CodeSet.Of(Vocabularies.Register, Registers), Modalities = CodeSet.Of(Vocabularies.Modality, Modalities),
        },
    };

    public void From(Coding coding)
    {
        var marks = coding.Landmarks;
        (Degree, Level, Promised, EffectsScale, Space) = (coding.Degree, coding.Level, marks.Degree.Promised, marks.EffectsScale, marks.Space);
        (Registers, Scales, PathwayFields, Pathways, Publics, Activities, Modalities) = ([.. marks.Registers], [.. marks.Scales], [.. marks.PathwayFields], [.. marks.Pathways], [.. marks.Publics], [.. marks.Activities], [.. marks.Modalities]);
    }

    static string? Blank(string? code) => string.IsNullOrEmpty(code) ? null : code;
}

/// <summary>One field of two codings side by side, and whether they differ.</summary>
public sealed record CodingLine(string Name, string Mine, string Theirs)
{
    public bool Differs => Mine != Theirs;

    public const string Nothing = "rien de dit";

    public static IReadOnlyList<CodingLine> Compare(Coding mine, Coding theirs, Labels labels)
    {
        string Of(CodeSet codes) => codes.Count == 0 ? Nothing : string.Join(", ", labels.Of(codes).Order(StringComparer.Ordinal));
        return [.. CodedField.All.Select(f => new CodingLine(f.Name, Of(f.Said(mine)), Of(f.Said(theirs))))];
    }

    /// <summary>What one coding says, without what it leaves open.</summary>
    public static IReadOnlyList<CodingLine> Said(Coding coding, Labels labels) => [.. Compare(coding, coding, labels).Where(l => l.Mine != Nothing)];
}
