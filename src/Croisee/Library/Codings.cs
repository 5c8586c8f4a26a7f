using Croisee.Framework;

namespace Croisee.Library;

/// <summary>
/// What the readers fixed of an experience, when they settled their codings: the six landmarks with their registers, the highest degree
/// reached, the levels (V-LEVEL5). A plain value that says nothing of who read.
/// </summary>
public sealed record Codings(Landmarks Landmarks, string? Degree, IReadOnlyList<string> Levels)
{
    public StoredCodings Stored() => new(LandmarksJson.Write(Landmarks), Degree, [.. Levels]);
}

/// <summary>What the group found, as far as the public reads it: its choice, its motives, the opinions that did not prevail (EXP-R9).</summary>
public sealed record Findings(bool Remarkable, string? Motives, IReadOnlyList<string> MinorityOpinions, Codings? Codings)
{
    public static Findings None { get; } = new(false, null, [], null);
}

/// <summary>Where the findings about an experience come from. What the review room keeps is read through here alone.</summary>
public interface IFindings
{
    Task<Findings> Of(Guid experience);
}
