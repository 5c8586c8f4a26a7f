using Croisee.Review;

namespace Croisee.Library;

/// <summary>What the group found, as far as the public reads it: its choice, its motives, the opinions that did not prevail (EXP-R9), and what a pair fixed together of the codings.</summary>
public sealed record Findings(bool Remarkable, string? Motives, IReadOnlyList<string> MinorityOpinions, Coding? Fixed);
