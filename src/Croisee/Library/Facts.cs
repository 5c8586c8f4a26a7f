using Croisee.Rules;

namespace Croisee.Library;

/// <summary>An experience can be read by everyone, for the first time or changed.</summary>
/// <param name="ByAuthors">Its authors agreed just now; false for what is taken over from elsewhere.</param>
public sealed record ExperiencePublished(Guid ExperienceId, string Reference, int Number, bool Remarkable, bool ByAuthors, DateTime At) : IFact;
