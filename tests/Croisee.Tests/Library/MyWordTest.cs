using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A reader holds a code of their word: it shows where the word stands, and takes it back.</summary>
public sealed class MyWordTest(Place place) : IClassFixture<Place>
{
    const string Send = "Envoyer", See = "Voir mon message";

    async Task<(GivenExperience Given, Browser Moderator)> ASheet(string title)
    {
        var organisation = await place.Given.AnOrganisation();
        return (await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), title), await place.Given.APerson("Maud", Role.Moderator, organisation));
    }

    async Task<(string Code, ReaderWord Word)> Written(GivenExperience given, string text)
    {
        var page = await place.Browser().Open($"/experiences/{given.Reference}/question");
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        var thanks = await page.Form(Send).Choose("Dire : nous l’avons fait aussi").Fill("Votre message", text).Fill("Si vous l’avez fait aussi : où ?", "À Lille").Fill("Votre adresse de courriel", "lectrice@example.org").Send();
        Assert.Contains("Merci", thanks.TextContent);
        return (thanks.Document.QuerySelector(".secret")!.TextContent.Trim(), await place.Db(db => db.ReaderWords.AsNoTracking().SingleAsync(w => w.SheetId == given.Id)));
    }

    async Task<Page> Opened(string code) => await (await place.Browser().Open("/mon-message")).Form(See).Fill("Le code de votre message", code).Send();

    [Fact]
    public async Task Shows_where_a_word_stands_and_leaves_nothing_of_it_once_taken_back()
    {
        const string Marker = "Un jardin de Pâquerolle";
        var (given, moderator) = await ASheet("La fiche du jardin repris");
        var (code, word) = await Written(given, Marker);
        Assert.NotNull(SpokenCode.Read(code));
        Assert.Equal(ReaderWord.HashOf(code), word.CodeHash);
        Assert.Contains("avant qu’il soit publié", (await Opened(code.ToUpperInvariant())).TextContent);
        await (await moderator.Open($"/bureau/moderation/paroles/{word.Id}")).Form("Enregistrer").Choose("Publier sur la fiche").Send();
        Assert.Contains("Votre message est publié sur la fiche.", (await Opened(code)).TextContent);
        Assert.Contains(Marker, (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);

        var sure = await (await Opened(code)).Form("Reprendre mon message").Send();
        Assert.Contains("effacé partout", sure.TextContent);
        Assert.Equal(1, await place.Db(db => db.ReaderWords.CountAsync(w => w.Id == word.Id)));
        Assert.Contains("Nous n’en gardons rien", (await sure.Form("Oui, effacer mon message").Send()).TextContent);
        Assert.Equal((0, 0), (await place.Db(db => db.ReaderWords.CountAsync(w => w.Id == word.Id)), await place.Db(db => db.AwaitingReaders.CountAsync(a => a.WordId == word.Id))));
        foreach (var path in new[] { $"/experiences/{given.Reference}", "/donnees-ouvertes/paroles", $"/experiences/{given.Reference}/pdf", "/repertoire?q=P%C3%A2querolle" })
        {
            using var response = await place.Browser().Send(new HttpRequestMessage(HttpMethod.Get, path));
            Assert.DoesNotContain("de Pâquerolle", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Open($"/bureau/moderation/paroles/{word.Id}")).Status);
        Assert.Contains("n’ouvre rien", (await Opened(code)).Errors[0]);
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == word.Id && e.Act == Croisee.Library.Acts.WordTakenBack)));
    }

    [Fact]
    public async Task Takes_it_back_again_when_an_older_base_comes_back()
    {
        var (given, _) = await ASheet("La fiche d’une base ancienne");
        var (_, word) = await Written(given, "Une parole d’avant.");
        await place.With(async s =>
        {
            s.GetRequiredService<ErasureList>().Add([new(place.Clock.UtcNow(), Croisee.Library.Acts.WordTakenBack, word.Id)]);
            await KeepErasures.DoAgain(s);
            await KeepErasures.DoAgain(s);
            return 0;
        });
        Assert.Equal(0, await place.Db(db => db.ReaderWords.CountAsync(w => w.Id == word.Id)));
    }

    [Fact]
    public async Task Is_taken_away_or_hidden_again_when_an_older_base_comes_back()
    {
        var ((given, moderator), (other, _)) = (await ASheet("La fiche d’un refus ancien"), await ASheet("La fiche d’un mot caché ancien"));
        var (_, refused) = await Written(given, "Une parole refusée depuis.");
        var (_, hidden) = await Written(other, "Une parole cachée depuis.");
        var now = place.Clock.UtcNow();
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var shown = await db.ReaderWords.SingleAsync(w => w.Id == hidden.Id);
            shown.Accept(now);
            db.Record(now, Actor.System, Croisee.Library.Acts.WordsShown, shown);
            await db.SaveChangesAsync();
            s.GetRequiredService<ErasureList>().Add([new(now, Croisee.Library.Acts.WordErased, refused.Id), new(now, Croisee.Library.Acts.WordHidden, hidden.Id)]);
            await KeepErasures.DoAgain(s);
            return 0;
        });
        var words = await place.Db(db => db.ReaderWords.AsNoTracking().Where(w => w.Id == refused.Id || w.Id == hidden.Id).ToDictionaryAsync(w => w.Id));
        Assert.Equal((ModerationState.Refused, ""), (words[refused.Id].State, words[refused.Id].Text));
        Assert.True(words[hidden.Id].IsHiddenMeanwhile);
        Assert.Equal(0, await place.Db(db => db.AwaitingReaders.CountAsync(a => a.WordId == refused.Id)));

        // The moderation answers: what it did then is known, and is not done again.
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var word = await db.ReaderWords.SingleAsync(w => w.Id == hidden.Id);
            word.Keep("Personne n’y est nommé.", now.AddMinutes(1));
            db.Record(now.AddMinutes(1), Actor.System, Croisee.Library.Acts.WordKept, word);
            await db.SaveChangesAsync();
            await KeepErasures.DoAgain(s);
            return 0;
        });
        Assert.Equal(ModerationState.Shown, await place.Db(db => db.ReaderWords.Where(w => w.Id == hidden.Id).Select(w => w.State).SingleAsync()));
    }

    [Fact]
    public async Task Shows_the_code_once_to_whoever_wrote_and_opens_nothing_of_another_kind()
    {
        var (given, _) = await ASheet("La fiche aux codes");
        var reader = place.Browser();
        var page = await reader.Open($"/experiences/{given.Reference}/question");
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        var form = page.Form(Send).Choose("Poser une question aux auteurs").Fill("Votre message", "Deux envois d’un même formulaire ?");
        // The same form twice: one word, and both answers show the code that opens it.
        var (first, second) = (await form.Send(), await form.Send());
        var code = first.Document.QuerySelector(".secret")!.TextContent;
        Assert.Equal(code, second.Document.QuerySelector(".secret")!.TextContent);
        Assert.Contains("15 minutes", second.TextContent);
        // Not in the cookie of an author’s code: whoever just told an experience still sees theirs.
        Assert.True(reader.Cookies.ContainsKey("__Host-mot"));
        Assert.False(reader.Cookies.ContainsKey(Croisee.Experiences.AuthorCookie.CodeName));
        place.Clock.Advance(Croisee.Experiences.AuthorCookie.CodeLife);
        Assert.Null((await reader.Open($"/experiences/{given.Reference}/question/code")).Document.QuerySelector(".secret"));
        Assert.Equal(1, await place.Db(db => db.ReaderWords.CountAsync(w => w.SheetId == given.Id)));
        Assert.Null((await place.Browser().Open($"/experiences/{given.Reference}/question/code")).Document.QuerySelector(".secret"));
        // Neither door opens with the code of the other.
        Assert.Contains("n’ouvre rien", (await (await place.Browser().Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send()).Errors[0]);
        Assert.Contains("n’ouvre rien", (await Opened(SpokenCode.New())).Errors[0]);
        Assert.Contains("faute de frappe", (await Opened(SpokenCode.Example)).Errors[0]);
    }

    /// <summary>In a place of its own: the limit holds for the network.</summary>
    [Fact]
    public async Task Holds_back_whoever_tries_codes()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var page = await own.Browser().Open("/mon-message");
        var last = HttpStatusCode.OK;
        for (var i = 0; i <= Croisee.People.Limits.TriesPerWindow; i++) last = (await page.Form(See).Fill("Le code de votre message", SpokenCode.New()).Send(follow: false)).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Says_why_it_is_not_published_or_hidden()
    {
        var (given, moderator) = await ASheet("La fiche d’un refus expliqué");
        var (code, word) = await Written(given, "Achetez ma méthode.");
        await (await moderator.Open($"/bureau/moderation/paroles/{word.Id}")).Form("Enregistrer").Choose("Ne pas publier").Fill("La raison, si ce n’est pas publié", "C’est une réclame.").Send();
        var told = await Opened(code);
        Assert.Contains("n’est pas publié", told.TextContent);
        Assert.Contains("C’est une réclame.", told.TextContent);
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == word.Id && e.SubjectType == nameof(ReaderWord) && e.Act == Croisee.Library.Acts.WordErased)));

        var (other, _) = await ASheet("La fiche d’un message caché");
        var (secret, hidden) = await Written(other, "Une parole que l’on conteste.");
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var found = await db.ReaderWords.SingleAsync(w => w.Id == hidden.Id);
            found.Accept(place.Clock.UtcNow());
            found.AskReread(RereadReason.Named, null, false, place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, Croisee.Library.Acts.RereadAsked, found);
            return await db.SaveChangesAsync();
        });
        var seen = await Opened(secret);
        Assert.Contains("Votre message est caché", seen.TextContent);
        Assert.Contains("Une personne est nommée ou reconnaissable", seen.TextContent);
    }
}
