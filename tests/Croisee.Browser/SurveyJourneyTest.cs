using Croisee.Tests.House;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>Answering, from the poster's code to the thanks: on one page, one question at a time, with the keyboard alone.</summary>
public sealed class SurveyJourneyTest(Chromium chromium, SamplePlace place) : IClassFixture<SamplePlace>
{
    string Code => place.Sample.Side.Names[Thing.SurveyPlace];

    [Theory, InlineData(true), InlineData(false)]
    public async Task Answers_on_one_page_from_the_code_on_the_wall(bool javaScript)
    {
        await using var context = await chromium.Visitor(place.Address, javaScript);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/repondre");
        await page.GetByLabel("Votre code").FillAsync(Code.ToUpperInvariant());
        await page.Press("Commencer");
        Assert.Equal("Participer : mon avis compte", await page.Heading());
        await page.Follow("Toutes les questions sur une page");
        await page.Answer(("r.savoir", "OUN_OUI"), ("r.plus", "PLUS"), ("Form.Mode", "seul"));
        await page.Press("Envoyer mes réponses");
        Assert.Equal("Merci, vos réponses sont arrivées", await page.Heading());
    }

    /// <summary>The browser itself says so: one request, and the sheet inside is applied, not refused by the page's own policy.</summary>
    [Fact]
    public async Task Reads_the_whole_questionnaire_in_one_request()
    {
        await using var context = await chromium.Visitor(place.Address, javaScript: true);
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, line) => asked.Add(line.Text);
        await page.GotoAsync($"/repondre/{Code}/questions");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // The icon of a site is asked for once, whatever its pages.
        Assert.Equal([$"{place.Address}repondre/{Code}/questions"], asked.Where(a => !a.StartsWith($"{place.Address}icon.", StringComparison.Ordinal)));
        Assert.Equal("none", await page.Locator("main ul, .foot ul").First.EvaluateAsync<string>("e => getComputedStyle(e).listStyleType"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Answers_one_question_at_a_time_and_may_stop_at_any_of_them(bool javaScript)
    {
        await using var context = await chromium.Visitor(place.Address, javaScript);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/repondre/{Code}");
        await page.Follow("Une question à la fois, avec des images");
        var listen = page.GetByRole(AriaRole.Button, new() { Name = "Écouter" });
        if (javaScript) await listen.WaitForAsync(); else Assert.Equal(0, await listen.CountAsync());
        await page.Answer(("r.savoir", "OUN_NON"));
        await page.Press("Suivant");
        Assert.Equal("Question 2 sur 8", await page.Heading());
        await page.Press("Revenir");
        Assert.True(await page.Locator("[name='r.savoir'][value=OUN_NON]").IsCheckedAsync());
        await page.Follow("Arrêter et effacer");
        await page.Press("Oui, tout effacer");
        Assert.Equal("Vos réponses sont effacées", await page.Heading());
        await page.GotoAsync($"/repondre/{Code}/pas-a-pas");
        Assert.False(await page.Locator("[name='r.savoir'][value=OUN_NON]").IsCheckedAsync());
    }

    /// <summary>A recorded question and answers of a scale that nobody recorded: all of it is heard, in its order, each by what there is.</summary>
    [Fact]
    public async Task Reads_aloud_recordings_and_what_nobody_recorded_in_their_order()
    {
        await using var context = await chromium.Visitor(place.Address, javaScript: true);
        var page = await context.NewPageAsync();
        // The device's voice and its loudspeaker, as a list of what they were given.
        await page.AddInitScriptAsync("""
            window.heard = [];
            Object.defineProperty(window, 'speechSynthesis', { value: { speak: u => { heard.push(u.text); window.saying = u; }, pause: () => heard.push('pause'), resume: () => heard.push('resume'), cancel() {} } });
            HTMLMediaElement.prototype.play = function () { heard.push(new URL(this.src).pathname); window.playing = this; return Promise.resolve(); };
            """);
        // Recordings that never arrive: what is missing would be passed over.
        await page.RouteAsync("**/sons/*", _ => Task.CompletedTask);
        await page.GotoAsync($"/repondre/{Code}/pas-a-pas/savoir");
        await page.EvaluateAsync("document.querySelector('legend').insertAdjacentHTML('afterend', '<audio src=\"/sons/question\"></audio>')");
        await page.EvaluateAsync("document.querySelector('.choice > label').insertAdjacentHTML('afterend', '<audio src=\"/sons/oui\"></audio>')");
        await page.Press("Écouter");
        await page.EvaluateAsync("playing.onended()");
        await page.EvaluateAsync("playing.onended()");
        await page.Press("Pause");
        await page.Press("Reprendre");
        for (var rest = 0; rest < 3; rest++) await page.EvaluateAsync("saying.onend()");
        await page.GetByRole(AriaRole.Button, new() { Name = "Écouter" }).WaitForAsync();
        Assert.Equal(["/sons/question", "/sons/oui", "Non", "pause", "resume", "Je ne sais pas", "Je ne veux pas répondre"], await page.EvaluateAsync<string[]>("heard"));
    }

    /// <summary>What one must know before answering is heard too: for whom it is, who sees what; and the rules of who helps.</summary>
    [Theory, InlineData("", "Vos réponses sont anonymes."), InlineData("/aider", "Je ne propose pas de réponse.")]
    public async Task Reads_aloud_what_comes_before_the_first_question(string part, string words)
    {
        await using var context = await chromium.Visitor(place.Address, javaScript: true);
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("window.heard = []; Object.defineProperty(window, 'speechSynthesis', { value: { speak: u => { heard.push(u.text); setTimeout(() => u.onend()); }, pause() {}, resume() {}, cancel() {} } });");
        await page.GotoAsync($"/repondre/{Code}{part}");
        await page.Press("Écouter");
        await page.WaitForFunctionAsync("words => heard.some(h => h.includes(words))", words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Écouter" }).WaitForAsync();
        var heard = await page.EvaluateAsync<string[]>("heard");
        Assert.Equal(heard.Length, heard.Distinct().Count());
    }

    /// <summary>Not the first answer only: the last one with Tab and Space, and back at the question the first one again.</summary>
    [Fact]
    public async Task Chooses_any_answer_with_two_keys()
    {
        await using var context = await chromium.Visitor(place.Address, javaScript: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/repondre/{Code}/pas-a-pas");
        await TabTo(page, "input[name='r.savoir'][value='OUN_NVPR']");
        Assert.Equal(0, await page.Locator("input[name='r.savoir']:checked").CountAsync());
        await page.Keyboard.PressAsync("Space");
        await TabTo(page, "button:text-is('Suivant')");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Question 2 sur 8", new() { Timeout = 60_000 });
        await page.Press("Revenir");
        await Assertions.Expect(page.Locator("input[name='r.savoir'][value='OUN_NVPR']")).ToBeCheckedAsync();
        await TabTo(page, "input[name='r.savoir'][value='OUN_OUI']");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("input[name='r.savoir'][value='OUN_OUI']")).ToBeCheckedAsync();
        // Backwards too, and out of the answers on both sides.
        await TabTo(page, "button:text-is('Suivant')");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("r.savoir", await page.EvaluateAsync<string>("document.activeElement.name"));
    }

    /// <summary>Tab and Space are enough: so are two switches, or a pen held in the mouth.</summary>
    [Fact]
    public async Task Answers_with_two_keys()
    {
        await using var context = await chromium.Visitor(place.Address, javaScript: true);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/repondre/{Code}/pas-a-pas");
        await TabTo(page, "input[name='r.savoir']");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("input[name='r.savoir']:focus")).ToBeCheckedAsync();
        await TabTo(page, "button:text-is('Suivant')");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Question 2 sur 8", new() { Timeout = 60_000 });
    }

    static async Task TabTo(IPage page, string wanted)
    {
        for (var tries = 0; tries < 30; tries++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator($"{wanted}:focus").CountAsync() > 0) return;
        }
        Assert.Fail($"The keyboard does not come to {wanted}.");
    }
}
