using Croisee.Rules;

namespace Croisee.Review;

/// <summary>A pair settled its codings: the library may say so of the sheet.</summary>
public sealed record CodingSettled(Guid ExperienceId) : IFact;

/// <summary>Whoever leads the group corrected words of its reasons: each text as it was and what it says now, the motives first, then each opinion in its place.</summary>
public sealed record MotivesCorrected(Guid ExperienceId, IReadOnlyList<(string Was, string Now)> Words) : IFact;

/// <summary>The group decided about an experience.</summary>
public sealed record ExperienceSelected(Guid ExperienceId, bool Remarkable) : IFact;
