using Croisee.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Croisee.Tests.Clockwork;

/// <summary>What runs once a day runs once a day, however often the product is started again; what failed is tried at the next start.</summary>
[Trait("kind", "slow")]
public sealed class RestartTest(Place place) : IClassFixture<Place>
{
    readonly Dictionary<string, int> runs = [];

    /// <summary>One life of the clockwork: ended once the last of its jobs, an hourly one, has run.</summary>
    async Task OneLife(bool broken = false)
    {
        var lastRan = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        JobDefinition[] jobs =
        [
            new("essai de chaque jour", TimeSpan.FromDays(1), (_, _) => { Count("jour"); return broken ? throw new InvalidOperationException("essai") : Task.CompletedTask; }),
            new("essai de chaque heure", TimeSpan.FromHours(1), (_, _) => { Count("heure"); lastRan.SetResult(); return Task.CompletedTask; }),
        ];
        using var runner = new JobRunner(place.App.Services.GetRequiredService<IServiceScopeFactory>(), jobs, new JobBell(), place.Clock, NullLogger<JobRunner>.Instance);
        await runner.StartAsync(TestContext.Current.CancellationToken);
        await lastRan.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await runner.StopAsync(TestContext.Current.CancellationToken);
        // A life that ends in the middle of an hour leaves its lease; the next one begins after it.
        place.Clock.Advance(TimeSpan.FromMinutes(11));
    }

    void Count(string name) => runs[name] = runs.GetValueOrDefault(name) + 1;

    [Fact]
    public async Task A_daily_job_is_not_run_again_by_a_restart()
    {
        await OneLife();
        await OneLife();
        await OneLife();
        Assert.Equal((1, 3), (runs["jour"], runs["heure"]));
        place.Clock.Advance(TimeSpan.FromDays(1));
        await OneLife(broken: true);
        await OneLife();
        await OneLife();
        Assert.Equal((3, 6), (runs["jour"], runs["heure"]));
    }
}
