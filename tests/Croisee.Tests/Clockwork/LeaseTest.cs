using Croisee.Data;
using Croisee.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Croisee.Tests.Clockwork;

/// <summary>Several instances share the clockwork: long work is done once, and what runs once a day does so at its hour.</summary>
[Trait("kind", "slow")]
public sealed class LeaseTest : IAsyncLifetime
{
    const string Long = "essai long", Last = "essai de la fin";
    readonly Place place = new();

    public async ValueTask InitializeAsync()
    {
        await place.InitializeAsync();
        await place.Given.TheClockworkStopped();
    }

    public ValueTask DisposeAsync() => place.DisposeAsync();

    /// <summary>An instance whose long job is this; it has looked at each of its jobs once when the task that is given ends.</summary>
    async Task<(JobRunner Runner, JobBell Bell, Task Looked)> Instance(Func<CancellationToken, Task> work, TimeSpan? every = null, TimeSpan? renewal = null, Action? atTheEnd = null)
    {
        var (looked, bell) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new JobBell());
        JobDefinition[] jobs = [new(Long, every ?? TimeSpan.FromHours(1), (_, stop) => work(stop)), new(Last + Guid.CreateVersion7(), TimeSpan.FromHours(1), (_, _) => { atTheEnd?.Invoke(); looked.TrySetResult(); return Task.CompletedTask; })];
        var runner = new JobRunner(place.App.Services.GetRequiredService<IServiceScopeFactory>(), jobs, bell, place.Clock, NullLogger<JobRunner>.Instance, renewal);
        await runner.StartAsync(TestContext.Current.CancellationToken);
        return (runner, bell, looked.Task);
    }

    Task<JobRun> Row() => place.Db(db => db.JobRuns.AsNoTracking().SingleAsync(r => r.Name == Long));

    [Fact]
    public async Task Work_longer_than_a_lease_is_not_begun_by_another_instance()
    {
        var (runs, begun, over) = (0, new TaskCompletionSource(), new TaskCompletionSource());
        var (one, _, oneLooked) = await Instance(async stop => { runs++; begun.SetResult(); await over.Task.WaitAsync(stop); }, renewal: TimeSpan.FromMilliseconds(30));
        await begun.Task;
        var lease = (await Row()).LeaseUntil;
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        while ((await Row()).LeaseUntil <= lease) await Task.Delay(20, TestContext.Current.CancellationToken);
        var (other, _, otherLooked) = await Instance(_ => { runs++; return Task.CompletedTask; });
        await otherLooked;
        Assert.Equal(1, runs);
        var from = place.Clock.UtcNow();
        over.SetResult();
        await oneLooked;
        Assert.InRange((await Row()).EndedAt!.Value, from, place.Clock.UtcNow());
        foreach (var runner in new[] { one, other }) { await runner.StopAsync(TestContext.Current.CancellationToken); runner.Dispose(); }
    }

    [Fact]
    public async Task Whoever_lost_the_lease_stops_and_gives_nothing_back()
    {
        var (since, stopped) = (place.Clock.UtcNow().AddMinutes(11), false);
        var (runner, _, looked) = await Instance(async stop =>
        {
            await place.Db(db => db.Write(d => d.JobRuns.Where(r => r.Name == Long).ExecuteUpdate(s => s.SetProperty(r => r.StartedAt, since).SetProperty(r => r.LeaseUntil, since.AddMinutes(10)))));
            try { await Task.Delay(Timeout.Infinite, stop); }
            finally { stopped = true; }
        }, renewal: TimeSpan.FromMilliseconds(30));
        await looked;
        Assert.True(stopped);
        var row = await Row();
        Assert.Equal((since, since.AddMinutes(10), null, null), (row.StartedAt, row.LeaseUntil, row.EndedAt, row.LastError));
        await runner.StopAsync(TestContext.Current.CancellationToken);
        runner.Dispose();
    }

    /// <summary>An update in the afternoon moved the reminders of the next days to the afternoon, and then over a day's end.</summary>
    [Fact]
    public async Task A_daily_job_keeps_its_hour_over_restarts_and_changes_of_clocks()
    {
        var runs = new List<DateTime>();
        Task Count(CancellationToken stop) { runs.Add(place.Clock.UtcNow()); return Task.CompletedTask; }
        place.Clock.Set(new DateTime(2027, 3, 26, 10, 0, 0));
        var (first, _, looked) = await Instance(Count, TimeSpan.FromDays(1));
        await looked;
        await first.StopAsync(TestContext.Current.CancellationToken);
        first.Dispose();
        // Started again in the afternoon: it has run today.
        place.Clock.Set(new DateTime(2027, 3, 26, 15, 0, 0));
        var ends = 0;
        var (runner, bell, again) = await Instance(Count, TimeSpan.FromDays(1), atTheEnd: () => Interlocked.Increment(ref ends));
        await again;
        var end = await place.Db(db => db.JobRuns.Where(r => r.Name.StartsWith(Last)).OrderByDescending(r => r.Name).Select(r => r.Name).FirstAsync());
        // 6 in Paris is 5 in UTC, then 4 from the 28th on.
        var hours = new[] { new DateTime(2027, 3, 27, 4, 59, 0), new DateTime(2027, 3, 27, 5, 0, 0), new DateTime(2027, 3, 28, 3, 59, 0), new DateTime(2027, 3, 28, 4, 0, 0), new DateTime(2027, 3, 28, 22, 30, 0) };
        foreach (var at in hours)
        {
            place.Clock.Set(at);
            var before = ends;
            bell.Ring(end);
            while (Volatile.Read(ref ends) == before) await Task.Delay(20, TestContext.Current.CancellationToken);
            // The pass that was under way when the clock moved may have looked before: the next has not.
            before = ends;
            bell.Ring(end);
            while (Volatile.Read(ref ends) == before) await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.Equal([new DateTime(2027, 3, 26, 10, 0, 0), hours[1], hours[3]], runs.Select(r => r.Date.AddMinutes((int)r.TimeOfDay.TotalMinutes)));
        await runner.StopAsync(TestContext.Current.CancellationToken);
        runner.Dispose();
    }
}
