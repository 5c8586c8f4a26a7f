using System.Collections.Concurrent;
using Croisee.People;
using Croisee.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>Every page, for everyone who may read it, as a browser shows it: what axe finds, what we ask besides, a phone and 200 %.</summary>
public sealed class AxeTest(Chromium chromium, SamplePlace place) : IClassFixture<SamplePlace>
{
    const int Lanes = 2;
    /// <summary>Parts of pages already looked at, by colour scheme: whoever shows them, they are the same.</summary>
    static readonly ConcurrentDictionary<(ColorScheme, string), bool> Seen = [];
    static readonly string[] Dark = ["/", "/appels", "/repertoire", "/experiences/{reference}", "/cadre", "/connexion"];

    public static TheoryData<string> Readers => [.. new[] { ViewerKind.Anonymous, ViewerKind.Author, ViewerKind.Invitee, ViewerKind.Member, ViewerKind.Facilitator, ViewerKind.Instance }.Select(k => k.ToString()).Concat(Enum.GetNames<Role>().Where(r => r != nameof(Role.Administrator)))];

    [Theory, MemberData(nameof(Readers))]
    public async Task Finds_nothing_to_say_of_the_pages_of(string reader)
    {
        var viewer = Enum.TryParse<Role>(reader, out var role) ? place.Sample.Of(ViewerKind.Held, role) : place.Sample.Of(Enum.Parse<ViewerKind>(reader));
        await using var context = await place.As(chromium, viewer);
        await Look(context, place.ScreensFor(viewer), ColorScheme.Light);
    }

    [Fact]
    public async Task Finds_nothing_to_say_of_public_pages_in_easy_words()
    {
        await using var context = await place.As(chromium, place.Sample.Of(ViewerKind.Anonymous));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/aide?lecture=facile");
        Assert.Equal("easy", await page.GetAttributeAsync("html", "class"));
        await Look(context, place.Screens.Where(s => s.Audience!.Audience is Audience.Public), ColorScheme.Light);
    }

    [Fact]
    public async Task Finds_nothing_to_say_of_public_pages_in_the_dark()
    {
        await using var context = await place.As(chromium, place.Sample.Of(ViewerKind.Anonymous), ColorScheme.Dark);
        await Look(context, place.Screens.Where(s => Dark.Contains(s.Route)), ColorScheme.Dark);
    }

    /// <summary>Eyes that never see anything would find every page good.</summary>
    [Fact]
    public async Task Finds_what_is_wrong()
    {
        await using var context = await place.As(chromium, place.Sample.Of(ViewerKind.Anonymous));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/aide");
        await page.EvaluateAsync("""
            () => {
              const main = document.querySelector('main');
              main.insertAdjacentHTML('beforeend', '<p id="pale">Trop pâle</p><img src="/favicon.ico"><h5>Trop bas</h5><input name="sans">');
              document.getElementById('pale').style.color = '#ddd';
            }
            """);
        var found = await page.Judged();
        var heard = page.Overheard(place.Address);
        await page.EvaluateAsync("""
            () => new Promise(done => {
              const image = document.createElement('img');
              image.onerror = done;
              image.src = 'https://ailleurs.invalid/suivi.png';
              document.body.append(image);
            })
            """);
        Assert.Contains(heard, h => h.StartsWith("refused by the policy", StringComparison.Ordinal));
        foreach (var rule in new[] { "color-contrast", "image-alt", "heading-order", "label" }) Assert.Contains(found, f => f.StartsWith($"axe {rule} ", StringComparison.Ordinal));
        Assert.Contains(await page.Structure(), f => f.StartsWith("no label", StringComparison.Ordinal));
    }

    /// <summary>Two pages at a time: axe keeps one core busy, and there are two.</summary>
    async Task Look(IBrowserContext context, IEnumerable<ScreenLine> screens, ColorScheme scheme)
    {
        var waiting = new ConcurrentQueue<ScreenLine>(screens);
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async _ => await LookInTurn(await context.NewPageAsync(), waiting, scheme)));
        var (looked, faults) = (lanes.Sum(l => l.Looked), lanes.SelectMany(l => l.Faults).ToList());
        TestContext.Current.TestOutputHelper?.WriteLine($"{looked} pages looked at");
        Assert.True(looked > 0, "No page was looked at.");
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Distinct().Take(80))}");
    }

    async Task<(int Looked, List<string> Faults)> LookInTurn(IPage page, ConcurrentQueue<ScreenLine> waiting, ColorScheme scheme)
    {
        var (faults, looked) = (new List<string>(), 0); // what was seen before counts as looked at
        var heard = page.Overheard(place.Address);
        while (waiting.TryDequeue(out var screen))
        {
            // A sound by itself is a page of the browser's own, which the policy of files keeps shut; ours play it.
            if (screen.Route.StartsWith("/sons/", StringComparison.Ordinal)) continue;
            var path = place.Sample.Side.PathOf(screen.Route);
            IResponse? response;
            try { response = await page.GotoAsync(path); }
            catch (PlaywrightException e) when (e.Message.Contains("Download", StringComparison.Ordinal) || e.Message.Contains("ERR_ABORTED", StringComparison.Ordinal)) { continue; }
            if (response is null || response.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) is not true) continue;
            looked++;
            while (heard.TryDequeue(out var said)) faults.Add($"{screen.Route}: {said}");
            if (response.Status >= 500) { faults.Add($"{screen.Route}: {response.Status} {place.LastError}"); continue; }
            var parts = (await page.Parts()).Select(p => (scheme, p)).ToList();
            if (parts.TrueForAll(Seen.ContainsKey)) continue;
            List<string> found = [.. await page.Structure(), .. await page.Judged(), .. await page.Width()];
            faults.AddRange(found.Select(f => $"{screen.Route}: {f}"));
            // A part with a fault is looked at again: each reader's test says it.
            if (found.Count == 0) parts.ForEach(p => Seen[p] = true);
        }
        return (looked, faults);
    }
}
