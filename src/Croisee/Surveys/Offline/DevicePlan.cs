using System.Text.Json;
using System.Text.Json.Serialization;
using Croisee.Framework;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Offline;

/// <summary>What the page of a device must know to decide which question comes next and what may be answered to it: the same conditions as here, as JSON for <c>device-plan.js</c>.</summary>
public static class DevicePlan
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <param name="pages">Addresses of this page, one for each language.</param>
    public static string Of(PutSurvey put, OfflineDevice device, IEnumerable<string> pages) => JsonSerializer.Serialize(new
    {
        device = device.Id.ToString("N"),
        key = device.PublicKey,
        revision = put.Survey.RevisionNumber,
        lastDay = put.Survey.ClosesOn,
        sections = put.Content.Sections.Select(s => new { @if = s.ShownIf, title = SaidText.TitleOf(s)?.Code, questions = s.Questions.Select(Of) }),
        values = put.Content.Questions.SelectMany(q => q.Choices()).Distinct().Select(c => (Code: c, Vocabularies.Find(c)?.Value)).Where(c => c.Value is not null).ToDictionary(c => c.Code, c => c.Value),
        pages,
    }, Json);

    static object Of(AskedQuestion question) => new
    {
        // An information has no field: the page says it before what comes next.
        said = question.Kind is QuestionKind.Information ? question.Code : null,
        kind = question.Kind.ToString(),
        @if = question.ShownIf,
        required = question.Required,
        shuffled = question.Shuffled,
        least = question.Least,
        most = question.Most,
        silent = question.Silences().Select(o => o.Code),
        fields = question.Fields().Select(f => f.Code),
    };
}
