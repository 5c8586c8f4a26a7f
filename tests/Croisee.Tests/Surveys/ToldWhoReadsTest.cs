using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Before the first question: who reads what one ticks, who reads what one writes, and what may be asked of whom (issue 4 §6, domain 10.1).</summary>
public sealed class ToldWhoReadsTest(Place place) : IClassFixture<Place>
{
    const string Read = "L’équipe de l’enquête lit ce que vous écrivez. Elle peut le montrer à tout le monde.", Analysts = "Des analystes déclarés peuvent lire les réponses une par une, sans nom.", Under = "L’équipe de l’enquête lit ce texte.";

    static QuestionnaireContent Closed => Given.EveryKind with { Sections = [Given.EveryKind.Sections[0]] };

    static string Plain(Page page) => page.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    [Fact]
    public async Task Who_writes_in_their_own_words_is_told_that_the_team_reads_them()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}");
        Assert.Contains(Read, Plain(page), StringComparison.Ordinal);
        Assert.Contains(Analysts, Plain(page), StringComparison.Ordinal);
        Assert.Contains("L’équipe lit ce que vous écrivez.", Plain(await browser.Open($"/repondre/{given.Code}?lecture=facile")), StringComparison.Ordinal);
        await browser.Open($"/repondre/{given.Code}?lecture=courante");
        Assert.Contains(Under, Plain(await browser.Open($"/repondre/{given.Code}/questions")), StringComparison.Ordinal);
        page = await (await browser.Open($"/repondre/{given.Code}/aider")).Form("Commencer avec la personne").Choose("Je suis ces règles").Choose("Une personne concernée, comme elle").Choose("À côté d’elle").Send();
        Assert.Contains(Read, Plain(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_only_ticks_nothing_is_said_of_texts()
    {
        var given = await place.Given.AnOpenSurvey(content: Closed);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}");
        Assert.DoesNotContain(Read, Plain(page), StringComparison.Ordinal);
        Assert.Contains(Analysts, Plain(page), StringComparison.Ordinal);
    }

    /// <summary>Also below what the author wrote there, and in the reader's language.</summary>
    [Fact]
    public void Each_text_says_it_whatever_its_author_wrote()
    {
        var field = new AnswerField("mot", new AskedQuestion("mot", QuestionKind.ShortText, new Wording("Un mot ?")) { Help = new Wording("Par exemple : merci.") }, null);
        Assert.Equal("Par exemple : merci. " + Under, new Croisee.Surveys.Answering.AskedField(field, default, null, []).Help);
        var arabic = new LanguageState("ar", "العربية", TranslationState.Validated, RightToLeft: true) { Terms = new Dictionary<string, string> { [HouseWords.TextRead] = "نص" } };
        Assert.EndsWith("نص", new Croisee.Surveys.Answering.AskedField(field, new Reader(false, In: arabic), null, []).Help, StringComparison.Ordinal);
    }

    /// <summary>Words may tell of somebody, and are shown to everybody: whom to write to is asked of who opens the survey, and told before the first question.</summary>
    [Fact]
    public async Task Where_texts_are_asked_for_somebody_is_named_to_write_to()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        async Task<Page> Open(string contact) => await (await office.Open($"/bureau/enquetes/nouvelle?questionnaire={given.Questionnaire}")).Form("Ouvrir l’enquête").Fill("Titre de l’enquête", "Nos idées").Fill("À quoi servent les réponses ?", "Choisir.")
            .Fill("Lieu où l’on répond", "Les Saules").Fill("À qui s’adresser", contact).Fill("L’adresse de la personne déléguée", "dpo@exemple.fr").Choose("Une mission de service public").Send();
        Assert.StartsWith("Dites à qui s’adresser", Assert.Single((await Open(" ")).Errors), StringComparison.Ordinal);
        await Open("L’accueil, au 01 00 00 00 00.");
        var code = await place.Db(db => db.Surveys.Where(s => s.Title == "Nos idées").Select(s => s.Places.First().Code).SingleAsync());
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{code}/donnees-personnelles");
        foreach (var said in new[] { "Vous vous reconnaissez dans une phrase", "L’accueil, au 01 00 00 00 00.", "dpo@exemple.fr", "mission d’intérêt public (article 6-1-e" }) Assert.Contains(said, Plain(page), StringComparison.Ordinal);
        foreach (var said in new[] { "Demandez ici : L’accueil, au 01 00 00 00 00.", "Vous pouvez écrire à : dpo@exemple.fr." }) Assert.Contains(said, Plain(await browser.Open($"/repondre/{code}/donnees-personnelles?lecture=facile")), StringComparison.Ordinal);
    }

    /// <summary>Opened before it was asked: the name of the organisation, and nothing that is not known.</summary>
    [Fact]
    public async Task A_survey_of_before_names_its_organisation()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = Plain(await browser.Open($"/repondre/{given.Code}/donnees-personnelles"));
        Assert.Contains($"Demandez qu’elle soit effacée : {given.Survey.Organisation.Name}.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sur quoi nous nous fondons", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_with_names_gives_all_that_the_law_asks_before_the_first_question()
    {
        var given = await place.Given.AnOpenSurvey(agreed: "Le conseil de la vie sociale.");
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}")).Follow("Vos données personnelles");
        foreach (var said in new[] { "Responsable du traitement : Résidence fictive", "dpo@exemple.fr", "L’accueil, au 01 00 00 00 00.", "mission d’intérêt public (article 6-1-e", "effacé un an après", "en limiter l’usage", "CNIL", given.Survey.Purpose })
            Assert.Contains(said, Plain(page), StringComparison.Ordinal);
        page = await browser.Open($"/repondre/{given.Code}/donnees-personnelles?lecture=facile");
        foreach (var said in new[] { "Vous pouvez écrire à : dpo@exemple.fr.", "Elle voit votre nom." }) Assert.Contains(said, Plain(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_survey_says_what_cannot_be_asked_afterwards()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = place.Browser();
        var page = await (await browser.Open($"/repondre/{given.Code}")).Follow("Vos données personnelles");
        foreach (var said in new[] { "personne ne peut retrouver vos réponses", "douze mois", "analystes déclarés" }) Assert.Contains(said, Plain(page), StringComparison.Ordinal);
        Assert.DoesNotContain("dpo@", Plain(page), StringComparison.Ordinal);
    }
}
