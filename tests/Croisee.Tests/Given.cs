using Croisee.Data;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
    public Task TheClockworkStopped() => place.App.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Jobs.JobRunner>().Single().StopAsync(CancellationToken.None);

    const int JobTries = 6;

    /// <summary>Runs the work of a clockwork job now, as its period would. The clockwork itself may run it in the same instant: what a rule of the base then refuses is tried again, as it is there.</summary>
    public async Task TheJobRan(string name)
    {
        var job = place.App.Services.GetServices<Jobs.JobDefinition>().Single(j => j.Name == name);
        for (var tries = 1; ; tries++)
        {
            using var scope = place.App.Services.CreateScope();
            try { await job.Work(scope.ServiceProvider, CancellationToken.None); return; }
            catch (DbUpdateException) when (tries < JobTries) { await Task.Delay(200); }
        }
    }
}
