using Croisee.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>Read aloud to the end, and never two voices at once. The voice is the page's own, which notes what it is given.</summary>
public sealed class ReadAloudTest(Chromium chromium, RoamingPlace place) : Carried(chromium, place), IClassFixture<RoamingPlace>
{
    const string Voice = """
        window.spoken = []; window.speaking = null;
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        Object.defineProperty(window, 'speechSynthesis', { value: {
          speak(words) { window.spoken.push(words.text); window.speaking = words; },
          cancel() { window.speaking = null; }, pause() {}, resume() {},
        } });
        window.finish = () => { const said = window.speaking; window.speaking = null; said?.onend?.(); };
        """;

    static async Task<string[]> Heard(IPage page)
    {
        await page.EvaluateAsync("() => { window.spoken = []; }");
        await page.Locator("read-aloud:visible button").ClickAsync();
        for (var i = 0; i < 60 && await page.EvaluateAsync<bool>("() => !!window.speaking"); i++) await page.EvaluateAsync("() => window.finish()");
        return [.. (await page.EvaluateAsync<string[]>("() => window.spoken")).Select(s => Croisee.Tests.Page.Text(s))];
    }

    [Fact]
    public async Task The_way_question_by_question_is_heard_to_its_end()
    {
        var given = await Place.Given.AnOpenSurvey();
        await using var context = await Visitor();
        var page = await context.NewPageAsync();
        await page.GotoAsync("/repondre");
        Assert.Contains("Votre code", string.Join('|', await Heard(page)), StringComparison.Ordinal);
        await page.GotoAsync($"/repondre/{given.Code}/pas-a-pas");
        while (!page.Url.EndsWith("/fin", StringComparison.Ordinal)) await page.Press("Passer cette question");
        var end = await Heard(page);
        Assert.Equal("C’est fini. On envoie ?", end[0]);
        Assert.Contains("Envoyer mes réponses", end[^2], StringComparison.Ordinal);
        await page.Press("Garder pour plus tard");
        Assert.Equal("Garder pour plus tard ?", (await Heard(page))[0]);
        await page.GotoAsync($"/repondre/{given.Code}/effacer");
        Assert.Equal("Arrêter et effacer ?", (await Heard(page))[0]);
        await page.GotoAsync($"/repondre/{given.Code}/merci");
        Assert.Contains("Elles sont anonymes : personne ne peut les retrouver, vous non plus.", await Heard(page));
        await page.GotoAsync($"/repondre/{given.Code}/resultats");
        Assert.NotEmpty(await Heard(page));
    }

    [Fact]
    public async Task On_a_device_the_next_question_is_silent_and_the_last_screen_is_heard()
    {
        var given = await Place.Given.AnOpenSurvey();
        var (context, page) = await Prepare(given, script: Voice);
        await using var _ = context;
        await page.Press("Commencer avec une personne");
        await page.Locator("form:visible read-aloud button").ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => !!window.speaking"));
        await page.Press("Passer cette question");
        Assert.False(await page.EvaluateAsync<bool>("() => !!window.speaking"));
        Assert.Equal("Écouter", await page.Locator("form:visible read-aloud button").InnerTextAsync());
        while (!await page.Locator("#fin").IsVisibleAsync()) await page.Press("Passer cette question");
        Assert.Equal("C’est fini. On garde vos réponses ?", (await Heard(page))[0]);
    }

    /// <summary>A recording that somebody starts stops the voice; « Écouter » stops the recording.</summary>
    [Fact]
    public async Task A_recording_and_a_reading_never_play_together()
    {
        var given = await Place.Given.AnOpenSurvey();
        await using var context = await Visitor();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/repondre/{given.Code}/pas-a-pas");
        await page.EvaluateAsync("() => { const sound = document.createElement('audio'); sound.id = 'autre'; sound.pause = () => { window.paused = true; }; document.querySelector('main').append(sound); }");
        await page.Locator("read-aloud button").ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.paused === true && !!window.speaking"));
        await page.EvaluateAsync("() => document.getElementById('autre').dispatchEvent(new Event('play'))");
        Assert.False(await page.EvaluateAsync<bool>("() => !!window.speaking"));
        Assert.Equal("Écouter", await page.Locator("read-aloud button").InnerTextAsync());
    }

    async Task<IBrowserContext> Visitor()
    {
        var context = await Browsing.Visitor(Place.Address);
        await context.AddInitScriptAsync(Voice);
        return context;
    }
}
