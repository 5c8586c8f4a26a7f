namespace Croisee.Jobs;

/// <summary>The last run of a job, and the lease that keeps two instances from running it at once.</summary>
public sealed class JobRun
{
    public string Name { get; init; } = "";
    public DateTime? StartedAt { get; init; }
    public DateTime? EndedAt { get; init; }
    public DateTime LeaseUntil { get; init; }
    public string? LastError { get; init; }
}
