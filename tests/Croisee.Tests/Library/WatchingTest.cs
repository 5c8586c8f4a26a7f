using System.Net;
using Croisee.Library;
using Croisee.Library.Watching;
using Croisee.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A search that somebody follows: with an account or after a code, each sheet told once, stopped by a press.</summary>
[Trait("kind", "slow")]
public sealed class WatchingTest(WatchingTest.Crowd place) : IClassFixture<WatchingTest.Crowd>
{
    /// <summary>Many readers behind one address; how few letters a network has otherwise is asked in a place of its own.</summary>
    public sealed class Crowd : Place
    {
        protected override void Tweak(WebApplicationBuilder builder)
        {
            base.Tweak(builder);
            builder.Configuration[Croisee.People.Limits.WordsSetting] = "1000";
        }
    }

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
        var resume = await reader.Open(paused.Document.QuerySelector("form[action$='/pause']")!.GetAttribute("action")!);
        Assert.StartsWith("Reprendre une recherche", Page.Text(resume.Document.Title!), StringComparison.Ordinal);
        await Published("Le potager d’hiver");
        await Run();
        Assert.Equal(1, await NewsTo(account.Email));
        var ending = await paused.Follow("Arrêter : potager");
        Assert.Equal("/recherches", ending.Link("Non, garder").GetAttribute("href"));
        await ending.Form("Arrêter").Send();
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
        var wrong = await (await reader.Open("/repertoire/suivre?q=tricot")).Form("Suivre").Fill("Votre adresse de courriel", "pas une adresse").Fill("Son nom dans nos courriels", "Le tricot").Send();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(("pas une adresse", "Le tricot"), (wrong.Form("Suivre").Value("Votre adresse de courriel"), wrong.Form("Suivre").Value("Son nom dans nos courriels")));
        var asked = await wrong.Form("Suivre").Fill("Votre adresse de courriel", address).Choose("Dès qu’une fiche paraît").Send();
        Assert.StartsWith("/recherches/confirmer/", asked.Path);
        // Whoever receives nothing is not left there.
        Assert.Contains("indésirables", asked.TextContent);
        Assert.Equal("/repertoire", asked.Link("Revenir au répertoire").GetAttribute("href"));

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
        // Another room writes to the same address: not this page's to delete.
        await place.Db(db => { db.Set<Croisee.Mail.OutgoingMail>().Add(new(address, new Croisee.Mail.Letter("Votre code pour reprendre").Say("Bonjour,"), place.Clock.GetUtcNow().UtcDateTime)); return db.SaveChangesAsync(); });
        var end = await reader.Open(link);
        Assert.Equal("/repertoire", end.Link("Non, garder").GetAttribute("href"));
        await end.Form("Arrêter").Send();
        var again = await end.Form("Arrêter").Send();
        Assert.Equal("C’est arrêté", again.Heading);
        Assert.Equal("Votre code pour reprendre", Assert.Single(await place.MailsTo(address)).Subject);
        Assert.Equal(0, await place.Db(async db =>
        {
            var addresses = db.SearchAddresses;
            return await addresses.CountAsync(a => a.Email == address);
        }));
    }

    /// <summary>In a place of its own: each asking may write to a stranger, so a network has few of them.</summary>
    [Fact]
    public async Task Writes_to_few_strangers_for_one_network()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        using var machine = own.Browser();
        var page = await machine.Open("/repertoire/suivre?q=mot");
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++) codes.Add((await page.Form("Suivre").Fill("Votre adresse de courriel", $"inconnue{i}@example.org").Send(follow: false)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.Equal(Croisee.People.Limits.WordsPerWindow, await own.Db(db => db.OutgoingMails.CountAsync(m => m.To.StartsWith("inconnue"))));
    }

    [Fact]
    public async Task Answers_alike_for_an_address_that_follows_already_and_floods_nobody()
    {
        const string address = "foule@example.org";
        for (var i = 0; i < 6; i++)
        {
            using var reader = place.Browser();
            var asked = await (await reader.Open("/repertoire/suivre?q=mot" + i)).Form("Suivre").Fill("Votre adresse de courriel", address).Send();
            Assert.Equal("Écrire le code", asked.Heading);
        }
        Assert.Equal(3, (await place.MailsTo(address)).Count);
        using var crowd = place.Browser();
        var form = (await crowd.Open("/repertoire/suivre?q=meute")).Form("Suivre").Fill("Votre adresse de courriel", "meute@example.org");
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
        var asked = await (await reader.Open("/repertoire/suivre?q=devine")).Form("Suivre").Fill("Votre adresse de courriel", "devine@example.org").Send();
        var code = System.Text.RegularExpressions.Regex.Match((await place.MailsTo("devine@example.org"))[0].Text, @"\b\d{6}\b").Value;
        for (var i = 0; i < 5; i++) await asked.Form("Confirmer").Fill("Code reçu par courriel", code == "123456" ? "654321" : "123456").Send();
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Confirmer").Fill("Code reçu par courriel", code).Send()).Status);
    }

    [Fact]
    public async Task Tells_every_new_sheet_when_there_are_more_than_a_page_and_none_that_was_there_before()
    {
        var account = await place.Given.AnAccount("Inès");
        var reader = await place.Given.SignedIn(account);
        await Published("Le rucher d’avant");
        await (await reader.Open("/repertoire/suivre?q=rucher")).Form("Suivre").Choose("Dès qu’une fiche paraît").Send();
        for (var i = 0; i < 14; i++) await Published($"Le rucher du voisin {i}");
        await Published("Une chorale plus récente");
        await Run();
        // The product's own round may have come between: the letters together tell each once.
        Assert.Equal(Enumerable.Range(0, 14).Select(i => $"Le rucher du voisin {i}").Order(StringComparer.Ordinal), (await Told()).Order(StringComparer.Ordinal));
        await Published("Le rucher de la quinzième");
        await Run();
        Assert.Equal(15, (await Told()).Count);

        Task<List<string>> Told() => place.Db(db =>
        {
            var (searches, sheets) = (db.SavedSearches.Where(s => s.PersonId == account.Id), db.Sheets);
            return db.ToldSheets.Where(t => searches.Any(s => s.Id == t.SearchId)).Join(sheets, t => t.SheetId, s => s.Id, (t, s) => s.Title).ToListAsync();
        });
    }

    /// <summary>More new sheets than are looked at at a time, and told ones among them: none hides another.</summary>
    [Fact]
    public async Task Looks_at_all_that_is_new_however_much_was_told()
    {
        var account = await place.Given.AnAccount("Zoé");
        var reader = await place.Given.SignedIn(account);
        await (await reader.Open("/repertoire/suivre?q=pigeonnier")).Form("Suivre").Choose("Dès qu’une fiche paraît").Send();
        for (var round = 1; round <= 2; round++)
        {
            for (var i = 0; i < 4; i++) await Published($"Le pigeonnier {round} {i}");
            await place.With(async s =>
            {
                await new TellFound(s.GetRequiredService<Data.AppDb>(), s.GetRequiredService<ISheetSearch>(), s.GetRequiredService<Croisee.Mail.MailSettings>(), s.GetRequiredService<EndLinks>(), place.Clock) { Batch = 3 }.Run(CancellationToken.None);
                return true;
            });
            Assert.Equal(4 * round, await place.Db(db =>
            {
                var searches = db.SavedSearches.Where(s => s.PersonId == account.Id);
                return db.ToldSheets.CountAsync(t => searches.Any(s => s.Id == t.SearchId));
            }));
        }
    }

    /// <summary>A call has a title: its address in a name would say nothing to anybody.</summary>
    [Fact]
    public async Task Names_a_search_by_call_with_the_title_of_the_call()
    {
        var call = await place.Given.AnOpenCall(title: "Manger ensemble, autrement");
        await place.Given.APublishedSheet(call, "La tablée");
        var reader = await place.Given.SignedIn(await place.Given.AnAccount("Théo"));
        var form = (await reader.Open("/repertoire/suivre?appel=" + call.Slug)).Form("Suivre");
        Assert.Equal("Appel : Manger ensemble, autrement", form.Value("Son nom dans nos courriels")!.Replace((char)0xa0, ' '));
        Assert.Contains("Appel : Manger ensemble, autrement", (await place.Browser().Open("/repertoire/flux/atom?appel=" + call.Slug)).Source.Replace((char)0xa0, ' '));
    }

    [Theory]
    [InlineData("?region=FAUX"), InlineData("?q=tricot&contexte=FAUX"), InlineData("?page=0")]
    public async Task An_address_that_is_not_understood_is_told_and_follows_nothing(string query)
    {
        var account = await place.Given.AnAccount("Ugo");
        var reader = await place.Given.SignedIn(account);
        var page = await reader.Open("/repertoire/suivre" + query);
        Assert.Equal((HttpStatusCode.BadRequest, "Suivre cette recherche"), (page.Status, page.Heading));
        Assert.NotEmpty(page.Document.QuerySelectorAll("[role=alert] li"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var forged = await (await reader.Open("/repertoire/suivre?q=tricot")).Form("Suivre").To("/repertoire/suivre" + query).Send();
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.False(await place.Db(db => { var searches = db.SavedSearches; return searches.AnyAsync(s => s.PersonId == account.Id); }));
    }
}
