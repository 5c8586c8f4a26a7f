using System.Text.Json;
using System.Text.Json.Serialization;

namespace Croisee.Framework;

/// <summary>Landmarks as one text column: names without their empty parts, always in the same order, so that equal values are equal texts.</summary>
public static class LandmarksJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(Landmarks landmarks)
    {
        var d = landmarks.Degree;
        return JsonSerializer.Serialize(new Stored(
            d.Promised, d.ByPersons, d.ByProfessionals, d.Stages.Rows.Count == 0 ? null : d.Stages.Rows.ToDictionary(r => r.Stage, r => (string?)r.Degree),
            landmarks.EffectsScale, Some(landmarks.PathwayFields), Some(landmarks.Pathways), Some(landmarks.Publics), Some(landmarks.Activities),
            landmarks.Space, Some(landmarks.Scales), Some(landmarks.Registers), Some(landmarks.Modalities)), Options);
    }

    static string[]? Some(CodeSet codes) => codes.Count == 0 ? null : [.. codes];

    /// <exception cref="JsonException">Not JSON written here.</exception>
    /// <exception cref="Rules.RuleBroken">A code that this version does not know: codes are never removed, so the text is not ours.</exception>
    public static Landmarks Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json) || json == "{}") return Landmarks.Empty;
        var s = JsonSerializer.Deserialize<Stored>(json, Options) ?? throw new JsonException("Landmarks are null.");
        return new Landmarks
        {
            Degree = new DegreeViews
            {
                Promised = s.DegreePromised,
                ByPersons = s.DegreeByPersons,
                ByProfessionals = s.DegreeByProfessionals,
                Stages = s.DegreeByStage is null ? StageDegrees.None : StageDegrees.Of(s.DegreeByStage),
            },
            EffectsScale = s.EffectsScale,
            PathwayFields = CodeSet.Of(Vocabularies.PathwayField, s.PathwayFields),
            Pathways = CodeSet.Of(Vocabularies.Pathway, s.Pathways),
            Publics = CodeSet.Of(Vocabularies.Public, s.Publics),
            Activities = CodeSet.Of(Vocabularies.Activity, s.Activities),
            Space = s.Space,
            Scales = CodeSet.Of(Vocabularies.Scale, s.Scales),
            Registers = CodeSet.Of(Vocabularies.Register, s.Registers),
            Modalities = CodeSet.Of(Vocabularies.Modality, s.Modalities),
        };
    }

    sealed record Stored(
        string? DegreePromised, string? DegreeByPersons, string? DegreeByProfessionals, Dictionary<string, string?>? DegreeByStage,
        string? EffectsScale, string[]? PathwayFields, string[]? Pathways, string[]? Publics, string[]? Activities,
        string? Space, string[]? Scales, string[]? Registers, string[]? Modalities);
}
