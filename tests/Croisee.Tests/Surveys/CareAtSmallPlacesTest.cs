using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Instruments;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Acts = Croisee.Surveys.Acts;

namespace Croisee.Tests.Surveys;

/// <summary>Questions on care where everybody would be recognised (CMP-R4, CMP-R8): another way is proposed first, and who keeps to the questionnaire is in the journal.</summary>
public sealed class CareAtSmallPlacesTest(Place place) : IClassFixture<Place>
{
    const string Kept = "Nous avons étudié une autre manière", Refused = "Ce questionnaire parle de soins ou de douleur", Eligible = "Combien de personnes peuvent y répondre ?";

    static string Desk(GivenSurvey given, string part = "") => $"/bureau/enquetes/{given.Survey.Reference}{part}";

    Task<GivenSurvey> OnCare() => place.Given.AnOpenSurvey(content: ReadyInstruments.Find("acces-aux-soins-facile")!);

    async Task<Browser> Team(GivenSurvey given) => await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));

    Task<List<string?>> Reasons(Guid survey, string act) => place.Db(db => db.JournalEntries().Where(e => e.SubjectId == survey && e.Act == act).OrderBy(e => e.At).Select(e => e.Reason).ToListAsync());

    [Theory, InlineData("4"), InlineData("")]
    public async Task A_survey_opens_there_only_if_somebody_says_so(string eligible)
    {
        var given = await OnCare();
        using var team = await Team(given);
        var title = "Se soigner " + Guid.CreateVersion7();
        var form = (await team.Open($"/bureau/enquetes/nouvelle?questionnaire={given.Questionnaire}")).Form("Ouvrir l’enquête")
            .Fill("Titre de l’enquête", title).Fill("À quoi servent les réponses ?", "Mieux accueillir.").Fill("Lieu où l’on répond", "Le GEM").Fill(Eligible, eligible)
            .Fill("À qui s’adresser", "L’accueil.").Fill("L’adresse de la personne déléguée", "dpo@exemple.fr").Choose("Une mission de service public");
        var refused = await form.Send();
        Assert.StartsWith(Refused, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await place.Db(db => db.Surveys.CountAsync(s => s.Title == title)));
        await refused.Form("Ouvrir l’enquête").Choose(Kept).Send();
        var opened = await place.Db(db => db.Surveys.SingleAsync(s => s.Title == title));
        Assert.StartsWith("Questionnaire sur les soins gardé", Assert.Single(await Reasons(opened.Id, Acts.Opened)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_of_a_place_of_many_or_of_other_questions()
    {
        var given = await OnCare();
        using var team = await Team(given);
        Assert.Empty((await (await team.Open(Desk(given))).Form("Ajouter ce lieu").Fill("Nom du lieu", "Foyer du Port").Fill(Eligible, "15").Send()).Errors);
        var other = await place.Given.AnOpenSurvey();
        using var theirs = await Team(other);
        Assert.Empty((await (await theirs.Open(Desk(other))).Form("Ajouter ce lieu").Fill("Nom du lieu", "Foyer du Port").Fill(Eligible, "4").Send()).Errors);
    }

    [Fact]
    public async Task A_place_is_added_or_corrected_to_a_few_only_if_somebody_says_so()
    {
        var given = await OnCare();
        using var team = await Team(given);
        var added = await (await team.Open(Desk(given))).Form("Ajouter ce lieu").Fill("Nom du lieu", "Le GEM").Fill(Eligible, "4").Send();
        Assert.StartsWith(Refused, Assert.Single(added.Errors), StringComparison.Ordinal);
        Assert.Empty((await added.Form("Ajouter ce lieu").Choose(Kept).Send()).Errors);
        Assert.StartsWith("Le GEM : Questionnaire sur les soins gardé", Assert.Single(await Reasons(given.Survey.Id, Acts.PlaceAdded)), StringComparison.Ordinal);
        // Its name may be put right without saying it again; another small number may not.
        var code = await place.Db(db => db.SurveyPlaces.Where(p => p.SurveyId == given.Survey.Id && p.Name == "Le GEM").Select(p => p.Code).SingleAsync());
        async Task<Croisee.Tests.Form> Correct() => (await team.Open(Desk(given, $"/lieux/{code}/corriger"))).Form("Enregistrer");
        Assert.Empty((await (await Correct()).Fill("Nom du lieu", "Le GEM du Lac").Send()).Errors);
        var fewer = await (await Correct()).Fill(Eligible, "").Send();
        Assert.StartsWith(Refused, Assert.Single(fewer.Errors), StringComparison.Ordinal);
        Assert.Empty((await fewer.Form("Enregistrer").Choose(Kept).Send()).Errors);
        Assert.Contains("Questionnaire sur les soins gardé", (await Reasons(given.Survey.Id, Acts.PlaceCorrected))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_list_with_small_places_is_added_only_if_somebody_says_so()
    {
        var given = await OnCare();
        using var team = await Team(given);
        var list = await (await team.Open(Desk(given, "/lieux/ajouter"))).Form("Relire la liste").Fill("Un lieu par ligne", "Clos Fleuri ; 60\nMas du Lac ; 4\nLe Port").Send();
        var refused = await list.Form("Ajouter ces 3 lieux").Send();
        Assert.StartsWith(Refused, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(1, await place.Db(db => db.SurveyPlaces.CountAsync(p => p.SurveyId == given.Survey.Id)));
        await refused.Form("Ajouter ces 3 lieux").Choose(Kept).Send();
        Assert.Equal(4, await place.Db(db => db.SurveyPlaces.CountAsync(p => p.SurveyId == given.Survey.Id)));
        Assert.StartsWith("3 lieux ; Questionnaire sur les soins gardé", Assert.Single(await Reasons(given.Survey.Id, Acts.PlaceAdded)), StringComparison.Ordinal);
    }
}
