using Croisee.Surveys.Content;
using Croisee.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>A device speaks the language of who answers, with no network too: its own messages, what is wrong with an answer, and the voice's buttons.</summary>
public sealed class OfflineLanguageTest(Chromium chromium, RoamingPlace place) : Carried(chromium, place), IClassFixture<RoamingPlace>
{
    static QuestionnaireContent InEnglish
    {
        get
        {
            var content = Given.EveryKind with { Languages = [new("en", "English", TranslationState.Draft)] };
            var missing = content.TextsIn("en").Where(t => t.Said is null).Select(t => t.Key).ToHashSet();
            var whole = content.Translate("en", key => missing.Contains(key) ? "text " + key : null);
            return whole with { Languages = [whole.Languages[0] with { State = TranslationState.Validated }] };
        }
    }

    [Fact]
    public async Task What_the_scripts_say_is_in_the_language_of_the_page()
    {
        var given = await Place.Given.AnOpenSurvey(content: InEnglish);
        var (context, page) = await Prepare(given);
        await using var _ = context;
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.GetByText("Ready: you can leave without a network.").WaitForAsync();
        await page.GetByText("No answer waiting, none sent.").WaitForAsync();
        await context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await page.Press("Begin with a person");
        Assert.Equal("Question 1 of 5", await Shown(page));
        await page.Press("Next");
        await page.GetByText("Choose an answer, or skip this question.").WaitForAsync();
        await page.Answer(("r.connu", "OUN_NON"));
        await page.Press("Next");
        Assert.StartsWith("Question 2 of ", await Shown(page), StringComparison.Ordinal);
        while (!await page.Locator("#fin").IsVisibleAsync()) await page.Press("Skip this question");
        Assert.Equal("That is all. Shall we keep your answers?", await Shown(page));
        await page.Press("Keep my answers");
        await page.Press("Give the device back");
        await page.GetByText("One answer waiting, none sent.").WaitForAsync();
        Assert.DoesNotMatch("[éèàç]|\\bvous\\b", (await page.Locator("#accueil").InnerTextAsync()).Replace("Français", "", StringComparison.Ordinal).Replace("Résidence", "", StringComparison.Ordinal));
        await context.SetOfflineAsync(false);
        await page.GetByText("No answer waiting, one sent.").WaitForAsync();
        Assert.Single(await Sheets(given));
    }

    [Fact]
    public async Task The_button_that_reads_aloud_speaks_the_language()
    {
        var given = await Place.Given.AnOpenSurvey(content: InEnglish);
        await using var context = await Browsing.Visitor(Place.Address);
        var page = await context.NewPageAsync();
        foreach (var (language, said) in new[] { ("", "Écouter"), ("?langue=en", "Listen") })
        {
            await page.GotoAsync($"/repondre/{given.Code}/pas-a-pas/connu{language}");
            Assert.Equal(said, await page.Locator("read-aloud button").InnerTextAsync());
        }
    }
}
