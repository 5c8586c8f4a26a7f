using System.Net;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Library.Survival;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What becomes of an experience: asked by letter, told with a code, read by the moderation, shown with its age.</summary>
[Trait("kind", "slow")]
public sealed class NewsTest(Place place) : IClassFixture<Place>
{
    async Task<(Call Call, GivenExperience Given, string Address)> APublishedOne(string title, bool recontact = false, bool contact = true)
    {
        var call = await place.Given.AnOpenCall(await place.Given.AnOrganisation());
        var given = await place.Given.APublishedSheet(call, title);
        var address = $"{given.Reference}@example.org";
        if (contact) await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await s.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == given.Id), new("Jeanne", null, address, null, null), recontact);
            return await db.SaveChangesAsync();
        });
        return (call, given, address);
    }

    async Task<string> CodeSentTo(string address)
    {
        var mail = (await place.MailsTo(address)).Last(m => m.Subject.Contains("devient", StringComparison.Ordinal));
        return Regex.Match(mail.Text, "/nouvelles/([a-z-]+)").Groups[1].Value;
    }

    Task<int> Asked(string address) => place.Db(db => db.OutgoingMails.CountAsync(m => m.To == address && m.Subject.Contains("devient")));

    [Fact]
    public async Task Asks_at_each_milestone_once_whoever_may_be_asked_and_keeps_no_code_in_clear()
    {
        // Erasures of the day would take the letters that are counted here with them.
        await place.Given.TheClockworkStopped();
        var (call, given, address) = await APublishedOne("Celle que l’on suit", recontact: true);
        var (_, _, only) = await APublishedOne("Celle dont le travail est fini");
        var (_, silent, _) = await APublishedOne("Celle sans contact", contact: false);
        await place.Given.TheJobRan(AskForNews.Job);
        Assert.Equal(0, await Asked(address));
        place.Clock.Advance(TimeSpan.FromDays(185));
        foreach (var _ in new[] { 1, 2, 3 }) await place.Given.TheJobRan(AskForNews.Job);
        Assert.Equal(1, await Asked(address));
        var code = await CodeSentTo(address);
        Assert.False(await place.Db(db => db.NewsAsks.AnyAsync(a => a.CodeHash.Contains(code))));
        Assert.False(await place.Db(db => db.Authors.AnyAsync(a => a.CodeHash == SpokenCode.Hash(SpokenCode.Read(code)!))));
        Assert.Contains("Ce code n’ouvre rien", (await (await place.Browser().Open("/suivre/" + code)).Form("Ouvrir").Send()).TextContent);
        Assert.Equal(0, await place.Db(db => db.NewsAsks.CountAsync(a => a.SheetId == silent.Id)));

        // The work of the notice is over: only who agreed to more is still asked.
        place.Clock.Set(call.Notice.KeptUntilDay!.Value.AddDays(2).EndOfParisDay());
        var before = await Asked(only);
        place.Clock.Advance(TimeSpan.FromDays(366));
        await place.Given.TheJobRan(AskForNews.Job);
        Assert.Equal(before, await Asked(only));
        Assert.True(await Asked(address) >= 2);
    }

    [Fact]
    public async Task Asks_again_what_started_again_and_not_what_stopped()
    {
        var (_, again, asked) = await APublishedOne("Celle qui recommence", recontact: true);
        var (_, over, silent) = await APublishedOne("Celle qui s’arrête", recontact: true);
        place.Clock.Advance(TimeSpan.FromDays(30));
        await place.Given.Added(new News(again.Id, "a", new(News.Stopped, Reason: "ARR_NSP"), null, place.Clock.UtcNow()), new News(over.Id, "b", new(News.Alive), null, place.Clock.UtcNow()));
        place.Clock.Advance(TimeSpan.FromDays(30));
        await place.Given.Added(new News(again.Id, "c", new(News.Alive), null, place.Clock.UtcNow()), new News(over.Id, "d", new(News.Stopped, Reason: "ARR_NSP"), null, place.Clock.UtcNow()));
        place.Clock.Advance(TimeSpan.FromDays(130));
        await place.Given.TheJobRan(AskForNews.Job);
        Assert.Equal((1, 0), (await Asked(asked), await Asked(silent)));
    }

    [Fact]
    public async Task Takes_an_answer_once_from_the_letter_and_shows_codes_at_once_and_words_after_moderation()
    {
        const string Payload = "<script>alert(1)</script> un nouveau jardin";
        var (call, given, address) = await APublishedOne("Celle qui change", recontact: true);
        place.Clock.Advance(TimeSpan.FromDays(185));
        await place.Given.TheJobRan(AskForNews.Job);
        var code = await CodeSentTo(address);
        var page = await place.Browser().Open("/nouvelles/" + code);
        Assert.Equal("Que devient votre expérience ?", page.Heading);
        var refused = await page.Form("Envoyer ces nouvelles").Fill("Racontez en quelques mots", "À garder").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "À garder"), (refused.Status, refused.Form("Envoyer ces nouvelles").Value("Racontez en quelques mots")));
        var answer = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => page.Form("Envoyer ces nouvelles").Choose("Toujours vivante, mais changée").Fill("Racontez en quelques mots", Payload).Send()));
        Assert.All(answer, a => Assert.Contains("Merci, nous avons vos nouvelles", a.TextContent));
        var news = await place.Db(db => db.News.AsNoTracking().SingleAsync(n => n.SheetId == given.Id));
        Assert.Equal((ModerationState.Waiting, 6, Payload), (news.State, news.Months, news.What));

        var sheet = await place.Browser().Open($"/experiences/{given.Reference}");
        Assert.Contains("toujours vivante, mais changée", sheet.TextContent);
        Assert.DoesNotContain("nouveau jardin", sheet.Source);
        var stranger = await place.Given.APerson("Sacha", Role.Moderator, await place.Given.AnOrganisation());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/bureau/moderation/nouvelles/{news.Id}")).Status);
        var moderator = await place.Given.APerson("Maud", Role.Moderator, await place.Db(db => db.Organisations.SingleAsync(o => o.Id == call.OrganisationId)));
        var judge = await (await moderator.Open("/bureau/moderation")).Follow("Des nouvelles : Celle qui change");
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.Form("Enregistrer").Choose("Ne pas publier").Send()).Status);
        await judge.Form("Enregistrer").Choose("Publier sur la fiche").Send();
        var after = await place.Browser().Open($"/experiences/{given.Reference}");
        Assert.Contains(Payload, after.TextContent);
        Assert.DoesNotContain("<script>alert", after.Source);

        await (await moderator.Open($"/bureau/moderation/nouvelles/{news.Id}")).Form("Enregistrer").Choose("Retirer de la fiche").Fill("La raison, si ce n’est pas publié", "Un nom y était.").Send();
        Assert.DoesNotContain("nouveau jardin", (await place.Browser().Open($"/experiences/{given.Reference}")).Source);
        Assert.Null((await place.Db(db => db.News.AsNoTracking().SingleAsync(n => n.Id == news.Id))).What);
    }

    [Fact]
    public async Task Asks_what_was_told_as_finished_whether_it_was_copied_and_counts_no_life_after_its_end()
    {
        var call = await place.Given.AnOpenCall(await place.Given.AnOrganisation());
        var given = await place.Given.APublishedSheet(call, "Celle qui était finie", a => a.Setting.ActionState = "EA_TERMINEE");
        var address = $"{given.Reference}@example.org";
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await s.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == given.Id), new("Jeanne", null, address, null, null), true);
            return await db.SaveChangesAsync();
        });
        place.Clock.Advance(TimeSpan.FromDays(185));
        await place.Given.TheJobRan(AskForNews.Job);
        Assert.Contains("A-t-elle été copiée ailleurs depuis ? A-t-elle recommencé ?", (await place.MailsTo(address)).Single(m => m.Subject.Contains("devient", StringComparison.Ordinal)).Text.Replace((char)0xa0, ' '));
        var before = await place.Db(db => SurvivalStudy.Of(db, null, TestContext.Current.CancellationToken));
        await (await place.Browser().Open("/nouvelles/" + await CodeSentTo(address))).Form("Envoyer ces nouvelles").Choose("Arrêtée").Select("Si elle s’est arrêtée : pourquoi ?", "Le but est atteint").Send();
        var after = await place.Db(db => SurvivalStudy.Of(db, null, TestContext.Current.CancellationToken));
        Assert.Equal((before.StoppedBefore + 1, before.All.Count), (after.StoppedBefore, after.All.Count));
        place.Clock.Advance(TimeSpan.FromDays(185));
        await place.Given.TheJobRan(AskForNews.Job);
        Assert.Equal(1, await Asked(address));
    }

    [Fact]
    public async Task Lets_authors_tell_at_any_time_warns_of_traces_and_forgets_all_with_the_sheet()
    {
        var (_, given, _) = await APublishedOne("Celle qui s’arrête", contact: false);
        // Before the author enters: a year's wait would end the session.
        place.Clock.Set(new DateTime(Math.Max(place.Clock.UtcNow().Ticks, new DateTime(2027, 6, 1, 10, 0, 0, DateTimeKind.Utc).Ticks), DateTimeKind.Utc));
        var author = await place.Given.AnAuthorOf(given);
        var page = await (await author.Open($"/suivre/fiche/{given.Reference}")).Follow("Donner des nouvelles");
        Form Filled() => page.Form("Envoyer ces nouvelles").Choose("Arrêtée").Fill("Racontez en quelques mots", "Mme Dupont est partie, joignez-la au 06 12 34 56 78.");
        var refused = await Filled().Send();
        Assert.Contains("Reason", refused.Source);
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("faire reconnaître quelqu’un", refused.TextContent);
        var without = await refused.Form("Envoyer ces nouvelles").Send();
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Contains("Dites pourquoi", without.Errors[0]);
        var future = await without.Form("Envoyer ces nouvelles").Select("Si elle s’est arrêtée : pourquoi ?", "L’argent ou le temps a manqué").Fill("Si elle s’est arrêtée : quel mois ?", "12/2050").Send();
        Assert.Contains("pas encore venu", future.Errors[0]);
        var told = future.Form("Envoyer ces nouvelles").Fill("Si elle s’est arrêtée : quel mois ?", "04/2027");
        await Task.WhenAll(told.Send(), told.Send(), told.Send());
        Assert.Equal(1, await place.Db(db => db.News.CountAsync(n => n.SheetId == given.Id)));
        var sheet = await place.Browser().Open($"/experiences/{given.Reference}");
        Assert.Contains("arrêtée en avril 2027", sheet.TextContent);
        Assert.DoesNotContain("Dupont", sheet.Source);
        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        Assert.Equal(0, await place.Db(db => db.News.CountAsync(n => n.SheetId == given.Id)));
        Assert.Equal($"/suivre/fiche/{given.Reference}", (await author.Open($"/suivre/fiche/{given.Reference}/nouvelles")).Path);
    }

    [Fact]
    public async Task Draws_the_curve_says_small_groups_and_gives_the_same_numbers_in_the_file()
    {
        await using var lives = new Place();
        await lives.InitializeAsync();
        Assert.Contains("Il faut au moins 5", (await lives.Browser().Open("/repertoire/survie")).TextContent);
        var call = await lives.Given.AnOpenCall();
        var (start, told) = (lives.Clock.UtcNow(), new (int Months, bool Stopped)[] { (6, true), (6, false), (12, true), (12, false), (18, true), (24, false) });
        for (var i = 0; i < told.Length; i++)
        {
            var given = await lives.Given.APublishedSheet(call, $"Vie {i}", a => a.Structure.OrganisationType = "ORG_STRUCT_PRO");
            lives.Clock.Set(start.AddMonths(told[i].Months));
            await lives.Given.Added(new News(given.Id, "essai", new(told[i].Stopped ? News.Stopped : News.Alive, Reason: "ARR_NSP"), null, lives.Clock.UtcNow()));
            lives.Clock.Set(start);
        }
        await lives.Given.APublishedSheet(call, "Sans nouvelles");
        var alone = await lives.Given.APublishedSheet(call, "Seule de sa sorte", a => a.Structure.OrganisationType = "ORG_ASSO_USAGERS");
        lives.Clock.Set(start.AddMonths(25));
        await lives.Given.Added(new News(alone.Id, "essai", new(News.Alive), null, lives.Clock.UtcNow()));
        var page = await lives.Browser().Open("/repertoire/survie?par=organisation");
        Assert.Contains("8 fiches sont publiées. 7 ont donné des nouvelles", page.TextContent);
        var curve = KaplanMeier.Of(told.Select(t => new Lifetime(t.Months, t.Stopped)));
        Assert.Contains($"Après 12 mois, {SurvivalWords.Share(curve.At(12)!.Survival).Replace((char)0xa0, (char)32)} vivaient encore", page.TextContent);
        Assert.Contains("Association d’usagers : 1 suivie", page.TextContent);
        Assert.Single(page.Document.QuerySelectorAll("figure path.band"));
        Assert.NotNull(page.Document.QuerySelector("figure svg[role=img] path.k1"));
        var file = (await lives.Browser().Open("/repertoire/survie/fichier?par=organisation")).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).ToList();
        Assert.Equal(curve.Steps.Select(s => ($"{s.Time}", $"{s.AtRisk}", s.Survival.ToString("0.######", Croisee.Words.Localizer.French))), file.Where(r => r[1] == "ORG_STRUCT_PRO").Select(r => (r[4], r[5], r[8])));
        foreach (var odd in new[] { "?par=rien", "?par=%3Cscript%3E", "?par=annee" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await lives.Browser().Open("/repertoire/survie" + odd)).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await lives.Browser().Open("/repertoire/survie/fichier" + odd)).Status);
        }
    }

    [Fact]
    public void Says_the_age_of_the_last_news_honestly()
    {
        var published = new DateTime(2026, 6, 10, 12, 0, 0, DateTimeKind.Utc);
        string Said(DateOnly today, params News[] news) => new LastNews(news, published, today).Sentence(Labels(), new(new Microsoft.AspNetCore.Http.HttpContextAccessor())).Replace('\u00A0', ' ');
        News Alive(int months) => new(Guid.CreateVersion7(), "k", new(News.Alive), months, published.AddMonths(months));
        Assert.Equal("Pas encore de nouvelles : la page est publiée depuis juin 2026.", Said(new(2026, 11, 1)));
        Assert.Equal("Sans nouvelles depuis 8 mois, depuis la publication.", Said(new(2027, 2, 20)));
        Assert.Equal("Dernières nouvelles : juin 2027, toujours vivante.", Said(new(2027, 9, 1), Alive(6), Alive(12)));
        Assert.Equal("Sans nouvelles depuis 14 mois. Les dernières, en juin 2027, disaient : toujours vivante.", Said(new(2028, 8, 15), Alive(12)));
        static Croisee.Framework.Labels Labels() => new(new(new Microsoft.AspNetCore.Http.HttpContextAccessor()));
    }

    /// <summary>The drawing has room for six curves; the tables and the sentences have all groups.</summary>
    [Fact]
    public async Task Tells_every_group_when_there_are_more_than_the_drawing_takes()
    {
        await using var lives = new Place();
        await lives.InitializeAsync();
        var call = await lives.Given.AnOpenCall();
        var sectors = Croisee.Framework.Vocabularies.Get("V-SECTEUR").Terms.Select(t => t.Code).Take(8).ToList();
        for (var i = 0; i < 5; i++)
        {
            var given = await lives.Given.APublishedSheet(call, $"Vie {i}", a => a.Structure.Sectors = [.. sectors]);
            await lives.Given.Added(new News(given.Id, "essai", new(News.Alive), null, lives.Clock.UtcNow().AddMonths(6)));
        }
        var page = await lives.Browser().Open("/repertoire/survie?par=secteur");
        Assert.Equal(6, Enumerable.Range(1, 9).Count(k => page.Document.QuerySelector($"figure svg path.k{k}") is not null));
        foreach (var table in page.Document.QuerySelectorAll("main table")) Assert.Equal(8, table.QuerySelectorAll("tbody tr").Length);
        foreach (var code in sectors) Assert.Contains(Page.Text(Given.PlainLabels.Of(code)) + " : 5 expériences suivies", page.TextContent);
        Assert.Contains("Le dessin a 6 courbes", page.TextContent);
    }
}
