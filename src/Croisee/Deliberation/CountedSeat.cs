using Croisee.Groups;

namespace Croisee.Deliberation;

/// <summary>One seat that sits on the question, as a count sees it: its side, and what it said if it spoke.</summary>
public readonly record struct CountedSeat(College College, Vote? Vote, string? Motive = null);
