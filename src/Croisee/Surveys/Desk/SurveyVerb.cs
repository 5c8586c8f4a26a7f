using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Content;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary><c>croisee enquete FILE [PLACE]</c>: publishes the questionnaire of a file, opens a survey of four weeks at one place, prints its code. 0 when it is open, 1 when the file must be put right, 2 when the command is not understood, 3 when the instance is being served.</summary>
static class SurveyVerb
{
    public const string Usage = "enquete FICHIER [LIEU]";
    const int Days = 28;

    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        if (args.Length is 0 or > 2) { await Console.Error.WriteLineAsync($"croisee {Usage}"); return 2; }
        if (!File.Exists(args[0])) { await Console.Error.WriteLineAsync($"Le fichier « {args[0]} » n’existe pas."); return 2; }
        try
        {
            using var guard = Serving.Lock(services.GetRequiredService<Storage>());
            await Serving.Prepare(services);
            var (content, fault) = ContentJson.TryRead(await File.ReadAllTextAsync(args[0]));
            if (fault is not null) { await Console.Error.WriteLineAsync(fault); return 1; }
            Console.WriteLine(await Open(services, content!, args.ElementAtOrDefault(1)));
            return 0;
        }
        catch (AlreadyServed e) { await Console.Error.WriteLineAsync(e.Message); return 3; }
        catch (RuleBroken e) { await Console.Error.WriteLineAsync(e.Message); return 1; }
    }

    /// <returns>The code of the place.</returns>
    static async Task<string> Open(IServiceProvider services, QuestionnaireContent content, string? place)
    {
        using var scope = services.CreateScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        var organisation = await db.Organisations.SingleAsync(o => o.ParentId == null);
        var questionnaire = new Questionnaire(organisation, content, "Lu d’un fichier", now);
        var revision = questionnaire.Publish(comparable: false, now);
        var survey = new Survey(organisation, revision, questionnaire.Title, $"Enquête ouverte le {today.Short()} depuis la ligne de commande.", today, today.AddDays(Days), now);
        var at = survey.AddPlace(organisation, place ?? organisation.Name, null, now);
        db.Questionnaires.Add(questionnaire);
        db.Surveys.Add(survey);
        db.Record(now, Actor.System, Acts.Begun, questionnaire, null, organisation.Id);
        // Whoever holds the instance opens it: told where they read, and kept.
        var few = CareAtSmallPlaces.SpeaksOfCare(content) ? CareAtSmallPlaces.Kept : null;
        if (few is not null) await Console.Error.WriteLineAsync(CareAtSmallPlaces.Why);
        db.Record(now, Actor.System, Acts.Opened, survey, few, organisation.Id);
        await db.SaveChangesAsync();
        return at.Code;
    }
}
