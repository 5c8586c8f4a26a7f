using System.Net;
using Croisee.Library.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A search that somebody follows: with an account or after a code, each sheet told once, stopped by a press.</summary>
public sealed class WatchingTest(Place place) : IClassFixture<Place>
{
    Task<bool> Run() => place.With(async s => { await s.GetRequiredService<TellFound>().Run(CancellationToken.None); return true; });

    async Task<int> NewsTo(string address) => (await place.MailsTo(address)).Count(m => m.Subject.Contains("nouvelle", StringComparison.Ordinal));

    async Task Published(string title)
    {
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title);
    }

    [Fact]
    public async Task Tells_a_person_each_new_sheet_once_and_nothing_while_paused()
    {
        var account = await place.Given.AnAccount("Iris");
        var reader = await place.Given.SignedIn(account);
        await Published("Le potager d’avant");
        var saved = await (await reader.Open("/repertoire/suivre?q=potager")).Form("Suivre").Choose("Dès qu’une fiche paraît").Send();
        Assert.Equal("potager", Page.Text(saved.Document.QuerySelector(".result h2")));
        await (await reader.Open("/repertoire/suivre?q=potager")).Form("Suivre").Send();
        Assert.Single((await reader.Open("/recherches")).Document.QuerySelectorAll(".result"));
        await Run();
        Assert.Equal(0, await NewsTo(account.Email));

        await Published("Le potager sur le toit");
        await Published("Une chorale sans rapport");
        await Run();
        await Run();
        var mail = Assert.Single(await place.MailsTo(account.Email), m => m.Subject == "Croisée : une nouvelle fiche");
        Assert.Contains("Le potager sur le toit", mail.Text);
        Assert.DoesNotContain("potager d’avant", mail.Text);
        Assert.DoesNotContain("chorale", mail.Text);
        var list = await reader.Open("/recherches");
        Assert.Contains("Dernières nouvelles", list.TextContent);

        var paused = await list.Form("Mettre en pause : potager").Send();
        Assert.Equal("/recherches", paused.Path);
        Assert.Contains(", en pause", paused.TextContent);
        await Published("Le potager d’hiver");
        await Run();
        Assert.Equal(1, await NewsTo(account.Email));
        await (await paused.Follow("Arrêter : potager")).Form("Arrêter").Send();
        Assert.Empty((await reader.Open("/recherches")).Document.QuerySelectorAll(".result"));
    }

    [Fact]
    public async Task Gathers_a_week_of_sheets_in_one_letter()
    {
        var account = await place.Given.AnAccount("Hugo");
        var reader = await place.Given.SignedIn(account);
        await (await reader.Open("/repertoire/suivre?q=menuiserie")).Form("Suivre").Send();
        await Run();
        await Published("La menuiserie du lundi");
        await Published("La menuiserie du mardi");
        await Run();
        Assert.Equal(0, await NewsTo(account.Email));
        place.Clock.Advance(TimeSpan.FromDays(7));
        await Run();
        Assert.Contains(await place.MailsTo(account.Email), m => m.Subject == "Croisée : 2 nouvelles fiches");
    }

    [Fact]
    public async Task Asks_a_reader_without_account_for_a_code_then_stops_by_the_link_and_forgets_the_address()
    {
        const string address = "lectrice@example.org";
        using var reader = place.Browser();
        var wrong = await (await reader.Open("/repertoire/suivre?q=tricot")).Form("Suivre").Fill("Votre adresse électronique", "pas une adresse").Fill("Son nom dans nos courriels", "Le tricot").Send();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(("pas une adresse", "Le tricot"), (wrong.Form("Suivre").Value("Votre adresse électronique"), wrong.Form("Suivre").Value("Son nom dans nos courriels")));
        var asked = await wrong.Form("Suivre").Fill("Votre adresse électronique", address).Choose("Dès qu’une fiche paraît").Send();
        Assert.StartsWith("/recherches/confirmer/", asked.Path);

        await Published("Le tricot du jeudi");
        await Run();
        Assert.Equal(0, await NewsTo(address));
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Confirmer").Fill("Code reçu par courriel", "000000").Send()).Status);
        var code = System.Text.RegularExpressions.Regex.Match((await place.MailsTo(address))[0].Text, @"\b\d{6}\b").Value;
        var confirmed = await asked.Form("Confirmer").Fill("Code reçu par courriel", code).Send();
        Assert.Equal("C’est confirmé", confirmed.Heading);
        await Published("Le tricot du vendredi");
        await Run();
        var news = (await place.MailsTo(address)).Last();
        Assert.Contains("Le tricot du vendredi", news.Text);

        var link = System.Text.RegularExpressions.Regex.Match(news.Text, @"/recherches/fin/\S+").Value;
        var end = await reader.Open(link);
        await end.Form("Arrêter").Send();
        var again = await end.Form("Arrêter").Send();
        Assert.Equal("C’est arrêté", again.Heading);
        Assert.Equal((0, 0), await place.Db(async db =>
        {
            var (addresses, mails) = (db.SearchAddresses, db.Set<Croisee.Mail.OutgoingMail>());
            return (await addresses.CountAsync(a => a.Email == address), await mails.CountAsync(m => m.To == address));
        }));
    }

    [Fact]
    public async Task Answers_alike_for_an_address_that_follows_already_and_floods_nobody()
    {
        const string address = "foule@example.org";
        for (var i = 0; i < 6; i++)
        {
            using var reader = place.Browser();
            var asked = await (await reader.Open("/repertoire/suivre?q=mot" + i)).Form("Suivre").Fill("Votre adresse électronique", address).Send();
            Assert.Equal("Écrire le code", asked.Heading);
        }
        Assert.Equal(3, (await place.MailsTo(address)).Count);
        using var crowd = place.Browser();
        var form = (await crowd.Open("/repertoire/suivre?q=meute")).Form("Suivre").Fill("Votre adresse électronique", "meute@example.org");
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => form.Send(follow: false)));
        Assert.Single(await place.MailsTo("meute@example.org"));
        place.Clock.Advance(TimeSpan.FromDays(2));
        await Run();
        Assert.False(await place.Db(db => { var addresses = db.SearchAddresses; return addresses.AnyAsync(a => a.Email == address); }));
    }

    [Fact]
    public async Task Turns_away_guesses_after_five_tries()
    {
        using var reader = place.Browser();
        var asked = await (await reader.Open("/repertoire/suivre?q=devine")).Form("Suivre").Fill("Votre adresse électronique", "devine@example.org").Send();
        var code = System.Text.RegularExpressions.Regex.Match((await place.MailsTo("devine@example.org"))[0].Text, @"\b\d{6}\b").Value;
        for (var i = 0; i < 5; i++) await asked.Form("Confirmer").Fill("Code reçu par courriel", code == "123456" ? "654321" : "123456").Send();
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Confirmer").Fill("Code reçu par courriel", code).Send()).Status);
    }
}
