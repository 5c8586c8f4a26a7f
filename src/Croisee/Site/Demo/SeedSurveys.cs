using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Instruments;
using Croisee.Surveys.Results;
using Croisee.Surveys.SafeRoom;

namespace Croisee.Site.Demo;

/// <summary>
/// Two surveys from ready questionnaires: one that ended in four places, with its results, and one that is open. Their invented answers are drawn from a fixed
/// seed and pass the same door to results as real ones.
/// </summary>
static class SeedSurveys
{
    const int Seed = 20260915;
    static readonly string[] Modes = ["seul", "seul", "seul_avec_outil", "aide_proche", "aide_pair", "aide_benevole_tiers", "aide_professionnel", "proche_a_la_place"];

    static readonly (string Name, int Eligible, int Answers)[] Ended = [("Résidence des Tilleuls (exemple)", 62, 41), ("Foyer du Port (exemple)", 38, 24), ("Maison des Vignes (exemple)", 45, 19), ("Service du Canal (exemple)", 14, 6)];
    static readonly (string Name, int Eligible, int Answers)[] Open = [("Résidence des Tilleuls (exemple)", 62, 27)];
    static readonly string[] Changes = ["Les papiers du rendez-vous étaient trop compliqués.", "Prévenir quand il y a du retard.", "Laisser entrer la personne qui m’aide sans discuter.", "Des images pour montrer où j’ai mal, cela m’a bien aidé.", "Un parking plus près de la porte."];

    public static async Task Run(DemoStage stage, PublishFigures publish)
    {
        var ended = Put(stage, "participation-facile", "Mon avis compte : l’enquête de l’automne", "Les conseils de la vie sociale liront les résultats et choisiront chacun une chose à changer.", Ended, opens: -75, closes: -40);
        var open = Put(stage, "acces-aux-soins-facile", "Vos rendez-vous de soins", "Le groupe de travail lira les résultats en janvier et proposera trois changements aux hôpitaux voisins.", Open, opens: -12, closes: 21);
        Declare(stage, ended);
        await stage.Db.SaveChangesAsync();
        foreach (var survey in new[] { ended, open }) await publish.Run(survey.Id, CancellationToken.None);
    }

    /// <summary>Somebody who studies the ended survey: the engagement is still to be accepted, as at a first visit.</summary>
    static void Declare(DemoStage stage, Survey survey)
    {
        var at = stage.At(-3);
        stage.Db.Analysts.Add(new Analyst(survey, stage.Persons["analyse"], stage.Persons["administration"].Id, "Voir si l’aide reçue pour répondre change les réponses, pour le groupe de travail de janvier.", stage.Day(120), at));
        stage.Record(at, Surveys.Acts.AnalystDeclared, survey);
    }

    static Survey Put(DemoStage stage, string instrument, string title, string purpose, (string Name, int Eligible, int Answers)[] places, int opens, int closes)
    {
        var (written, published) = (stage.At(opens - 9), stage.At(opens - 2));
        var content = ReadyInstruments.Find(instrument)!;
        var organisation = stage.Organisations["autorite"];
        var questionnaire = new Questionnaire(organisation, content, $"Repris de « {content.Title.Text} »", written);
        var revision = questionnaire.Publish(comparable: false, published);
        stage.Db.Questionnaires.Add(questionnaire);
        stage.Record(written, Surveys.Acts.Begun, questionnaire);
        stage.Record(published, Surveys.Acts.Published, questionnaire);
        var survey = new Survey(organisation, revision, title, purpose, stage.Day(opens), stage.Day(closes), published);
        if (content.HasTexts) survey.NameContact("l’accueil de la structure, ou le secrétariat de l’enquête.", "dpo@exemple.fr", NamesBasis.PublicMission);
        stage.Db.Surveys.Add(survey);
        stage.Record(published, Surveys.Acts.Opened, survey);
#pragma warning disable CA5394 // Invented answers protect nothing; the same at each start.
        var chance = new Random(Seed + places.Length);
        foreach (var (name, eligible, answers) in places)
        {
            var place = survey.AddPlace(null, name, eligible, published);
            for (var i = 0; i < answers; i++) stage.Db.AnswerSheets.Add(Sheet(survey, place, content, stage.Day(opens + chance.Next(Math.Min(closes, 0) - opens)), chance));
            if (content.Questions.FirstOrDefault(q => q.Kind is QuestionKind.LongText) is not { } asked) continue;
            foreach (var (text, i) in Changes.Select((t, i) => (t, i)))
            {
                var free = new AnswerText(SheetKey.Id(SheetKey.New(), asked.Code), survey, place, stage.Day(opens), asked.Code, text);
                if (i < 3) free.Moderate(TextState.Shown, i == 1 ? "Attente" : null, null);
                stage.Db.AnswerTexts.Add(free);
            }
        }
#pragma warning restore CA5394
        return survey;
    }

#pragma warning disable CA5394
    /// <summary>One in ten passes a question; the others lean to the favourable end, more or less by question.</summary>
    static AnswerSheet Sheet(Survey survey, SurveyPlace place, QuestionnaireContent content, DateOnly day, Random chance)
    {
        var given = new GivenAnswers();
        foreach (var (field, number) in content.Fields.Select((f, i) => (f, i)).Where(f => f.f.Question.Kind.IsClosed()))
        {
            if (chance.Next(10) == 0) continue;
            var choices = field.Question.Choices().ToList();
            var good = chance.Next(100) < 45 + (number * 17 % 45);
            var at = field.Question.Scale is "V-VISAGE3" ? good ? 2 : chance.Next(2) : good ? 0 : chance.Next(1, choices.Count);
            given.Set(field.Code, [choices[at]]);
        }
        return new AnswerSheet(SheetKey.Id(SheetKey.New(), "feuille"), survey, place, day, "CAN_LIEN_PUBLIC", Modes[chance.Next(Modes.Length)], AnswerSheet.Write(given.Values));
    }
#pragma warning restore CA5394
}
