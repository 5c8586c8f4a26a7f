using Croisee.People;

namespace Croisee.Tests.House;

/// <summary>A survey of one place, with one sheet, one free text that waits to be read, and an analyst who is in its safe room.</summary>
static class ASurvey
{
    public static async Task Add(Given given, Organisation organisation, Dictionary<Thing, string> names, Person analyst, Person by)
    {
        var survey = await given.AnOpenSurvey(organisation);
        (names[Thing.Questionnaire], names[Thing.Survey], names[Thing.SurveyPlace]) = (survey.Questionnaire, survey.Survey.Reference, survey.Code);
        var cards = await given.AnOpenSurvey(organisation, cards: true);
        (names[Thing.CardPlace], names[Thing.UnpledgedSurvey]) = (cards.Code, cards.Survey.Reference);
        await given.AnAnalyst(cards, analyst, by, pledged: false);
        var signed = await given.AnOpenSurvey(organisation, agreed: "Le conseil, le 3 novembre.");
        (names[Thing.SignedSurvey], names[Thing.SignedSheet]) = (signed.Survey.Reference, (await given.TheySigned(signed, "Zoé")).Id.ToString());
        names[Thing.Device] = (await given.ADevice(survey)).Id.ToString("N");
        await given.TheyAnswered(survey, 1, texts: "Un banc près de la porte.");
        names[Thing.Analyst] = (await given.AnAnalyst(survey, analyst, by, inSession: Guid.Parse(names[Thing.Session]))).Reference;
    }
}
