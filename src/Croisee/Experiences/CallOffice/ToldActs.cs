namespace Croisee.Experiences.CallOffice;

/// <summary>How a history says the acts of a room, after the name of who acted: each room that acts on an experience gives its own in its door.</summary>
public sealed record ToldActs(IReadOnlyDictionary<string, string> Words);
