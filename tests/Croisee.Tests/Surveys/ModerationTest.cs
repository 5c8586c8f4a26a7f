using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Two who read the same text: what the first took out does not come back with the page of the second.</summary>
public sealed class ModerationTest(Place place) : IClassFixture<Place>
{
    const string Next = "Enregistrer et lire le suivant", Written = "Demandez à Mme Martin, chambre 12.";

    Task<AnswerText> Text(GivenSurvey given) => place.Db(db => db.AnswerTexts.AsNoTracking().SingleAsync(t => t.SurveyId == given.Survey.Id));

    [Fact]
    public async Task A_name_taken_out_stays_out_whoever_had_the_page_open()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2, texts: [Written]);
        await place.Given.TheJobRan(PublishFigures.Job);
        var address = $"/bureau/enquetes/{given.Survey.Reference}/textes";
        using var first = await place.Given.SignedIn(await place.Given.AnAccount("Relit", Role.Organiser, given.Survey.Organisation));
        using var second = await place.Given.SignedIn(await place.Given.AnAccount("Relit aussi", Role.Organiser, given.Survey.Organisation));
        var late = (await second.Open(address)).Form(Next).Fill("Thème", "Accueil").Choose("Le montrer avec les résultats");
        await (await first.Open(address)).Form(Next).Fill("Le texte qui sera montré", "Demandez à l’accueil.").Choose("Ne pas le montrer").Choose("Il désigne quelqu’un").Send();
        var page = await late.Send();
        Assert.Equal(System.Net.HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Demandez à l’accueil.", Page.Text(page.Document.QuerySelector("blockquote")));
        Assert.Contains("Décidé jusqu’ici : caché.", page.TextContent, StringComparison.Ordinal);
        // What they wrote is still there.
        Assert.Equal(Written, page.Form(Next).Value("Le texte qui sera montré"));
        Assert.Equal("Accueil", page.Form(Next).Value("Thème"));
        var text = await Text(given);
        Assert.Equal(("Demandez à l’accueil.", TextState.Hidden), (text.Text, text.State));
        // Seen, it may be decided otherwise.
        await page.Form(Next).Fill("Le texte qui sera montré", "Demandez à l’accueil, le matin.").Choose("Il désigne quelqu’un").Send();
        text = await Text(given);
        Assert.Equal(("Demandez à l’accueil, le matin.", TextState.Shown, "Accueil"), (text.Text, text.State, text.Theme));
    }

    /// <summary>RGP-R2: nothing is hidden or changed without a motive of a closed list; who reads what is left is told, and the journal keeps the motive and nothing of the text.</summary>
    [Fact]
    public async Task A_text_is_hidden_or_changed_for_a_motive_only()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2, texts: [Written]);
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Relit", Role.Organiser, given.Survey.Organisation));
        Task<Page> Texts() => browser.Open($"/bureau/enquetes/{given.Survey.Reference}/textes");
        const string Ask = "Dites pourquoi ce texte est caché ou changé.";
        Assert.Equal(Ask, Assert.Single((await (await Texts()).Form(Next).Choose("Ne pas le montrer").Send()).Errors));
        Assert.Equal(Ask, Assert.Single((await (await Texts()).Form(Next).Fill("Le texte qui sera montré", "Demandez à l’accueil.").Choose("Le montrer avec les résultats").Send()).Errors));
        Assert.Equal((Written, TextState.Waiting), ((await Text(given)).Text, (await Text(given)).State));
        await (await Texts()).Form(Next).Fill("Le texte qui sera montré", "Demandez à l’accueil.").Choose("Le montrer avec les résultats").Choose("Il désigne quelqu’un").Send();
        var text = await Text(given);
        Assert.Equal((true, (TextMotive?)TextMotive.NamesSomebody), (text.Masked, text.Motive));
        using var reader = place.Browser();
        Assert.Contains("Demandez à l’accueil. (Masqué par la modération : une partie désignait quelqu’un.)", (await reader.Open($"/enquetes/{given.Survey.Reference}/resultats?masque")).TextContent, StringComparison.Ordinal);
        Assert.Equal("masqué : désignait quelqu’un", await place.Db(db => db.JournalEntries().Where(e => e.SubjectId == given.Survey.Id && e.Act == Croisee.Surveys.Acts.TextModerated).Select(e => e.Reason).SingleAsync()));
    }

    /// <summary>A text of several lines comes back from a form with the line ends of a form: it is the same text, and needs no motive.</summary>
    [Fact]
    public async Task A_text_that_stands_as_it_was_written_has_no_motive()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        var text = new AnswerText(Guid.CreateVersion7(), given.Survey, given.Place, given.Survey.OpensOn, "texte", "Un banc.\nUn arbre.");
        text.Moderate(TextState.Hidden, null, "Un banc.\r\nUn arbre.", TextMotive.OffSubject);
        Assert.Equal((false, (TextMotive?)TextMotive.OffSubject), (text.Masked, text.Motive));
        // Hidden by mistake: shown again, there is nothing to say of it.
        text.Moderate(TextState.Shown, null, "Un banc.\r\nUn arbre.", TextMotive.OffSubject);
        Assert.Equal((false, null), (text.Masked, text.Motive));
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_is_told_that_there_was_another()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2, texts: [Written]);
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Relit", Role.Organiser, given.Survey.Organisation));
        var page = await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/textes");
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => page.Form(Next).Fill("Le texte qui sera montré", $"Version {i}.").Choose("Le montrer avec les résultats").Choose("Il désigne quelqu’un")).Select(f => Task.Run(() => f.Send())));
        Assert.Equal(5, sent.Count(s => s.Status == System.Net.HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_decision_sent_twice_is_told_as_saved_and_written_once()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2, texts: [Written]);
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Relit", Role.Organiser, given.Survey.Organisation));
        var form = (await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/textes")).Form(Next).Fill("Le texte qui sera montré", "Demandez à l’accueil.").Fill("Thème", "Accueil").Choose("Le montrer avec les résultats").Choose("Il désigne quelqu’un");
        await form.Send();
        var page = await form.Send();
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Contains("Ce texte sera montré avec les résultats.", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await place.Db(db => db.JournalEntries().CountAsync(e => e.SubjectId == given.Survey.Id && e.Act == Croisee.Surveys.Acts.TextModerated)));
    }
}
