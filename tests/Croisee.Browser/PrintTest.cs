using System.Text;
using System.Text.RegularExpressions;
using Croisee.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>Paper counts where there is no screen: a sheet fits on two A4 pages, a receipt on one, without what only a screen needs.</summary>
public sealed class PrintTest(Chromium chromium, SamplePlace place) : IClassFixture<SamplePlace>
{
    [Theory]
    [InlineData("/experiences/{reference}", 2)]
    [InlineData("/experiences/{reference}/facile/page", 1)]
    [InlineData("/deposer/fiche/{reference}/recu", 1)]
    [InlineData("/deposer/fiche/{reference}/code", 1)]
    public async Task Fits_on_its_pages_without_navigation(string route, int pages)
    {
        var screen = place.Screens.Single(s => s.Route == route);
        await using var context = await place.As(chromium, place.Sample.Viewers.First(v => screen.Sees(v)));
        var page = await context.NewPageAsync();
        await page.GotoAsync(place.Sample.Side.PathOf(route));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var navigation in await page.Locator("nav, .skip, .modes, form button").AllAsync())
            Assert.False(await navigation.IsVisibleAsync(), "Printed: " + (await navigation.TextContentAsync())?.Trim());
        Assert.True(await page.Locator("h1").IsVisibleAsync());
        Assert.InRange(Pages(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true })), 1, pages);
    }

    static int Pages(byte[] pdf) => Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)", RegexOptions.None, TimeSpan.FromSeconds(5));
}
