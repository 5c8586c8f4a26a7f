using Croisee.Rules;

namespace Croisee.Library;

/// <summary>An experience can be read by everyone, for the first time or changed.</summary>
public sealed record ExperiencePublished(Guid ExperienceId, string Reference, int Number, bool Remarkable, DateTime At) : IFact;
