using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>Asking for codes of somebody else keeps nobody out (S29).</summary>
public sealed class AskedForAnotherTest(Place place) : IClassFixture<Place>
{
    Task Asked(string email, string network, int times) => place.Db(async db =>
    {
        for (var i = 0; i < times; i++) db.SignInRequests.Add(new SignInRequest(email, network, place.Clock.UtcNow()));
        return await db.SaveChangesAsync();
    });

    async Task<int> CodesFor(string email)
    {
        await place.Given.TheJobRan(SendSignInCodes.Job);
        return await place.Db(db => db.SignInRequests.CountAsync(r => r.Email == email && r.CodeHash != null));
    }

    [Fact]
    public async Task The_requests_of_another_network_do_not_silence_the_owner()
    {
        await place.Person("victime@example.org", "Victime");
        await Asked("victime@example.org", "ailleurs", 10);
        Assert.Equal(SendSignInCodes.PerAddressAndNetwork, await CodesFor("victime@example.org"));
        // The owner asks on the page and enters as on any day.
        using var browser = place.Browser();
        Assert.Contains("Victime", (await place.SignIn(browser, "victime@example.org")).TextContent);
        Assert.Equal(SendSignInCodes.PerAddressAndNetwork + 1, await CodesFor("victime@example.org"));
    }

    /// <summary>Whoever came in from this browser before is let in by it, when five networks and more have used up what leaves for the address.</summary>
    [Fact]
    public async Task A_browser_that_came_in_before_has_a_share_of_its_own()
    {
        await place.Person("connue@example.org", "Connue");
        using var browser = place.Browser();
        await place.SignIn(browser, "connue@example.org");
        await (await browser.Open("/deconnexion")).Form("Oui, me déconnecter").Send();
        place.Clock.Advance(SignInRequest.Life + TimeSpan.FromMinutes(1));
        for (var network = 0; network < 12; network++) await Asked("connue@example.org", "meute-" + network, 3);
        await place.Given.TheJobRan(SendSignInCodes.Job);
        Assert.Contains("Connue", (await place.SignIn(browser, "connue@example.org")).TextContent);
        Assert.Equal(1, await place.Db(db => db.SignInRequests.CountAsync(r => r.Email == "connue@example.org" && r.Known && r.CodeHash != null)));
        // Its share is no open door either, and another address has no part in it.
        for (var i = 0; i < 8; i++) await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "autre@example.org").Send();
        Assert.Equal(0, await place.Db(db => db.SignInRequests.CountAsync(r => r.Email == "autre@example.org" && r.Known)));
        await place.Db(async db => { for (var i = 0; i < 9; i++) db.SignInRequests.Add(new SignInRequest("connue@example.org", "ici", place.Clock.UtcNow(), known: true)); return await db.SaveChangesAsync(); });
        await place.Given.TheJobRan(SendSignInCodes.Job);
        Assert.Equal(SendSignInCodes.PerAddressKnown, await place.Db(db => db.SignInRequests.CountAsync(r => r.Email == "connue@example.org" && r.Known && r.CodeHash != null)));
    }

    [Fact]
    public async Task A_wider_limit_holds_whoever_asks()
    {
        await place.Person("assiegee@example.org", "Assiégée");
        for (var network = 0; network < 12; network++) await Asked("assiegee@example.org", "reseau-" + network, 3);
        Assert.Equal(SendSignInCodes.PerAddress, await CodesFor("assiegee@example.org"));
    }
}
