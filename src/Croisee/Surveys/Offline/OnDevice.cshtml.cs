using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Offline;

/// <summary>
/// The whole questionnaire as one page that a device keeps: every question is drawn as on the way question by question, and <c>device.js</c> shows one at a time.
/// A GET writes nothing; the page is the same before, during and after the journey.
/// </summary>
[Audience(Audience.Public)]
public sealed class OnDeviceModel(AppDb db, PutSurveys surveys, TimeProvider clock) : DeviceScreen(db, surveys, clock)
{
    public sealed class OwnForm
    {
        public string? Mode { get; set; }
    }

    public OwnForm Form { get; } = new();
    public Reader Reader => new(Easy: true, ForAnother, Language, ForProfessional);
    public IReadOnlyList<AnswerField> Fields => field ??= [.. Put.Content.Fields.Where(f => f.Question.Kind is not QuestionKind.Information)];

    /// <summary>All that may be said between the questions: the script puts it where the answers decide.</summary>
    public IEnumerable<SaidText> Said => Put.Content.Sections.Select(SaidText.TitleOf).OfType<SaidText>().Concat(Put.Content.Questions.Where(q => q.Kind is QuestionKind.Information).Select(q => new SaidText(q.Code, q.Text)));

    public AskedField Asked(AnswerField field, int number) => new(field, Reader, number, [], Big: true);

    public void OnGet() => Form.Mode = ForAnother ? Modes.Single() : Device.Helper;

    /// <summary>This page once more, in the words of who answers in a person's place: kept by the device like those in other languages.</summary>
    public IEnumerable<string> InPlace => !Put.ForProxies ? [] : Put.Survey.ProfessionalsMayAnswer ? ["proche", "professionnel"] : ["proche"];

    public string Plan => DevicePlan.Of(Put, Device, [PathOfDevice(), .. LanguagesForOneself.Select(l => PathOfDevice("?langue=" + Uri.EscapeDataString(l.Tag))), .. InPlace.Select(p => PathOfDevice("?pour=" + p))]);
}
