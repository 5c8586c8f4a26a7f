using Croisee.People;
using Croisee.Tests;
using Xunit;

namespace Croisee.Browser;

/// <summary>A card is aimed at, not typed: its code comes after the « # », which no request carries, and opens the questions.</summary>
public sealed class CardJourneyTest(Chromium chromium, RoamingPlace place) : IClassFixture<RoamingPlace>
{
    [Fact]
    public async Task The_drawing_of_a_card_puts_its_code_in_the_form_and_in_no_request()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 20);
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var made = await (await desk.Open($"/bureau/enquetes/{given.Survey.Reference}/codes/{given.Code}")).Form("Faire les cartes").Fill("Combien de cartes ?", "1").Choose("Oui : dès maintenant").Send();
        var card = Croisee.Tests.Page.Text(made.Document.QuerySelector(".cards .big")!);
        await using var context = await chromium.Visitor(place.Address, width: 320);
        var page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url + request.Headers.GetValueOrDefault("referer"));
        // The first page offers languages, easy words and who answers; the code goes with whatever is chosen there.
        await page.GotoAsync($"/repondre/{given.Code}#{card}");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('a[href^=\"/repondre/\"]')].every(a => a.hash.length > 1)");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Facile à lire" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.className === 'easy' && [...document.querySelectorAll('a.btn[href^=\"/repondre/\"]')].every(a => a.hash.length > 1)");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Une question à la fois" }).ClickAsync();
        var typed = page.GetByLabel("Le code de votre carte");
        await page.WaitForFunctionAsync("() => document.querySelector('[name=\"Form.Code\"]').value");
        Assert.Equal(card, await typed.InputValueAsync());
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
        Assert.Empty(await page.Judged());
        await page.Press("Commencer");
        await page.WaitForURLAsync("**/pas-a-pas/*");
        Assert.DoesNotContain(asked, a => a.Contains(card, StringComparison.Ordinal));
    }
}
