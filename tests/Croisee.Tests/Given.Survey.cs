using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests;

/// <summary>A survey that may be answered at one place.</summary>
/// <param name="Questionnaire">Reference.</param>
public sealed record GivenSurvey(Survey Survey, string Questionnaire, QuestionnaireContent Content)
{
    public SurveyPlace Place => Survey.Places[0];
    public string Code => Place.Code;
}

public sealed partial class Given
{
    /// <summary>One question of each kind, the second part only for those who said yes.</summary>
    public static QuestionnaireContent EveryKind => new(new Wording("Une question de chaque sorte"))
    {
        Sections =
        [
            new("debut")
            {
                Questions =
                [
                    new("connu", QuestionKind.Scale, new Wording("Vous connaissez le conseil.") { Easy = "Je connais le conseil." }) { Scale = "V-OUINON", Required = true },
                    new("avis", QuestionKind.Matrix, new Wording("Votre avis")) { Scale = "V-ACCORD5", Items = [new("avis_1", new Wording("On m’écoute.")), new("avis_2", new Wording("On me répond."))] },
                    new("lieux", QuestionKind.Multiple, new Wording("Où allez-vous ?")) { Options = [new("SALON", new Wording("Au salon")), new("JARDIN", new Wording("Au jardin")), new("NSP", new Wording("Je ne sais pas"), Silent: true)], Most = 2 },
                    new("ordre", QuestionKind.Ranking, new Wording("Mettez dans l’ordre.")) { Options = [new("REPAS", new Wording("Les repas")), new("SOINS", new Wording("Les soins")), new("SORTIES", new Wording("Les sorties"))] },
                ],
            },
            new("suite")
            {
                ShownIf = new Chosen("connu", "OUN_OUI"),
                Questions =
                [
                    new("fois", QuestionKind.Number, new Wording("Combien de réunions ?")) { Least = 0, Most = 12 },
                    new("jour", QuestionKind.Day, new Wording("Quand, la dernière ?")),
                    new("mot", QuestionKind.ShortText, new Wording("Un mot ?")),
                    new("texte", QuestionKind.LongText, new Wording("Que faut-il changer ?")) { Required = true },
                    new("accord", QuestionKind.Consent, new Wording("Êtes-vous d’accord pour une réunion ?")),
                    new("fin", QuestionKind.Information, new Wording("Merci d’être allé jusque-là.")),
                ],
            },
        ],
    };

    /// <summary>Open since today, for four weeks, unless told otherwise.</summary>
    public async Task<GivenSurvey> AnOpenSurvey(Organisation? organisation = null, QuestionnaireContent? content = null, DateOnly? closesOn = null, int? eligible = 60, bool cards = false, string? agreed = null, int shownFrom = 10, string? grouping = null, params string[] otherPlaces)
    {
        organisation ??= await AnOrganisation("Résidence fictive des Tilleuls " + Next);
        content ??= ReadyInstruments.Find("participation-facile")!;
        var questionnaire = new Questionnaire(await place.Db(db => db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organisation.Id)), content, "Donnée de test", Now);
        var revision = questionnaire.Publish(comparable: false, Now);
        var today = place.Clock.ParisToday();
        var survey = new Survey(questionnaire.Organisation, revision, "Votre avis compte", "Le conseil choisira trois choses à changer.", today, closesOn ?? today.AddDays(28), Now);
        survey.AddPlace(null, "Résidence des Tilleuls", eligible, Now, grouping);
        if (agreed is not null) survey.AskForNames(agreed, "L’accueil, au 01 00 00 00 00.", "dpo@exemple.fr", NamesBasis.PublicMission, content, deniesCare: true);
        survey.ShowFrom(shownFrom);
        if (cards) survey.AskForCodes(survey.Places[0]);
        // « Foyer du Port, Gironde » is a place and its grouping.
        foreach (var other in otherPlaces) survey.AddPlace(null, other.Split(", ")[0], eligible, Now, other.Split(", ").ElementAtOrDefault(1));
        await place.Db(async db =>
        {
            db.Attach(questionnaire.Organisation);
            db.Questionnaires.Add(questionnaire);
            db.Record(Now, Actor.System, Croisee.Surveys.Acts.Begun, questionnaire);
            db.Surveys.Add(survey);
            db.Record(Now, Actor.System, Croisee.Surveys.Acts.Opened, survey);
            return await db.SaveChangesAsync();
        });
        return new GivenSurvey(survey, questionnaire.Reference, content);
    }

    /// <summary>The same questions again, in places of the same names, for four weeks from today; or those of a revision: one that asks the same in other words says so.</summary>
    public async Task<GivenSurvey> TheSameAgain(GivenSurvey before, QuestionnaireContent? changed = null, params string[] otherPlaces)
    {
        var survey = await place.Db(async db =>
        {
            var questionnaire = await db.Questionnaires.Include(q => q.Organisation).Include(q => q.Drafts).Include(q => q.Revisions).SingleAsync(q => q.Reference == before.Questionnaire);
            if (changed is not null)
            {
                questionnaire.Write(changed, "Donnée de test", Now);
                questionnaire.Publish(Comparability.Difference(before.Content, changed) is null, Now);
                db.Record(Now, Actor.System, Croisee.Surveys.Acts.Published, questionnaire);
            }
            var again = new Survey(questionnaire.Organisation, questionnaire.LastRevision!, "Votre avis compte encore", "Voir ce qui a changé.", place.Clock.ParisToday(), place.Clock.ParisToday().AddDays(28), Now);
            foreach (var name in otherPlaces.Prepend(before.Place.Name)) again.AddPlace(null, name, 60, Now);
            db.Surveys.Add(again);
            db.Record(Now, Actor.System, Croisee.Surveys.Acts.Opened, again);
            await db.SaveChangesAsync();
            return again;
        });
        return before with { Survey = survey, Content = changed ?? before.Content };
    }

    /// <summary>One person who answered under a name.</summary>
    public Task<Croisee.Surveys.Signed.SignedSheet> TheySigned(GivenSurvey given, string name) => place.Db(async db =>
    {
        var sheet = new Croisee.Surveys.Signed.SignedSheet(Guid.NewGuid(), given.Survey, given.Place, place.Clock.ParisToday(), "seul", name, """{"savoir":["OUN_OUI"]}""");
        db.SignedSheets.Add(sheet);
        await db.SaveChangesAsync();
        return sheet;
    });

    /// <summary>What came today to the first place is set aside, by the product.</summary>
    public Task<Croisee.Surveys.Aside.SetAside> ASetAside(GivenSurvey given) => place.Db(async db =>
    {
        var aside = new Croisee.Surveys.Aside.SetAside(given.Survey, given.Place, place.Clock.ParisToday(), "Un robot.", null, Now);
        db.Add(aside);
        db.Record(Now, Actor.System, Croisee.Surveys.Acts.SetAside, given.Survey, aside.Reason);
        await db.SaveChangesAsync();
        return aside;
    });

    /// <summary>A device made ready at the first place, and an answer of it that came late. Its key is sealed by nobody: it is looked at, not sent from.</summary>
    public Task<Croisee.Surveys.Offline.OfflineDevice> ADevice(GivenSurvey given) => place.Db(async db =>
    {
        var device = new Croisee.Surveys.Offline.OfflineDevice(given.Place, "aide_pair", true, place.Clock.ParisToday(), key => key);
        db.OfflineDevices.Add(device);
        db.LateEnvelopes.Add(new Croisee.Surveys.Offline.LateEnvelope(Guid.NewGuid(), device, place.Clock.ParisToday(), "AAAA", Croisee.Surveys.Offline.LateReason.AfterTheEnd));
        await db.SaveChangesAsync();
        return device;
    });

    /// <summary>Sheets put straight into the tray: <paramref name="count"/> persons who chose the first answer everywhere, at the first place unless told otherwise; or who said just what <paramref name="said"/> says.</summary>
    public Task TheyAnswered(GivenSurvey given, int count, int atPlace = 0, string? mode = "seul", Func<int, int>? choice = null, Func<int, Dictionary<string, string?>>? said = null, string channel = "CAN_LIEN_PUBLIC", params string[] texts) => place.Db(async db =>
    {
        var at = given.Survey.Places[atPlace];
        for (var i = 0; i < count; i++)
        {
            var answers = said?.Invoke(i).Where(s => s.Value is not null).ToDictionary(s => s.Key, IReadOnlyList<string> (s) => [s.Value!]) ?? given.Content.Fields.Where(f => f.Question.Kind.IsClosed()).ToDictionary(f => f.Code, IReadOnlyList<string> (f) => [f.Question.Choices().ElementAt(choice?.Invoke(i) ?? 0)]);
            db.AnswerSheets.Add(new AnswerSheet(SheetKey.Id(SheetKey.New(), "feuille"), given.Survey, at, place.Clock.ParisToday(), channel, mode, AnswerSheet.Write(answers)));
        }
        foreach (var text in texts) db.AnswerTexts.Add(new AnswerText(SheetKey.Id(SheetKey.New(), "mot"), given.Survey, at, place.Clock.ParisToday(), "mot", text));
        return await db.SaveChangesAsync();
    });
}
