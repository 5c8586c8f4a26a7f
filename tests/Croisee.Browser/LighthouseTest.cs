using System.Text.Json;
using Croisee.Site.Demo;
using Croisee.Tests;
using Xunit;

namespace Croisee.Browser;

public sealed class DemoPlace : Place
{
    protected override bool WithDemoData => true;
}

/// <summary>The six kinds of page that anybody meets first, on the demonstration, as Lighthouse sees them on a phone.</summary>
public sealed class LighthouseTest(Chromium chromium, DemoPlace place) : IClassFixture<DemoPlace>
{
    sealed record Score(string Name, string? Error, Dictionary<string, int> Scores, IReadOnlyList<string> Faults);

    [Fact]
    public async Task Gives_full_marks_to_the_six_kinds_of_public_page()
    {
        var (step, cookie) = await AStepOfADeposit();
        (string Name, string Path, string? Cookie)[] pages =
        [
            ("home", "/", null),
            ("call", await First("/appels"), null),
            ("sheet", await First("/experiences", on: "/repertoire"), null),
            ("search", "/repertoire?q=r%C3%A9sidents", null),
            ("framework", "/cadre", null),
            ("deposit step", step, cookie),
        ];
        var asked = JsonSerializer.Serialize(new { chromium = chromium.Program, pages = pages.Select(p => new { name = p.Name, url = new Uri(place.Address, p.Path), cookie = p.Cookie }) }, JsonSerializerOptions.Web);
        var scores = (await Judge.Says("lighthouse", "node", ["lighthouse.mjs"], asked)).Select(l => JsonSerializer.Deserialize<Score>(l, JsonSerializerOptions.Web)!).ToList();

        foreach (var score in scores) TestContext.Current.TestOutputHelper?.WriteLine($"{score.Name}: {string.Join(", ", score.Scores.Select(s => $"{s.Key} {s.Value}"))}");
        Assert.Equal(pages.Select(p => p.Name), scores.Select(s => s.Name));
        Assert.All(scores, s => Assert.True(s.Error is null && s.Scores.All(c => c.Value == 100 || IsExcused(s.Name, c.Key, s.Faults)), $"{s.Name}: {s.Error} {JsonSerializer.Serialize(s.Scores)}\n{string.Join('\n', s.Faults)}"));
    }

    /// <summary>A draft is nobody's to find: its pages have no words for search engines, and ask for none.</summary>
    static bool IsExcused(string name, string category, IReadOnlyList<string> faults) =>
        (name, category) is ("deposit step", "seo") && faults.Count(f => f.StartsWith("seo ", StringComparison.Ordinal)) == 1 && faults.Any(f => f.StartsWith("seo meta-description", StringComparison.Ordinal));

    /// <summary>Where the first link to something under this address leads.</summary>
    async Task<string> First(string under, string? on = null)
    {
        using var browser = place.Browser();
        return (await browser.Open(on ?? under)).Document.QuerySelector($"main a[href^='{under}/']")!.GetAttribute("href")!;
    }

    /// <summary>The page of a draft half told, and the cookie of whoever typed its private code.</summary>
    async Task<(string Path, string Cookie)> AStepOfADeposit()
    {
        using var browser = place.Browser();
        var draft = await (await browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", DemoCodes.Of("petit-dejeuner")).Send();
        var step = draft.Path + "/origine";
        Assert.Equal("D’où vient l’idée ?", (await browser.Open(step)).Heading);
        return (step, string.Join("; ", browser.Cookies.Select(c => $"{c.Key}={c.Value}")));
    }
}
