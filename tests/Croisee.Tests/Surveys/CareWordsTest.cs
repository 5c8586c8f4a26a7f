using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Questions on care are known by their words too: a forgotten box, or a file from elsewhere, does not put them under a name (CMP-R8).</summary>
public sealed class CareWordsTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent Asking(AskedQuestion question) => new(new Wording("Essai")) { Sections = [new("p") { Questions = [question] }] };

    [Theory]
    [InlineData("On a fait attention à ma douleur.", "douleur")]
    [InlineData("Vous prenez quels médicaments ?", "médicaments")]
    [InlineData("Avez-vous un diabète ?", "diabète")]
    [InlineData("Je suis épileptique.", "épileptique")]
    [InlineData("J’ai mal au dos.", "mal au")]
    [InlineData("On m’écoute au conseil.", null)]
    [InlineData("Le repas est bon.", null)]
    public void A_question_is_known_by_its_words(string text, string? word) => Assert.Equal(word, CareWords.In(new AskedQuestion("q", QuestionKind.ShortText, new Wording(text))));

    [Fact]
    public void Its_answers_count_too_and_the_checklist_says_it_until_the_box_is_ticked()
    {
        var question = new AskedQuestion("q", QuestionKind.Single, new Wording("Que voulez-vous ?")) { Options = [new("A", new Wording("Un jardin")), new("B", new Wording("Moins d’attente aux urgences"))] };
        Assert.Contains(ContentReview.Of(Asking(question)), p => p.Rule == "CMP-R8" && p.Sentence.StartsWith("« urgences »", StringComparison.Ordinal));
        Assert.DoesNotContain(ContentReview.Of(Asking(question with { Sensitive = true })), p => p.Sentence.StartsWith("« urgences »", StringComparison.Ordinal));
    }

    [Fact]
    public void What_we_ship_on_participation_speaks_of_no_care() => Assert.DoesNotContain(ReadyInstruments.Find("participation-facile")!.Questions, q => CareWords.In(q) is not null);

    [Fact]
    public async Task Under_a_name_they_are_refused_until_somebody_says_that_they_are_no_care()
    {
        var organisation = await place.Given.AnOrganisation("Résidence fictive des Ormes");
        var given = await place.Given.AnOpenSurvey(organisation, Asking(new AskedQuestion("q", QuestionKind.Scale, new Wording("La salle de soins est bien décorée.")) { Scale = "V-ACCORD5" }));
        using var office = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, organisation));
        var form = (await office.Open($"/bureau/enquetes/nouvelle?questionnaire={given.Questionnaire}")).Form("Ouvrir l’enquête")
            .Fill("Titre de l’enquête", "Nos murs").Fill("À quoi servent les réponses ?", "Peindre.").Fill("Lieu où l’on répond", "Les Ormes").Choose("Avec un nom").Fill("Si elles portent un nom", "Le conseil.").Fill("À qui s’adresser", "L’accueil.")
            .Fill("L’adresse de la personne déléguée", "dpo@exemple.fr").Choose("L’accord de chaque personne");
        var refused = await form.Send();
        Assert.Contains("dit « soins »", Assert.Single(refused.Errors), StringComparison.Ordinal);
        await refused.Form("Ouvrir l’enquête").Choose("Les questions ont été relues").Send();
        var opened = await place.Db(db => db.Surveys.SingleAsync(s => s.Title == "Nos murs"));
        Assert.True(opened.IsSigned);
        Assert.StartsWith("Les questions ont été relues", (await place.Db(db => db.JournalEntries().SingleAsync(e => e.SubjectId == opened.Id))).Reason, StringComparison.Ordinal);
    }
}
