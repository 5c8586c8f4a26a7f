using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests.House;

/// <summary>A survey of one place, with one sheet, one free text that waits to be read, and an analyst who is in its safe room.</summary>
static class ASurvey
{
    public static async Task Add(Given given, Organisation organisation, Dictionary<Thing, string> names, Person analyst, Person by, Organisation home)
    {
        var survey = await given.AnOpenSurvey(organisation, ReadyInstruments.Find("participation-facile")! with { Languages = [new("en", "English", TranslationState.Draft)] });
        (names[Thing.Questionnaire], names[Thing.Survey], names[Thing.SurveyPlace]) = (survey.Questionnaire, survey.Survey.Reference, survey.Code);
        await given.ThePlaceIsOf(survey, home);
        var cards = await given.AnOpenSurvey(organisation, cards: true);
        (names[Thing.CardPlace], names[Thing.UnpledgedSurvey]) = (cards.Code, cards.Survey.Reference);
        await given.ThePlaceIsOf(cards, home);
        await given.AnAnalyst(cards, analyst, by, pledged: false);
        var signed = await given.AnOpenSurvey(organisation, agreed: "Le conseil, le 3 novembre.");
        (names[Thing.SignedSurvey], names[Thing.SignedSheet]) = (signed.Survey.Reference, (await given.TheySigned(signed, "Zoé")).Id.ToString());
        names[Thing.Device] = (await given.ADevice(survey)).Id.ToString("N");
        names[Thing.SetAside] = (await given.ASetAside(survey)).Id.ToString();
        await given.TheyAnswered(survey, 1, texts: "Un banc près de la porte.");
        names[Thing.Analyst] = (await given.AnAnalyst(survey, analyst, by, inSession: Guid.Parse(names[Thing.Session]))).Reference;
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
