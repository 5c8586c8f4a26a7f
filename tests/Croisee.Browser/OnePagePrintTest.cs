using System.Text;
using System.Text.RegularExpressions;
using Croisee.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>Paper, on every sheet of the demonstration: the whole one on two pages at most, its easy-read page on exactly the pages it says.</summary>
public sealed class OnePagePrintTest(Chromium chromium, DemoPlace place) : IClassFixture<DemoPlace>
{
    [Fact]
    public async Task Takes_exactly_the_pages_it_says_for_every_sheet_of_the_demonstration()
    {
        var sheets = await place.Db(db => db.Sheets.AsNoTracking().Select(s => s.Reference).ToListAsync());
        await using var context = await chromium.Visitor(place.Address);
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        foreach (var reference in sheets)
            foreach (var mode in new[] { "courante", "facile" })
            {
                await page.GotoAsync($"/experiences/{reference}/facile/page?lecture={mode}");
                var said = await page.Locator(".number").CountAsync();
                await page.EmulateMediaAsync(new() { Media = Media.Print });
                foreach (var only in await page.Locator("nav, .skip, .modes, .no-print").AllAsync())
                    if (await only.IsVisibleAsync()) faults.Add($"{reference}: printed: {(await only.TextContentAsync())?.Trim()}");
                var printed = Pages(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
                if (printed != said) faults.Add($"{reference} ({mode}): says {said}, prints {printed}");
                if (said != 1) faults.Add($"{reference} ({mode}): {said} pages");
                await page.EmulateMediaAsync(new() { Media = Media.Screen });
            }
        Assert.True(sheets.Count >= 24);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Prints_every_whole_sheet_of_the_demonstration_on_two_pages()
    {
        var sheets = await place.Db(db => db.Sheets.AsNoTracking().Select(s => s.Reference).ToListAsync());
        await using var context = await chromium.Visitor(place.Address);
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        foreach (var reference in sheets)
        {
            await page.GotoAsync($"/experiences/{reference}");
            if (Pages(await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true })) is not (1 or 2) and var pages) faults.Add($"{reference} prints {pages} pages");
        }
        Assert.True(sheets.Count >= 24);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    static int Pages(byte[] pdf) => Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)", RegexOptions.None, TimeSpan.FromSeconds(5));
}
