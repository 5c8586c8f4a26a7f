namespace Croisee.Review.Evidence;

/// <summary>A reading that was given, as it is compared: of which experience, by which pair, from which side. Never by whom.</summary>
/// <param name="Edition">The edition of the framework that was in force.</param>
public sealed record GivenCoding(Guid Experience, Guid Pair, bool ByServiceUser, Coding Coding, int Edition = 0);
