using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Croisee.People;

namespace Croisee.Tests.House;

/// <summary>A survey of one place, with one sheet, and one free text that waits to be read.</summary>
static class ASurvey
{
    public static async Task Add(Given given, Organisation organisation, Dictionary<Thing, string> names)
    {
        var survey = await given.AnOpenSurvey(organisation, ReadyInstruments.Find("participation-facile")! with { Languages = [new("en", "English", TranslationState.Draft)] });
        (names[Thing.Questionnaire], names[Thing.Survey], names[Thing.SurveyPlace]) = (survey.Questionnaire, survey.Survey.Reference, survey.Code);
        names[Thing.CardPlace] = (await given.AnOpenSurvey(organisation, cards: true)).Code;
        await given.TheyAnswered(survey, 1, texts: "Un banc près de la porte.");
    }
}
