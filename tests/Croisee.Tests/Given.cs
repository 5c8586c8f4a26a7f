using System.Collections.Concurrent;
using System.Diagnostics;
using Croisee.Data;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests;

/// <summary>What is true before a test begins, said in sentences: <c>await place.Given.AnOpenCall()</c>. One partial file for each noun.</summary>
public sealed partial class Given(Place place)
{
    int number;

    DateTime Now => place.Clock.UtcNow();

    /// <summary>A number nothing else of this place has, for names that must differ.</summary>
    int Next => Interlocked.Increment(ref number);

    /// <summary>Adds nouns with their journal entries, in one save.</summary>
    public async Task Added(params object[] nouns) => await place.Db(async db =>
    {
        foreach (var noun in nouns)
        {
            db.Add(noun);
            if (noun is IAudited audited) db.Record(Now, Actor.System, "donnee.de.test", audited);
        }
        return await db.SaveChangesAsync();
    });

    /// <summary>From now on jobs run only when a test says so.</summary>
    public Task TheClockworkStopped()
    {
        stopped = true;
        return place.App.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Jobs.JobRunner>().Single().StopAsync(CancellationToken.None);
    }

    volatile bool stopped;

    /// <summary>Runs the work of a clockwork job now, as its period would, and from now on nobody else does.</summary>
    public async Task TheJobRan(string name)
    {
        var job = place.App.Services.GetServices<Jobs.JobDefinition>().Single(j => j.Name == name);
        if (!job.OwnLoop) await TheJobIsMine(name);
        using var scope = place.App.Services.CreateScope();
        await job.Work(scope.ServiceProvider, CancellationToken.None);
    }

    readonly ConcurrentDictionary<string, Task> mine = new();

    /// <summary>From now on this job runs only when the test says so: said before the clock moves, or the product's own clockwork finds it due. Its lease is taken as another instance would, and never given back.</summary>
    public Task TheJobIsMine(string name) => mine.GetOrAdd(name, async _ =>
    {
        await place.Db(db => db.Write(d => d.Database.ExecuteSql($"insert into job_runs (name, lease_until) values ({name}, {Now}) on conflict do nothing")));
        for (var waited = Stopwatch.StartNew(); await Take() == 0; await Task.Delay(20)) Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), $"« {name} » goes on running.");

        // A clockwork that was stopped in the middle of a job leaves its lease.
        Task<int> Take() => place.Db(db =>
        {
            var now = Now;
            return db.Write(d => d.JobRuns.Where(r => r.Name == name && (r.LeaseUntil <= now || stopped)).ExecuteUpdate(s => s.SetProperty(r => r.LeaseUntil, now.AddYears(1000)).SetProperty(r => r.StartedAt, now)));
        });
    });
}
