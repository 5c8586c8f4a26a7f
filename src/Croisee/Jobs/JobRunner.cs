using System.Collections.Concurrent;
using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Jobs;

/// <summary>Runs what is due, one after the other; a job that waits for another machine has a loop to itself. Leases are rows, so several instances share the clockwork.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<JobDefinition> jobs, JobBell bell, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(5), AfterStart = TimeSpan.FromMilliseconds(500), Lease = TimeSpan.FromMinutes(10), Daily = TimeSpan.FromDays(1);
    readonly ConcurrentDictionary<string, DateTime> next = new();

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(jobs.Where(j => j.OwnLoop).Select(j => Loop([j], stop)).Append(Loop([.. jobs.Where(j => !j.OwnLoop)], stop)));

    async Task Loop(IReadOnlyList<JobDefinition> mine, CancellationToken stop)
    {
        var ear = bell.Listen(mine);
        // The first page is for a reader; what is due can wait that long.
        if (!await Rested(ear, AfterStart, stop)) return;
        while (!stop.IsCancellationRequested)
        {
            foreach (var job in mine.Where(Due)) await RunOne(job, stop);
            if (!await Rested(ear, Pulse, stop)) return;
        }
    }

    /// <summary>False when it is time to stop.</summary>
    static async Task<bool> Rested(JobBell.Ear ear, TimeSpan atMost, CancellationToken stop)
    {
        try { await ear.Wait(atMost, stop); }
        catch (OperationCanceledException) { return false; }
        return true;
    }

    bool Due(JobDefinition job) => bell.Answer(job.Name) | clock.UtcNow() >= next.GetValueOrDefault(job.Name);

    async Task RunOne(JobDefinition job, CancellationToken stop)
    {
        next[job.Name] = clock.UtcNow() + job.Every;
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        string? error = null;
        try
        {
            if (!await Take(db, job)) return;
            await job.Work(scope.ServiceProvider, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { return; }
        catch (Exception e)
        {
            error = e.Message;
            log.LogError(e, "The job {Job} failed and will be tried again at its next time.", job.Name);
        }
        await GiveBack(job.Name, error);
    }

    /// <summary>What runs once a day does so over restarts too: a reminder is not said again because somebody updated the product.</summary>
    async Task<bool> Take(AppDb db, JobDefinition job)
    {
        var (name, now) = (job.Name, clock.UtcNow());
        var again = job.Every < Daily ? now : now - job.Every / 2;
        if (!await db.JobRuns.AnyAsync(r => r.Name == name))
            await db.Write(d => d.Database.ExecuteSql($"insert into job_runs (name, lease_until) values ({name}, {now}) on conflict do nothing"));
        return await db.Write(d => d.JobRuns.Where(r => r.Name == name && r.LeaseUntil <= now && (r.EndedAt == null || r.LastError != null || r.EndedAt <= again))
            .ExecuteUpdate(s => s.SetProperty(r => r.LeaseUntil, now + Lease).SetProperty(r => r.StartedAt, now))) == 1;
    }

    async Task GiveBack(string name, string? error)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.UtcNow();
        try
        {
            await db.Write(d => d.JobRuns.Where(r => r.Name == name)
                .ExecuteUpdate(s => s.SetProperty(r => r.LeaseUntil, now).SetProperty(r => r.EndedAt, now).SetProperty(r => r.LastError, error)));
        }
        catch (Exception e) { log.LogError(e, "The lease of {Job} ends by itself.", name); }
    }
}
