using Croisee.Data;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Desk;
using Croisee.Surveys.Later;
using Croisee.Surveys.Offline;
using Croisee.Surveys.Results;
using Croisee.Surveys.SafeRoom;
using Croisee.Ui;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys;

/// <summary>
/// Surveys owns questionnaires and their revisions, the ways of answering them, what came back, and the one door to results.
/// It must never hold who answered, nor let a count leave by another way than that door. Declared analysts read rows in SafeRoom, under its log.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton(all =>
        {
            var (clock, neighbours) = (all.GetRequiredService<TimeProvider>(), all.GetRequiredService<Neighbours>());
            var put = new PutSurveys(clock, neighbours);
            neighbours.OnNews(put.Forget);
            return put;
        });
        services.AddSingleton<StepAnswers>();
        services.AddSingleton<PlaceDoor>();
        services.AddScoped<TakeAnswers>();
        services.AddSingleton<Aside.StuffedLinks>();
        services.AddScoped<TakeCard>();
        services.AddSingleton<SentDrafts>();
        services.AddSingleton<ResumeCookie>();
        services.AddScoped<DraftBox>();
        services.AddScoped<TakeEnvelope>();
        services.AddScoped<ForgetAnswers>();
        services.AddSingleton(new EraseAgain(Acts.SignedErased, nameof(Signed.SignedSheet), Signed.EraseSignedAgain.Run));
        services.AddScoped<PublishFigures>();
        services.AddScoped<WriteCountedAnew>();
        services.AddScoped<OnPaper.LonePapers>();
        services.AddScoped<RawAnswers>();
        services.AddScoped<RoomsOfPerson>();
        services.AddScoped<ILanding, RoomsOfPerson>();
        services.AddScoped<IPersonalData, RoomsOfPerson>();
        services.AddScoped<IHear<AccountClosed>, RoomsOfPerson>();
        services.AddSingleton(new AccountPart("/Surveys/SafeRoom/_MyRooms.cshtml"));
        services.AddSingleton(new Verb("enquete", SurveyVerb.Usage, "publier un questionnaire (JSON) et ouvrir une enquête de quatre semaines ; écrit son code", SurveyVerb.Run));
        services.AddSingleton(ActWords.Told);
        services.Configure<RateLimiterOptions>(AnswerLimit.Configure);
        services.Every(TimeSpan.FromHours(1), PublishFigures.Job, (s, stop) => s.GetRequiredService<PublishFigures>().RunAll(stop));
        services.Every(TimeSpan.FromHours(1), DraftBox.Job, (s, stop) => s.GetRequiredService<DraftBox>().EmptySent(stop));
        services.Every(TimeSpan.FromDays(1), ForgetAnswers.Job, (s, stop) => s.GetRequiredService<ForgetAnswers>().Run(stop));
        services.Entry("Répondre", "/repondre", 25);
        services.Entry("Enquêtes", "/bureau/enquetes", 22, http => http.RequestServices.GetRequiredService<Visitor>().Has(Role.Organiser, Role.Administrator), staff: true, hint: "Préparer un questionnaire, l’ouvrir dans des lieux, lire les résultats.");
    }
}
