using Croisee.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>On a tablet in a hall, with scripts: whoever writes is never interrupted, and whoever went away is forgotten.</summary>
public sealed class SharedTabletTest(Chromium chromium, RoamingPlace place) : IClassFixture<RoamingPlace>
{
    const int AlmostNineMinutes = 530_000, TenSeconds = 10_000, AskedMs = 90_000;

    /// <summary>The clock of the page is moved, not waited for.</summary>
    [Fact]
    public async Task Asks_on_the_page_after_the_last_touch_and_loses_nothing_that_was_typed()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await using var tablet = await chromium.Visitor(place.Address);
        var page = await tablet.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/repondre/{given.Code}/questions?par=borne");
        var (text, asks) = (page.Locator("#r_texte"), page.GetByRole(AriaRole.Dialog));
        await text.FillAsync("Un banc");
        await page.Clock.FastForwardAsync(AlmostNineMinutes);
        await text.FillAsync("Un banc près de la porte");
        await page.Clock.FastForwardAsync(AlmostNineMinutes);
        Assert.False(await asks.IsVisibleAsync());
        await page.Clock.FastForwardAsync(TenSeconds);
        Assert.StartsWith("Êtes-vous toujours là ?", Croisee.Tests.Page.Text(await asks.InnerTextAsync()), StringComparison.Ordinal);
        await page.Press("Oui, je continue");
        Assert.False(await asks.IsVisibleAsync());
        Assert.Equal("Un banc près de la porte", await text.InputValueAsync());
        // Nobody is there any more: the first page, for the next person.
        await page.Clock.FastForwardAsync(AlmostNineMinutes + TenSeconds);
        await page.Clock.FastForwardAsync(AskedMs);
        await page.WaitForURLAsync($"**/repondre/{given.Code}?par=borne");
    }
}
