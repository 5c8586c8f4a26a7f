using Croisee.People;
using Croisee.Tests;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>A line of what waits is one big link; another link on it is itself.</summary>
public sealed class QueueTest(Chromium chromium, RoamingPlace place) : IClassFixture<RoamingPlace>
{
    [Fact]
    public async Task A_title_leads_to_the_sheet_and_the_second_link_takes_it_down()
    {
        var organisation = await place.Given.AnOrganisation();
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Le banc près de la porte");
        using var signedIn = await place.Given.SignedIn(await place.Given.AnAccount("Olivia", Role.Organiser, organisation));
        await using var context = await chromium.Visitor(place.Address);
        await context.AddCookiesAsync(signedIn.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Domain = place.Address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/bureau/publication");
        await page.Follow("Le banc près de la porte");
        await page.WaitForURLAsync($"**/experiences/{sheet.Reference}");
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Retirer du répertoire" }).ClickAsync();
        await page.WaitForURLAsync($"**/bureau/publication/{sheet.Reference}/retrait");
    }
}
