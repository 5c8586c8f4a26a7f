using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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

    /// <summary>A voice that reads one of its questions.</summary>
    public static Task AddSound(Place place, Dictionary<Thing, string> names) => place.With(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        // Three silent frames of an MP3.
        byte[] frame = [0xFF, 0xFB, 0x90, 0x64, .. new byte[413]];
        var taken = await services.GetRequiredService<FileStore>().Take(new MemoryStream([.. frame, .. frame, .. frame]), "voix.mp3", 0, CancellationToken.None);
        db.Add(taken.File!);
        db.Add(new QuestionnaireSound(await db.Questionnaires.SingleAsync(q => q.Reference == names[Thing.Questionnaire]), taken.File!, 0, Clock.UtcNow(place.Clock)));
        names[Thing.Sound] = taken.File!.Id.ToString();
        return await db.SaveChangesAsync();
    });
}
