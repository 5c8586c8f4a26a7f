using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Library.Reading;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A reader writes beside a sheet without an account; nothing is public before the moderation; the authors answer with their code.</summary>
public sealed class ReaderWordTest(Place place) : IClassFixture<Place>
{
    const string Send = "Envoyer";

    async Task<(GivenExperience Given, Browser Moderator)> ASheet(string title, bool contact = false)
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), title);
        if (contact) await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await s.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == given.Id), new("Jeanne", null, $"{given.Reference}@example.org", null, null), true);
            return await db.SaveChangesAsync();
        });
        return (given, await place.Given.APerson("Maud", Role.Moderator, organisation));
    }

    /// <summary>The form, opened and looked at for a while.</summary>
    async Task<Page> TheForm(GivenExperience given)
    {
        var page = await place.Browser().Open($"/experiences/{given.Reference}/question");
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        return page;
    }

    Task<Page> Sheet(GivenExperience given) => place.Browser().Open($"/experiences/{given.Reference}");

    [Fact]
    public async Task Publishes_a_question_after_moderation_with_the_answer_of_the_authors_and_forgets_who_asked()
    {
        const string Payload = "Comment avez-vous commencé ? <img src=x onerror=alert(1)> \u202E";
        var (given, moderator) = await ASheet("La fiche que l’on questionne", contact: true);
        var page = await TheForm(given);
        var sent = page.Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", Payload).Fill("Votre adresse de courriel", "curieuse@example.org");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sent.Send(follow: false)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        var word = await place.Db(db => db.ReaderWords.AsNoTracking().SingleAsync(w => w.SheetId == given.Id));
        Assert.Equal(ModerationState.Waiting, word.State);
        Assert.Equal(1, await place.Db(db => db.AwaitingReaders.CountAsync(a => a.WordId == word.Id)));
        Assert.False(await place.Db(db => db.AwaitingReaders.AnyAsync(a => a.Sealed.Contains("curieuse"))));
        Assert.DoesNotContain("avez-vous commencé", (await Sheet(given)).Source);
        Assert.True(await place.Db(db => db.Notices.AnyAsync(n => n.Path == "/bureau/moderation")));

        await (await (await moderator.Open("/bureau/moderation")).Follow("Une question d’un lecteur : La fiche que l’on questionne")).Form("Enregistrer").Choose("Publier sur la fiche").Send();
        var read = await Sheet(given);
        Assert.Contains("Comment avez-vous commencé ? <img src=x onerror=alert(1)>", read.TextContent);
        Assert.Empty(read.Document.QuerySelectorAll("img[src=x]"));
        Assert.Contains("n’ont pas encore répondu", read.TextContent);
        Assert.Single(await place.MailsTo($"{given.Reference}@example.org"), m => m.Subject.Contains("Un lecteur a écrit", StringComparison.Ordinal));

        var author = await place.Given.AnAuthorOf(given);
        var answer = await author.Open((await author.Open($"/suivre/fiche/{given.Reference}")).Document.QuerySelector("a[href*='/questions/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.BadRequest, (await answer.Form("Publier la réponse").Send()).Status);
        var reply = answer.Form("Publier la réponse").Fill("Votre réponse", "Par un café, le mardi.");
        await Task.WhenAll(reply.Send(), reply.Send());
        Assert.Contains("Par un café, le mardi.", (await Sheet(given)).TextContent);
        Assert.Single(await place.MailsTo("curieuse@example.org"));
        Assert.Equal(0, await place.Db(db => db.AwaitingReaders.CountAsync(a => a.WordId == word.Id)));

        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        Assert.DoesNotContain("Par un café", (await Sheet(given)).Source);
        Assert.Equal(0, await place.Db(db => db.ReaderWords.CountAsync(w => w.SheetId == given.Id)));
        Assert.Equal(HttpStatusCode.Gone, (await place.Browser().Open($"/experiences/{given.Reference}/question")).Status);
    }

    [Fact]
    public async Task Refuses_with_a_reason_told_to_who_waits_and_keeps_no_word()
    {
        var (given, moderator) = await ASheet("La fiche d’un échange refusé");
        await (await TheForm(given)).Form(Send).Choose("Dire : nous l’avons fait aussi").Fill("Votre message", "Achetez ma méthode miracle.").Fill("Si vous l’avez fait aussi : où ?", "Partout").Fill("Votre adresse de courriel", "vendeur@example.org").Send();
        var word = await place.Db(db => db.ReaderWords.AsNoTracking().SingleAsync(w => w.SheetId == given.Id));
        var other = await place.Given.APerson("Sacha", Role.Moderator, await place.Given.AnOrganisation());
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/bureau/moderation/paroles/{word.Id}")).Status);
        var judge = await moderator.Open($"/bureau/moderation/paroles/{word.Id}");
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.Form("Enregistrer").Choose("Ne pas publier").Send()).Status);
        await judge.Form("Enregistrer").Choose("Ne pas publier").Fill("La raison, si ce n’est pas publié", "C’est de la publicité.").Send();
        Assert.Contains("C’est de la publicité.", Assert.Single(await place.MailsTo("vendeur@example.org")).Text);
        var after = await place.Db(db => db.ReaderWords.AsNoTracking().SingleAsync(w => w.Id == word.Id));
        Assert.Equal((ModerationState.Refused, "", null), (after.State, after.Text, after.Place));
        Assert.DoesNotContain("miracle", (await Sheet(given)).Source);
        Assert.Equal(0, await place.Db(db => db.AwaitingReaders.CountAsync(a => a.WordId == word.Id)));
    }

    [Fact]
    public async Task Keeps_what_was_typed_warns_of_traces_and_slows_machines()
    {
        var (given, _) = await ASheet("La fiche où l’on se trompe");
        var page = await place.Browser().Open($"/experiences/{given.Reference}/question");
        var fast = await page.Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", "Envoyée trop vite").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Envoyée trop vite"), (fast.Status, fast.Form(Send).Value("Votre message")));
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        var wrong = await fast.Form(Send).Fill("Votre adresse de courriel", "pas une adresse").Send();
        Assert.Contains("n’est pas complète", wrong.Errors[0]);
        var traced = await wrong.Form(Send).Fill("Votre adresse de courriel", "").Fill("Votre message", "Appelez-moi au 06 12 34 56 78").Send();
        Assert.Equal(HttpStatusCode.OK, traced.Status);
        Assert.Contains("faire reconnaître", traced.TextContent);
        Assert.Contains("Merci", (await traced.Form(Send).Send()).TextContent);
        Assert.Equal(1, await Kept());

        // A machine fills the field that nobody sees: it is thanked, and nothing is kept.
        Assert.Equal(HttpStatusCode.OK, (await (await TheForm(given)).Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", "Publicité").Set("Form.Site", "http://exemple.fr").Send()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await TheForm(given)).Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", "Tampon forgé").Set("Form.Stamp", "AAAA").Send()).Status);
        Assert.Equal(1, await Kept());

        Task<int> Kept() => place.Db(db => db.ReaderWords.CountAsync(w => w.SheetId == given.Id));
    }

    /// <summary>In a place of its own: the limit holds for the network, and every test has the same.</summary>
    [Fact]
    public async Task Holds_back_a_flood_from_one_network_and_still_shows_the_pages()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var given = await own.Given.APublishedSheet(await own.Given.AnOpenCall());
        var page = await own.Browser().Open($"/experiences/{given.Reference}/question");
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++) codes.Add((await page.Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", $"Encore {i}").Set("Form.Key", $"cle{i}").Send(follow: false)).Status);
        Assert.Equal(Croisee.People.Limits.WordsPerWindow, codes.Count(c => c is HttpStatusCode.Redirect));
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
        Assert.Equal(Croisee.People.Limits.WordsPerWindow, await own.Db(db => db.ReaderWords.CountAsync()));
        Assert.Equal(HttpStatusCode.OK, (await own.Browser().Open($"/experiences/{given.Reference}/question")).Status);
    }

    [Fact]
    public async Task Forgets_an_address_that_nobody_answered()
    {
        var (given, _) = await ASheet("La fiche sans réponse");
        await (await TheForm(given)).Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", "Et ensuite ?").Fill("Votre adresse de courriel", "patiente@example.org").Send();
        await place.Given.TheJobRan(AwaitingReaders.Job);
        Assert.Equal(1, await Waiting());
        place.Clock.Advance(TimeSpan.FromDays(190));
        await place.Given.TheJobRan(AwaitingReaders.Job);
        Assert.Equal(0, await Waiting());

        Task<int> Waiting() => place.Db(async db => await db.AwaitingReaders.Join(db.ReaderWords.Where(w => w.SheetId == given.Id), a => a.WordId, w => w.Id, (a, w) => a).CountAsync());
    }

    [Fact]
    public async Task Says_how_long_it_reads_and_how_to_share_without_anybody_watching()
    {
        var (given, _) = await ASheet("La fiche à partager");
        var page = await Sheet(given);
        Assert.Contains("Lecture : une minute.", page.TextContent);
        var mail = page.Link("Envoyer par courriel").GetAttribute("href")!;
        Assert.StartsWith("mailto:?subject=La%20fiche%20%C3%A0%20partager&body=", mail);
        Assert.EndsWith(Uri.EscapeDataString($"/experiences/{given.Reference}"), mail);
        Assert.Equal((0, 0, 4), (ReadingTime.Words(null), ReadingTime.Words(" – … "), ReadingTime.Words("Un mot, et\nl’autre !")));
    }

    /// <summary>As many words as before, and other words: who asks again with the former mark reads the page anew.</summary>
    [Fact]
    public async Task A_page_asked_again_never_keeps_words_that_were_taken_back()
    {
        var (given, moderator) = await ASheet("La fiche relue deux fois");
        var now = place.Clock.UtcNow();
        var (shown, waiting) = (new ReaderWord(given.Id, "un", ReaderWordKind.Question, "Parole reprise ensuite.", null, now), new ReaderWord(given.Id, "deux", ReaderWordKind.Question, "Parole publiée ensuite.", null, now));
        shown.Accept(now);
        await place.Given.Added(shown, waiting);
        var reader = place.Browser();
        var first = await reader.Open($"/experiences/{given.Reference}");
        Assert.Contains("Parole reprise ensuite.", first.TextContent);
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await moderator.Open($"/bureau/moderation/paroles/{shown.Id}")).Form("Enregistrer").Choose("Retirer de la fiche").Fill("La raison, si ce n’est pas publié", "Un nom y était.").Send();
        await (await moderator.Open($"/bureau/moderation/paroles/{waiting.Id}")).Form("Enregistrer").Choose("Publier sur la fiche").Send();
        // Kept anew for everyone: from here on a page that did not change is answered in two words.
        Assert.Contains("Parole publiée ensuite.", (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        var again = new HttpRequestMessage(HttpMethod.Get, $"/experiences/{given.Reference}");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Response.Headers.ETag!.ToString());
        using var answer = await reader.Send(again);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("reprise ensuite", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
