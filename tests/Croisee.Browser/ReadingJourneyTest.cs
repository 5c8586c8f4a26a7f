using Croisee.People;
using Microsoft.Playwright;
using Xunit;

namespace Croisee.Browser;

/// <summary>Two people of both colleges read the same experience without seeing each other, then settle, with and without scripts.</summary>
public sealed class ReadingJourneyTest(Chromium chromium, SamplePlace place) : IClassFixture<SamplePlace>
{
    const string Title = "Le jardin que l’on a dessiné ensemble";

    async Task<IBrowserContext> Enter(Person person, bool javaScript)
    {
        using var signedIn = await place.Given.SignedIn(person);
        var context = await chromium.Visitor(place.Address, javaScript);
        await context.AddCookiesAsync(signedIn.Cookies.Select(c => new Cookie { Name = c.Key, Value = c.Value, Domain = place.Address.Host, Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }));
        return context;
    }

    /// <summary>From « mes lectures » to the reading given.</summary>
    static async Task Read(IPage page, string degree, string words)
    {
        await page.GotoAsync("/lectures");
        await page.Follow(Title);
        await page.Answer(("Form.Degree", degree), ("Form.Level", "COLLAB"), ("Form.Registers", "REG4_INITIATIVE"), ("Form.Words[CRI_REALITE]", words));
        await page.Press("Enregistrer et donner ma lecture");
        Assert.Equal("Donner votre lecture ?", await page.Heading());
        await page.Answer(("rien_a_dire", "true"));
        await page.Press("Oui, donner ma lecture");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Reads_in_pairs_sees_both_codings_and_settles_with_a_reason(bool javaScript)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel lu à deux dans un navigateur");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (given, _) = await place.Given.AnExperienceReadBy(group, call, 0, 1, Title);
        var file = await place.Given.AFileOf(given);
        await using var concerned = await Enter(group.Members[0], javaScript);
        await using var professional = await Enter(group.Members[1], javaScript);
        var (first, second) = (await concerned.NewPageAsync(), await professional.NewPageAsync());

        await Read(first, "D3_CONCERTATION", "Le mot de la personne concernée");
        await second.GotoAsync($"/lectures/{given.Reference}");
        Assert.DoesNotContain("Le mot de la personne concernée", await second.ContentAsync());
        Assert.Equal(1, await second.Locator($"main a[href='{file}']").CountAsync());
        await Read(second, "D4_CODECISION", "Le mot du professionnel");

        Assert.Equal("Accorder deux lectures", await second.Heading());
        Assert.Contains("Une différence entre vos lectures.", await second.Locator("main").InnerTextAsync());
        var degree = second.Locator("main table tr", new() { HasText = "Degré atteint" });
        Assert.Equal(["Codécision, co-construction", "Concertation", "différent"], await degree.Locator("td").AllInnerTextsAsync());
        await second.Answer(("Form.Degree", "D4_CODECISION"), ("Form.Reason", "Le plan retenu est celui du groupe."), ("rien_a_dire", "true"));
        await second.Press("Proposer cet accord");
        Assert.Contains("Votre proposition attend l’autre personne", await second.Locator("main").InnerTextAsync());

        await first.GotoAsync($"/lectures/{given.Reference}/accord");
        Assert.Contains("Le plan retenu est celui du groupe.", await first.Locator("main").InnerTextAsync());
        await first.Press("J’accepte cet accord");
        Assert.Contains("Vous êtes d’accord depuis le", await first.Locator("main").InnerTextAsync());
        await first.GotoAsync($"/groupes/{group.Group.Reference}/experiences/{given.Reference}");
        var history = await first.Locator("section[aria-labelledby=histoire]").InnerTextAsync();
        Assert.Contains("Le professionnel a proposé un accord", history);
        Assert.Contains("La personne concernée a accepté", history);
    }
}
