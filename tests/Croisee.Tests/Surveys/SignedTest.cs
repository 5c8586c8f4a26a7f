using System.Net;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Answers under a name: declared from the start, told to whoever answers, kept elsewhere, read by the team alone.</summary>
public sealed class SignedTest(Place place) : IClassFixture<Place>
{
    const string Agreed = "Le conseil de la vie sociale, le 3 novembre.";

    async Task<(int Signed, int Anonymous, int Texts)> Kept(GivenSurvey given) => await place.Db(async db => (
        await db.SignedSheets.CountAsync(s => s.SurveyId == given.Survey.Id), await db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id), await db.AnswerTexts.CountAsync(s => s.SurveyId == given.Survey.Id)));

    [Fact]
    public async Task Who_answers_reads_first_that_it_bears_a_name_and_chooses_which()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind, agreed: Agreed);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}");
        Assert.Contains("Vos réponses portent votre nom.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains(Agreed, page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("anonymes", page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("Toutes les questions sur une page");
        Assert.DoesNotContain("anonymes", page.TextContent, StringComparison.Ordinal);
        var form = page.Form("Envoyer mes réponses").Choose("Oui", "Vous connaissez le conseil.").Fill("Que faut-il changer ?", "Un banc.");
        Assert.Equal("Écrivez le nom sous lequel l’équipe lira vos réponses.", Assert.Single((await form.Send()).Errors));
        form.Fill("Votre nom", "  Zoé  ");
        for (var i = 0; i < 2; i++)
        {
            page = await form.Send();
            Assert.Equal("Merci, vos réponses sont arrivées", page.Heading);
            Assert.DoesNotContain("anonymes", page.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal((1, 0, 0), await Kept(given));
        Assert.Equal("Zoé", (await place.Db(db => db.SignedSheets.SingleAsync(s => s.SurveyId == given.Survey.Id))).Name);
    }

    [Fact]
    public async Task One_question_at_a_time_ends_with_the_name()
    {
        var given = await place.Given.AnOpenSurvey(agreed: Agreed);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas");
        page = await page.Form("Suivant").Choose("Oui").Send();
        while (page.Heading.StartsWith("Question", StringComparison.Ordinal)) page = await page.Form("Passer cette question").Send();
        Assert.Single((await page.Form("Envoyer mes réponses").Send()).Errors);
        Assert.Equal("Merci, vos réponses sont arrivées", (await page.Form("Envoyer mes réponses").Fill("Votre nom", "Zoé").Send()).Heading);
        Assert.Equal((1, 0, 0), await Kept(given));
    }

    [Fact]
    public async Task Only_the_team_reads_them_and_it_erases_what_a_person_takes_back()
    {
        var given = await place.Given.AnOpenSurvey(agreed: Agreed);
        await place.Given.TheySigned(given, "Zoé");
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var page = await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}")).Follow("Lire les réponses");
        Assert.DoesNotContain("Zoé", page.Source, StringComparison.Ordinal);
        Assert.False(await place.Db(db => db.JournalEntries().AnyAsync(e => e.SubjectId == given.Survey.Id && e.Act == Croisee.Surveys.Acts.SignedRead)));
        page = await page.Form("Lire les réponses").Send();
        var read = await place.Db(db => db.JournalEntries().SingleAsync(e => e.SubjectId == given.Survey.Id && e.Act == Croisee.Surveys.Acts.SignedRead));
        Assert.Equal("Page 1 sur 1.", read.Reason);
        Assert.Contains("Zoé", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Je sais à qui donner mon avis. Oui", page.TextContent, StringComparison.Ordinal);
        page = await (await page.Follow("Effacer ces réponses – Zoé")).Form("Oui, les effacer").Send();
        Assert.Contains("Personne n’a encore répondu", page.TextContent, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await Kept(given));
        using var stranger = place.Browser();
        foreach (var path in new[] { $"/enquetes/{given.Survey.Reference}/resultats", $"/repondre/{given.Code}/resultats", $"/enquetes/{given.Survey.Reference}/fichier/csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(path)).Status);
    }

    [Fact]
    public async Task An_anonymous_survey_has_no_page_of_names()
    {
        var given = await place.Given.AnOpenSurvey();
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        Assert.Equal(HttpStatusCode.NotFound, (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/reponses")).Status);
        Assert.Throws<RuleBroken>(() => new Croisee.Surveys.Signed.SignedSheet(Guid.NewGuid(), given.Survey, given.Place, new DateOnly(2026, 11, 26), null, "Zoé", "{}"));
    }

    [Fact]
    public async Task Is_opened_with_the_agreement_of_a_group_and_never_on_care()
    {
        var organisation = await place.Given.AnOrganisation("Résidence fictive des Saules");
        var (plain, care) = (await place.Given.AnOpenSurvey(organisation), await place.Given.AnOpenSurvey(organisation, Croisee.Surveys.Instruments.ReadyInstruments.Find("acces-aux-soins-facile")!));
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, organisation));
        async Task<Page> Open(string questionnaire, string agreed, string contact = "L’accueil, au 01 00 00 00 00.", string dpo = "dpo@exemple.fr") => await (await office.Open($"/bureau/enquetes/nouvelle?questionnaire={questionnaire}")).Form("Ouvrir l’enquête")
            .Fill("Titre de l’enquête", "Nos sorties").Fill("À quoi servent les réponses ?", "Choisir.").Fill("Lieu où l’on répond", "Les Saules").Fill("Avec quels autres lieux", "Gironde").Choose("Avec un nom").Fill("Si elles portent un nom", agreed).Fill("À qui s’adresser", contact).Fill("L’adresse de la personne déléguée", dpo).Choose("L’accord de chaque personne").Send();
        Assert.StartsWith("Dites quel groupe l’a accepté", Assert.Single((await Open(plain.Questionnaire, "")).Errors), StringComparison.Ordinal);
        Assert.Contains("il ne peut se poser que sans nom", Assert.Single((await Open(care.Questionnaire, Agreed)).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Dites à qui s’adresser", Assert.Single((await Open(plain.Questionnaire, Agreed, " ")).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Donnez l’adresse de la personne déléguée", Assert.Single((await Open(plain.Questionnaire, Agreed, dpo: "nulle part")).Errors), StringComparison.Ordinal);
        var opened = await Open(plain.Questionnaire, Agreed);
        Assert.Contains(Agreed, opened.TextContent, StringComparison.Ordinal);
        var (code, grouping, reference) = await place.Db(db => db.Surveys.Where(s => s.Title == "Nos sorties").Select(s => new ValueTuple<string, string?, string>(s.Places.First().Code, s.Places.First().Grouping, s.Reference)).SingleAsync());
        // Nothing is shown, so nothing is read together.
        Assert.Null(grouping);
        Assert.DoesNotContain("egroupement", (await office.Open($"/bureau/enquetes/{reference}/lieux/ajouter")).Source, StringComparison.Ordinal);
        using var anyone = place.Browser();
        Assert.Contains("Pour faire effacer vos réponses : L’accueil, au 01 00 00 00 00.", (await anyone.Open($"/repondre/{code}")).TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_paper_nor_device_takes_names()
    {
        var given = await place.Given.AnOpenSurvey(agreed: Agreed);
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        Assert.Contains("chacun signe lui-même", Assert.Single((await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/saisie/{given.Code}")).Form("Enregistrer la feuille").Send()).Errors), StringComparison.Ordinal);
        var page = await office.Open($"/repondre/{given.Code}/hors-ligne");
        Assert.Contains("Aucun appareil n’en garde", page.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        foreach (var file in new[] { "courant.pdf", "facile.pdf", "courant.json" }) Assert.Equal(HttpStatusCode.NotFound, (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/papier/{given.Code}/{file}")).Status);
        Assert.Contains("une carte n’y protège personne", Assert.Single((await (await office.Open($"/bureau/enquetes/{given.Survey.Reference}/codes/{given.Code}")).Form("Faire les cartes").Choose("Oui : dès maintenant").Fill("Combien de cartes ?", "3").Send()).Errors), StringComparison.Ordinal);
        page = await office.Open($"/bureau/enquetes/{given.Survey.Reference}/affiche/{given.Code}");
        Assert.Contains("Vos réponses portent votre nom", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("anonyme", page.TextContent, StringComparison.Ordinal);
        page = await office.Open($"/bureau/enquetes/{given.Survey.Reference}");
        foreach (var no in new[] { "Salle sûre", "Saisir les papiers", "Cartes à usage unique", "Appareils sans réseau", "Résultats de ce lieu", "Questionnaire facile" }) Assert.DoesNotContain(no, page.TextContent, StringComparison.Ordinal);
    }
}
