using System.Buffers;
using System.Globalization;
using System.Text;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.SafeRoom;

/// <summary>The raw answers as FHIR R4 QuestionnaireResponses, one on each line: of nobody, of a month, without place, channel or free text. Dates that were answered are told to their month, as in the table.</summary>
sealed class RawFhir(RawAnswers answers, Survey survey, RawColumns columns, QuestionnaireContent content, string questionnaire) : ActionResult
{
    public const string Type = "application/fhir+ndjson";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, stop) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = Type;
        response.Headers.ContentDisposition = $"attachment; filename=\"salle-sure-{survey.Reference}-reponses.ndjson\"";
        var body = response.BodyWriter;
        await answers.Walk(survey, columns, (in row) => body.Write(Encoding.UTF8.GetBytes(Line(row) + "\n")), () => body.FlushAsync(stop).AsTask(), stop);
    }

    string Line(in RawRow row) => Line(content, AnswerSheet.Read(Encoding.UTF8.GetString(row.Answers)), Encoding.ASCII.GetString(row.Month), questionnaire);

    internal static string Line(QuestionnaireContent content, GivenAnswers given, string month, string questionnaire)
    {
        foreach (var question in content.Questions.Where(q => q.Kind is QuestionKind.Day && given.Has(q.Code)))
            given.Set(question.Code, ReadAnswers.DayOf(given[question.Code][0]) is { } day ? [day.ToString("yyyy-MM", CultureInfo.InvariantCulture)] : []);
        return FhirAnswers.Line(content, given, month, questionnaire);
    }
}
