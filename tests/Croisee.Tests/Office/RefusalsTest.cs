using System.Net;
using Croisee.Journal;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>What is refused is written once a day, with who and where, and with nothing that was typed (S17).</summary>
public sealed class RefusalsTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Are_written_with_the_account_or_the_network_and_the_route_of_the_page()
    {
        var member = await place.Person("refus@example.org", "Refusée");
        using var browser = place.Browser();
        var page = await (await browser.Open("/connexion")).Form("Recevoir un code").Fill("Votre adresse de courriel", "refus@example.org").Send();
        await Signing.Until(async () => (await place.MailsTo("refus@example.org")).SingleOrDefault());
        for (var i = 0; i < 3; i++) page = await page.Form("Entrer").Fill("Code à 6 chiffres", "12345").Send();
        var code = (await All()).Single(r => r.What is Refused.Code);
        Assert.Equal(("/connexion/code", 3, null), (code.Route, code.Times, code.PersonId));
        Assert.StartsWith("réseau ", code.Who);

        await place.SignIn(browser, "refus@example.org");
        foreach (var path in new[] { "/bureau/journal", "/bureau/structures/22222222" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.Open(path)).Status);
        var doors = (await All()).Where(r => r.What is Refused.Door).OrderBy(r => r.Route).ToList();
        Assert.Equal(["/bureau/journal", "/bureau/structures/{reference}"], doors.Select(d => d.Route));
        Assert.All(doors, d => Assert.Equal(member.Id, d.PersonId));

        var (root, chief) = (await place.Root(), await place.Person("cheffe@example.org", "Cheffe"));
        await place.Grant(chief, root, Role.Administrator);
        using var office = await place.Given.SignedIn(chief);
        await (await office.Open($"/bureau/structures/{root.Reference}/inviter")).Form("Envoyer l’invitation").Fill("Adresse de courriel", "cheffe@example.org").Choose("Contacts").Send();
        Assert.Equal(chief.Id, (await All()).Single(r => r.What is Refused.SelfGiven).PersonId);
        var journal = await office.Open("/bureau/journal");
        Assert.Contains("un code faux ou qui ne sert plus", journal.TextContent);
        Assert.Contains("Refusée", journal.TextContent);
        Assert.DoesNotContain("12345", journal.TextContent);
    }

    /// <summary>Nobody who answers or writes leaves the print of a network (S22).</summary>
    [Fact]
    public async Task Say_nothing_of_who_has_no_account()
    {
        using var browser = place.Browser();
        var refused = await (await browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", "faux").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/experiences/ZZZZZZZZ")).Status);
        Assert.DoesNotContain(await All(), r => r.Route.StartsWith("/suivre", StringComparison.Ordinal) || r.Route.StartsWith("/experiences", StringComparison.Ordinal));
    }

    Task<List<Refusal>> All() => place.Db(db => db.Refusals.AsNoTracking().ToListAsync());
}
