using Croisee.Rules;

namespace Croisee.Review;

/// <summary>A pair settled its codings: the library may say so of the sheet.</summary>
public sealed record CodingSettled(Guid ExperienceId) : IFact;

/// <summary>The group decided about an experience.</summary>
public sealed record ExperienceSelected(Guid ExperienceId, bool Remarkable) : IFact;
