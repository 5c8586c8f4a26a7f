using Croisee.Data;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Answering;

/// <summary>
/// Surveys as a team tries them, at addresses of their own (« essai-… »): the questions of a survey by the code of a place, or what is being written by its trial code.
/// They never reach <see cref="TakeAnswers"/>: what was answered is shown once and forgotten.
/// </summary>
static class TrialSurveys
{
    public const string Prefix = "essai-";

    public static bool Is(string? typed) => typed?.TrimStart().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) is true;

    public static string CodeOf(SurveyPlace place) => Prefix + place.Code;
    public static string CodeOf(string trialCode) => Prefix + trialCode;

    public static async Task<PutSurvey?> Find(PutSurveys surveys, AppDb db, string typed, DateTime now, CancellationToken cancel)
    {
        var code = typed.Trim()[Prefix.Length..].ToLowerInvariant();
        if (code.Length == Questionnaire.TrialCodeLength) return await Written(db, code, now, cancel);
        return code.Length == SurveyPlace.CodeLength && await surveys.Find(db, code, cancel) is { } real ? real with { Place = real.Place.ForTrial(CodeOf(real.Place)), IsTrial = true } : null;
    }

    /// <summary>A survey of today that nobody opened, at one place: to show what is being written.</summary>
    public static Survey Unopened(Questionnaire questionnaire, DateTime now)
    {
        var survey = new Survey(questionnaire.Organisation, new Revision(questionnaire.Id, 0, "", null, now), questionnaire.Title, "Ce texte sera celui de l’enquête.", now.ParisDay(), now.ParisDay(), now);
        survey.AddPlace(null, "Lieu d’essai", null, now);
        return survey;
    }

    /// <summary>What is being written, as a survey of today that exists nowhere else.</summary>
    static async Task<PutSurvey?> Written(AppDb db, string code, DateTime now, CancellationToken cancel)
    {
        if (await db.Questionnaires.AsNoTracking().Include(q => q.Organisation).Include(q => q.Drafts).AsSplitQuery().SingleOrDefaultAsync(q => q.TrialCode == code, cancel) is not { } questionnaire) return null;
        var content = questionnaire.Content;
        if (ContentFaults.Of(content).Count > 0) return null;
        var survey = Unopened(questionnaire, now);
        var place = survey.Places[0].ForTrial(CodeOf(code));
        return new PutSurvey(survey, place, questionnaire.Organisation.Name, await HeardSounds.Of(db, content, cancel)) { IsTrial = true };
    }
}
