using Croisee.Review;

namespace Croisee.Library;

/// <summary>
/// What the group found, as far as the public reads it: its choice, its motives, the opinions that did not prevail (EXP-R9), the sides that chose, and what a
/// pair fixed together of the codings.
/// </summary>
/// <param name="DecidedText">Fingerprint of the texts that the group decided about; null when it is not known.</param>
public sealed record Findings(bool Remarkable, string? Motives, IReadOnlyList<string> MinorityOpinions, Coding? Fixed, GroupSides? Sides = null, string? DecidedText = null);
