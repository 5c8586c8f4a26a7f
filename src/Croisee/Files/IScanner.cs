namespace Croisee.Files;

public enum ScanState
{
    Clean,
    Infected,
    /// <summary>No antivirus answers: nothing is learned about the file.</summary>
    Unavailable,
    /// <summary>The antivirus was there and did not come to an end with this file (crash, silence, refusal).</summary>
    Failed,
    /// <summary>This instance has no antivirus.</summary>
    NotConfigured,
}

/// <param name="Threat">The antivirus's name for what it found, or what it said when it failed.</param>
public readonly record struct ScanOutcome(ScanState State, string? Threat = null);

public interface IScanner
{
    /// <summary>Whether there is any point in scanning now. True without an antivirus: there is nothing to wait for.</summary>
    Task<bool> IsUp(CancellationToken cancel);

    /// <summary>Never throws for a scanner's trouble: that is an outcome. Throws when <paramref name="cancel"/> asks for it.</summary>
    Task<ScanOutcome> Scan(Stream content, CancellationToken cancel);
}

/// <summary>No antivirus configured: files pass, and each keeps the fact that nobody looked (<see cref="StoredFile.Scanned"/>).</summary>
public sealed class NoScanner : IScanner
{
    public Task<bool> IsUp(CancellationToken cancel) => Task.FromResult(true);
    public Task<ScanOutcome> Scan(Stream content, CancellationToken cancel) => Task.FromResult(new ScanOutcome(ScanState.NotConfigured));
}
