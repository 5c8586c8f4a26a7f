namespace Croisee.Journal;

/// <summary>How the journal and a history say the acts of a room, after the name of who acted: each room gives its own in its door.</summary>
public sealed record ToldActs(IReadOnlyDictionary<string, string> Words);
