using Croisee.Data;
using Croisee.Library;
using Croisee.Library.Survival;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The study of survival is counted once for each landmark, and again as soon as the library or its news change.</summary>
public sealed class SurvivalShelfTest(Place place) : IClassFixture<Place>
{
    Task<SurvivalStudy> Study(string? field = null) => place.With(s => s.GetRequiredService<SurvivalShelf>().Of(s.GetRequiredService<AppDb>(), field, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Is_kept_until_something_changes()
    {
        var call = await place.Given.AnOpenCall();
        var given = await place.Given.APublishedSheet(call, "Celle que l’on suit");
        var (all, by) = (await Study(), await Study("contexte"));
        Assert.Same(all, await Study());
        Assert.Same(by, await Study("contexte"));
        await place.Given.Added(new News(given.Id, "essai", new(News.Alive), null, place.Clock.UtcNow()));
        var told = await Study();
        Assert.Equal(all.All.Count + 1, told.All.Count);
        Assert.NotSame(by, await Study("contexte"));
        await place.Given.APublishedSheet(call, "Une de plus");
        Assert.Equal(told.Published + 1, (await Study()).Published);
        await (await (await place.Given.AnAuthorOf(given)).Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        Assert.Equal(all.All.Count, (await Study()).All.Count);
    }
}
