using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library;
using Croisee.People;
using Croisee.Rules;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What is shown beside a sheet can be contested, by anybody and by the authors: the moderation reads it again, keeps it or takes it away, with a reason.</summary>
public sealed class RereadWordTest(Place place) : IClassFixture<Place>
{
    const string Ask = "Demander de relire", Why = "La raison de votre réponse", Named = "Une personne est nommée ou reconnaissable", False = "Ce qui est dit est faux";

    async Task<(GivenExperience Given, Browser Moderator, ReaderWord Word)> AShownWord(string title, string text)
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), title);
        var word = new ReaderWord(given.Id, "essai", ReaderWordKind.DoneToo, text, "À Lille", place.Clock.UtcNow());
        word.Accept(place.Clock.UtcNow());
        await place.Given.Added(word);
        return (given, await place.Given.APerson("Maud", Role.Moderator, organisation), word);
    }

    static string PathOf(GivenExperience given, ReaderWord word) => $"/experiences/{given.Reference}/question/{word.Id}/relecture";
    Task<ReaderWord> Now(ReaderWord word) => place.Db(db => db.ReaderWords.AsNoTracking().SingleAsync(w => w.Id == word.Id));

    async Task<string> Open(string path)
    {
        using var response = await place.Browser().Send(new HttpRequestMessage(HttpMethod.Get, path));
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Hides_at_once_what_names_a_person_everywhere_until_the_moderation_answers()
    {
        const string Marker = "Madame Zélandine nous a aidés";
        var (given, moderator, word) = await AShownWord("La fiche où l’on nomme", Marker);
        var page = await place.Browser().Open($"/experiences/{given.Reference}");
        var ask = await page.Follow("Demander à la modération de relire ce message : À Lille");
        Assert.Contains(Marker, ask.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await ask.Form(Ask).Send()).Status);
        var done = await ask.Form(Ask).Choose(Named).Fill("Vous pouvez dire plus", "C’est ma voisine.").Send();
        Assert.Contains("C’est demandé", done.TextContent);
        Assert.Contains("caché en attendant", done.TextContent);
        Assert.DoesNotContain("Zélandine", done.Source);
        foreach (var path in new[] { $"/experiences/{given.Reference}", "/donnees-ouvertes/paroles", $"/experiences/{given.Reference}/pdf", $"/api/v1/fiches/{given.Reference}", "/repertoire?q=aid%C3%A9s", PathOf(given, word) }) Assert.DoesNotContain("Zélandine", await Open(path));
        Assert.True((await Now(word)).IsHiddenMeanwhile);
        Assert.Equal(1, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == word.Id && e.Act == Croisee.Library.Acts.WordHidden)));
        Assert.Contains("Personne ne sait qui demande", ask.TextContent);

        var judge = await (await moderator.Open("/bureau/moderation")).Follow("Un message à relire : La fiche où l’on nomme");
        Assert.Contains(Marker, judge.TextContent);
        Assert.Contains("C’est ma voisine.", judge.TextContent);
        Assert.Contains("caché jusqu’à votre réponse", judge.TextContent);
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.Form("Enregistrer").Choose("Garder sur la fiche").Send()).Status);
        await judge.Form("Enregistrer").Choose("Garder sur la fiche").Fill(Why, "Ce nom est celui d’un lieu.").Send();
        var kept = await Now(word);
        Assert.Equal((ModerationState.Shown, null, null, "Ce nom est celui d’un lieu."), (kept.State, kept.RereadAskedAt, kept.RereadSaid, kept.KeptBecause));
        Assert.Contains(Marker, (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        Assert.Contains(Marker, await Open("/donnees-ouvertes/paroles"));
        Assert.Equal([Croisee.Library.Acts.RereadAsked, Croisee.Library.Acts.WordKept], await place.Db(db => db.JournalEntries.Where(e => e.SubjectId == given.Id && e.SubjectType == nameof(ReaderWord) && e.Act.StartsWith("fiche.")).OrderBy(e => e.At).Select(e => e.Act).ToListAsync()));
        Assert.False(await place.Db(db => db.JournalEntries.AnyAsync(e => e.Reason!.Contains("voisine"))));

        // Judged and unchanged: asked again, it is read again and stays.
        var again = await place.Browser().Open(PathOf(given, word));
        Assert.Contains("Ce nom est celui d’un lieu.", again.TextContent);
        var asked = await again.Form(Ask).Choose(Named).Send();
        Assert.Contains("C’est pourquoi il n’est pas caché", asked.TextContent);
        Assert.Contains(Marker, (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        Assert.NotNull((await Now(word)).RereadAskedAt);

        await (await moderator.Open($"/bureau/moderation/paroles/{word.Id}")).Form("Enregistrer").Choose("Retirer de la fiche").Fill(Why, "Une personne y est nommée.").Send();
        var refused = await Now(word);
        Assert.Equal((ModerationState.Refused, "", null, null), (refused.State, refused.Text, refused.RereadAskedAt, refused.KeptBecause));
        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open(PathOf(given, word))).Status);
    }

    [Fact]
    public async Task Leaves_what_is_contested_for_another_reason_until_it_is_judged_and_hides_it_when_somebody_is_named_after_all()
    {
        var (given, moderator, word) = await AShownWord("La fiche que l’on conteste", "Nous l’avons fait en un jour.");
        using var author = await place.Given.AnAuthorOf(given);
        var ask = await (await author.Open($"/suivre/fiche/{given.Reference}")).Follow($"Demander à la modération de relire ce message : « Nous l’avons fait aussi », {word.At.DayInWords()}");
        Assert.Contains("voit que la demande vient des auteurs", ask.TextContent);
        Assert.DoesNotContain("Personne ne sait qui demande", ask.TextContent);
        var done = await ask.Form(Ask).Choose(False).Send();
        Assert.Contains("reste sur la fiche en attendant", done.TextContent);
        Assert.Contains("La modération le relit", (await author.Open($"/suivre/fiche/{given.Reference}")).TextContent);
        Assert.Contains("en un jour", (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        Assert.Contains("Les auteurs de la fiche demandent de le relire", (await moderator.Open($"/bureau/moderation/paroles/{word.Id}")).TextContent);

        // Asked again for as much: nothing new. That somebody is named is new.
        var since = (await Now(word)).RereadAskedAt;
        place.Clock.Advance(TimeSpan.FromMinutes(11));
        await (await place.Browser().Open(PathOf(given, word))).Form(Ask).Choose("C’est de la publicité").Send();
        Assert.Equal((since, RereadReason.Wrong, true), await place.Db(db => db.ReaderWords.Where(w => w.Id == word.Id).Select(w => new ValueTuple<DateTime?, RereadReason?, bool>(w.RereadAskedAt, w.RereadWhy, w.RereadByAuthors)).SingleAsync()));
        var form = (await place.Browser().Open(PathOf(given, word))).Form(Ask).Choose(Named);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => form.Send(follow: false)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.True((await Now(word)).IsHiddenMeanwhile);
        Assert.Equal(2, await place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == given.Id && e.Act == Croisee.Library.Acts.RereadAsked)));
        Assert.DoesNotContain("en un jour", (await place.Browser().Open($"/experiences/{given.Reference}")).Source);
        var mine = await author.Open($"/suivre/fiche/{given.Reference}");
        Assert.Contains("Caché : la modération le relit", mine.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await author.Open($"/suivre/fiche/{given.Reference}/questions/{word.Id}/relecture")).Status);
    }

    [Fact]
    public async Task Tells_nothing_of_words_that_were_never_shown_or_stand_beside_another_sheet()
    {
        var (given, _, word) = await AShownWord("La fiche d’à côté", "Une parole publiée.");
        var (other, _, _) = await AShownWord("Une autre fiche", "Une autre parole.");
        var waiting = new ReaderWord(given.Id, "attend", ReaderWordKind.Question, "Pas encore lue.", null, place.Clock.UtcNow());
        await place.Given.Added(waiting);
        foreach (var path in new[] { PathOf(given, waiting), PathOf(other, word), $"/experiences/{given.Reference}/question/{Guid.CreateVersion7()}/relecture" })
            Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open(path)).Status);
        using var author = await place.Given.AnAuthorOf(other);
        Assert.DoesNotContain("Une parole publiée", (await author.Open($"/suivre/fiche/{other.Reference}/questions/{word.Id}/relecture")).Source);
        using var response = await place.Browser().Send(new HttpRequestMessage(HttpMethod.Post, PathOf(given, word)) { Content = new FormUrlEncodedContent([new("Form.Why", "Named")]) });
        Assert.NotEqual(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(ModerationState.Shown, (await Now(word)).State);
    }

    [Fact]
    public async Task Holds_back_a_flood_from_one_network()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var given = await own.Given.APublishedSheet(await own.Given.AnOpenCall());
        var word = new ReaderWord(given.Id, "essai", ReaderWordKind.Question, "Et ensuite ?", null, own.Clock.UtcNow());
        word.Accept(own.Clock.UtcNow());
        await own.Given.Added(word);
        var page = await own.Browser().Open(PathOf(given, word));
        var codes = new List<HttpStatusCode>();
        for (var i = 0; i < Limits.WordsPerWindow + 1; i++) codes.Add((await page.Form(Ask).Choose(False).Send(follow: false)).Status);
        Assert.Equal((Limits.WordsPerWindow, HttpStatusCode.TooManyRequests), (codes.Count(c => c is HttpStatusCode.Redirect), codes[^1]));
    }

    [Fact]
    public async Task Hides_three_words_a_day_for_one_network_and_then_leaves_them_to_the_moderation()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var given = await own.Given.APublishedSheet(await own.Given.AnOpenCall());
        var words = Enumerable.Range(0, 5).Select(i => new ReaderWord(given.Id, $"essai {i}", ReaderWordKind.Question, $"Et ensuite, {i} ?", null, own.Clock.UtcNow())).ToArray();
        foreach (var word in words) word.Accept(own.Clock.UtcNow());
        await own.Given.Added([.. words]);
        foreach (var word in words[..3]) Assert.Contains("caché en attendant", (await (await own.Browser().Open(PathOf(given, word))).Form(Ask).Choose(Named).Send()).TextContent);
        var page = await own.Browser().Open(PathOf(given, words[3]));
        Assert.Contains("déjà été cachés aujourd’hui depuis votre réseau", page.TextContent);
        Assert.DoesNotContain("caché tout de suite", page.TextContent);
        var done = await page.Form(Ask).Choose(Named).Send();
        Assert.Contains("reste sur la fiche en attendant", done.TextContent);
        Assert.Contains("déjà été cachés aujourd’hui depuis votre réseau", done.TextContent);
        var left = await own.Db(db => db.ReaderWords.AsNoTracking().SingleAsync(w => w.Id == words[3].Id));
        Assert.Equal((ModerationState.Shown, RereadReason.Named), (left.State, left.RereadWhy));
        // Authors ask with their code, for their own sheet; and the next day counts anew.
        using var author = await own.Given.AnAuthorOf(given);
        Assert.Contains("caché en attendant", (await (await author.Open($"/suivre/fiche/{given.Reference}/questions/{words[4].Id}/relecture")).Form(Ask).Choose(Named).Send()).TextContent);
        own.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("caché en attendant", (await (await own.Browser().Open(PathOf(given, words[3]))).Form(Ask).Choose(Named).Send()).TextContent);
    }

    [Fact]
    public void Reads_the_words_of_readers_never_as_those_of_the_authors()
    {
        var day = new DateTime(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        var word = new ReaderWord(Guid.CreateVersion7(), "clé", ReaderWordKind.Question, "Et ensuite ?", null, day);
        word.Accept(day);
        word.AskReread(RereadReason.Wrong, "C’est nous qui le disons.", true, day);
        word.AskReread(RereadReason.Named, null, false, day);
        Assert.Equal((false, null), (word.RereadByAuthors, word.RereadSaid));
    }

    [Fact]
    public void Reads_again_what_the_authors_answered_since_it_was_kept()
    {
        var day = new DateTime(2027, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        var word = new ReaderWord(Guid.CreateVersion7(), "clé", ReaderWordKind.Question, "Et ensuite ?", null, day);
        Assert.Throws<RuleBroken>(() => word.AskReread(RereadReason.Other, null, false, day));
        word.Accept(day);
        Assert.Throws<RuleBroken>(() => word.Keep("Rien n’est demandé.", day));
        Assert.True(word.AskReread(RereadReason.Named, null, false, day));
        word.Keep("Personne n’y est nommé.", day.AddDays(1));
        Assert.True(word.AskReread(RereadReason.Named, null, false, day.AddDays(2)));
        Assert.False(word.IsHiddenMeanwhile);
        word.Keep("Toujours pas.", day.AddDays(3));
        word.Reply("Demandez à Jeanne Martin.", day.AddDays(4));
        Assert.True(word.AskReread(RereadReason.Named, null, true, day.AddDays(5)));
        Assert.True(word.IsHiddenMeanwhile);
    }
}
