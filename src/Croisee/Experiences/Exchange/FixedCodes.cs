using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>What a group fixed of an experience in the words of the framework, as a file tells it: codes only. Here, the room that reads fixes it.</summary>
public sealed class FixedCodes
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
}
