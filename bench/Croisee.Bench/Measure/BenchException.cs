namespace Croisee.Bench.Measure;

/// <summary>The measure cannot be made; the message, in French, says what is missing.</summary>
public sealed class BenchException(string message) : Exception(message);
