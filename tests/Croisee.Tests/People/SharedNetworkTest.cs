using System.Net;
using Croisee.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>A place whose settings let one network send little.</summary>
public sealed class NarrowPlace : Place
{
    public const int Tries = 6, SignIns = 2;

    protected override void Tweak(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([new(Limits.TriesSetting, $"{Tries}"), new(SendSignInCodes.Setting, $"{SignIns}")]);
}

/// <summary>People in one room are one network: they are told so, they lose nothing they typed, and the instance sets the numbers.</summary>
public sealed class SharedNetworkTest(NarrowPlace place) : IClassFixture<NarrowPlace>
{
    [Fact]
    public async Task Keeps_what_was_typed_when_the_network_sent_too_much_and_says_why()
    {
        using var browser = place.Browser();
        var form = await browser.Open("/suivre");
        Page page;
        var sent = 0;
        do page = await form.Form("Voir où elle en est").Fill("Votre code", "un code \"mal\" <écrit>").Send(); while (page.Status is not HttpStatusCode.TooManyRequests && ++sent < 50);
        Assert.True(sent <= NarrowPlace.Tries, $"{sent} were let through.");
        Assert.Equal("Trop d’envois à la fois. Rien n’est perdu.", page.Heading);
        Assert.Contains("la même connexion", page.TextContent);
        Assert.Equal("600", page.Response.Headers.RetryAfter!.ToString());
        Assert.Equal("un code \"mal\" <écrit>", Page.Text(page.Document.QuerySelector("dd")));
        // What it carries is the form as it was, with the token that this browser's cookie answers to: sent later it is read like the first time.
        var again = page.Form("Envoyer de nouveau");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await again.Send()).Status);
        Assert.Equal("un code \"mal\" <écrit>", page.Document.QuerySelector("input[name='Form.Code']")!.GetAttribute("value"));
        Assert.Equal(Token(form), Token(page));

        static string? Token(Page from) => from.Document.QuerySelector("main form[method='post'] input[name='__RequestVerificationToken']")!.GetAttribute("value");
    }

    [Fact]
    public async Task Sends_as_many_sign_in_codes_to_one_network_as_the_instance_says_and_tells_it()
    {
        for (var i = 0; i < 4; i++) await place.Given.Added(new Person($"salle{i}@example.org", "Salle", Croisee.Data.Clock.UtcNow(place.Clock)));
        await place.Db(async db =>
        {
            for (var i = 0; i < 4; i++) db.SignInRequests.Add(new SignInRequest($"salle{i}@example.org", "une salle", Croisee.Data.Clock.UtcNow(place.Clock)));
            return await db.SaveChangesAsync();
        });
        await place.Given.TheJobRan(SendSignInCodes.Job);
        Assert.Equal(NarrowPlace.SignIns, await place.Db(db => db.SignInRequests.CountAsync(r => r.Network == "une salle" && r.CodeHash != null)));
        Assert.Contains($"{NarrowPlace.SignIns} codes partent au plus", (await place.Browser().Open("/connexion/code")).TextContent);
    }
}
