namespace Croisee.Data;

/// <summary>A verb of the command line, registered by a room's door: <c>croisee NAME …</c>. Returns the exit code.</summary>
public sealed record Verb(string Name, string Usage, string Help, Func<IServiceProvider, string[], Task<int>> Run);
