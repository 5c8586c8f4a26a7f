using System.Collections.Concurrent;
using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Jobs;

/// <summary>Runs what is due, one after the other; a job that waits for another machine has a loop to itself. Leases are rows, so several instances share the clockwork.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, IEnumerable<JobDefinition> jobs, JobBell bell, TimeProvider clock, ILogger<JobRunner> log, TimeSpan? renewEvery = null) : BackgroundService
{
    static readonly TimeSpan Pulse = TimeSpan.FromSeconds(5), AfterStart = TimeSpan.FromMilliseconds(500), Lease = TimeSpan.FromMinutes(10), Daily = TimeSpan.FromDays(1);
    /// <summary>Paris time: before people are at work, after the nights when clocks change.</summary>
    const int DailyHour = 6;
    readonly TimeSpan renewal = renewEvery ?? Lease / 3;
    readonly ConcurrentDictionary<string, DateTime> next = new();

    protected override Task ExecuteAsync(CancellationToken stop) =>
        Task.WhenAll(jobs.Where(j => j.OwnLoop).Select(j => Loop([j], stop)).Append(Loop([.. jobs.Where(j => !j.OwnLoop)], stop)));

    async Task Loop(IReadOnlyList<JobDefinition> mine, CancellationToken stop)
    {
        Unhurried.Begin();
        var ear = bell.Listen(mine);
        // The first page is for a reader; what is due can wait that long.
        if (!await Rested(ear, AfterStart, stop)) return;
        while (!stop.IsCancellationRequested)
        {
            foreach (var job in mine.Where(Due))
            {
                await RunOne(job, stop);
                if (!job.OwnLoop) SpareMemory.GiveBackIfAsked();
            }
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
        next[job.Name] = NextTime(job, clock.UtcNow());
        using var scope = scopes.CreateScope();
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        DateTime? since = null;
        string? error = null;
        try
        {
            since = await Take(db, job);
            if (since is not { } mine) return;
            var renewed = Renew(job.Name, mine, held);
            try { await job.Work(scope.ServiceProvider, held.Token); }
            finally
            {
                await held.CancelAsync();
                await renewed;
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { return; }
        catch (Exception e)
        {
            error = e.Message;
            log.LogError(e, "The job {Job} failed and will be tried again at its next time.", job.Name);
        }
        if (since is { } own) await GiveBack(job.Name, own, error);
    }

    /// <summary>What runs once a day does so at the same hour of Paris, whatever the clocks do; the rest after its period.</summary>
    static DateTime NextTime(JobDefinition job, DateTime now)
    {
        if (job.Every < Daily) return now + job.Every;
        var today = now.ParisDay();
        return now < HourOf(today) ? HourOf(today) : HourOf(today.AddDays(1));
    }

    static DateTime HourOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(DailyHour, 0), DateTimeKind.Unspecified), Clock.Paris);

    /// <summary>
    /// Takes the lease, and says since when: null when another instance holds it, or when it is too early. What runs once a day does so over restarts too: a reminder is not said again
    /// because somebody updated the product. And it misses no day on which the instance ran: an instance that slept all of yesterday does not wait for the hour.
    /// </summary>
    async Task<DateTime?> Take(AppDb db, JobDefinition job)
    {
        var (name, now) = (job.Name, clock.UtcNow());
        var today = now.ParisDay();
        var before = job.Every < Daily ? now : (now < HourOf(today) ? today.AddDays(-2) : today.AddDays(-1)).EndOfParisDay();
        if (!await db.JobRuns.AnyAsync(r => r.Name == name))
            await db.Write(d => d.Database.ExecuteSql($"insert into job_runs (name, lease_until) values ({name}, {now}) on conflict do nothing"));
        var taken = await db.Write(d => d.JobRuns.Where(r => r.Name == name && r.LeaseUntil <= now && (r.EndedAt == null || r.LastError != null || r.EndedAt <= before))
            .ExecuteUpdate(s => s.SetProperty(r => r.LeaseUntil, now + Lease).SetProperty(r => r.StartedAt, now))) == 1;
        if (taken) return now;
        // Another instance may be at it, and fail: a whole day is too long to look again.
        if (job.Every >= Daily && await db.JobRuns.Where(r => r.Name == name && r.LeaseUntil > now).Select(r => (DateTime?)r.LeaseUntil).SingleOrDefaultAsync() is { } until && until < next[name]) next[name] = until;
        return null;
    }

    /// <summary>Work may last longer than a lease: it is renewed meanwhile. Once lost (this process slept, the base was away) another instance is at it, and this one stops.</summary>
    async Task Renew(string name, DateTime mine, CancellationTokenSource held)
    {
        while (!held.IsCancellationRequested)
            try
            {
                await Task.Delay(renewal, held.Token);
                using var scope = scopes.CreateScope();
                var until = clock.UtcNow() + Lease;
                if (await scope.ServiceProvider.GetRequiredService<AppDb>().Write(d => d.JobRuns.Where(r => r.Name == name && r.StartedAt == mine).ExecuteUpdate(s => s.SetProperty(r => r.LeaseUntil, until)), held.Token) == 1) continue;
                log.LogWarning("The job {Job} took so long that another instance took it over: it stops here.", name);
                await held.CancelAsync();
            }
            catch (OperationCanceledException) when (held.IsCancellationRequested) { return; }
            catch (Exception e) { log.LogWarning(e, "The lease of {Job} could not be renewed; it is tried again.", name); }
    }

    async Task GiveBack(string name, DateTime mine, string? error)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.UtcNow();
        try
        {
            await db.Write(d => d.JobRuns.Where(r => r.Name == name && r.StartedAt == mine)
                .ExecuteUpdate(s => s.SetProperty(r => r.LeaseUntil, now).SetProperty(r => r.EndedAt, now).SetProperty(r => r.LastError, error)));
        }
        catch (Exception e) { log.LogError(e, "The lease of {Job} ends by itself.", name); }
    }
}
