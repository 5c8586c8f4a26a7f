using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The checklist, then the act: a published version never changes.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PublishQuestionnaireModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public sealed class PublishForm
    {
        /// <summary>« oui »: same questions, same answers as the version before; results may be set side by side.</summary>
        public string? Comparable { get; set; }
        public string EasyState { get; set; } = EasyWordsRead.Plain;
        public int? EasyReaders { get; set; }
        public DateOnly? EasyReadOn { get; set; }
    }

    public static readonly Choice[] EasyStates =
    [
        new(EasyWordsRead.Plain, "Personne encore", "Elle est montrée comme « Langage clair (non relu) »."), new(EasyWordsRead.BeingRead, "Des personnes concernées sont en train de la relire", "« FALC en relecture »."),
        new(EasyWordsRead.Valid, "Des personnes concernées l’ont lue et tout compris", "« FALC validé », avec leur nombre et le jour."),
    ];

    [BindProperty] public PublishForm Form { get; set; } = new();
    public IReadOnlyList<ContentFault> Faults => ContentFaults.Of(Content);
    public IReadOnlyList<ReviewPoint> Points => field ??= ContentReview.Of(Content);

    /// <summary>A question by its own words, shortened; by its code while it has none.</summary>
    public string WordsOf(string code) => Content.Questions.First(q => q.Code == code) is { Text.Text: { } text } && !string.IsNullOrWhiteSpace(text) ? Short(text) : code;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var revision = Questionnaire.Publish(Form.Comparable == "oui", Now, new EasyWordsRead(Form.EasyState, Form.EasyState == EasyWordsRead.Valid ? Form.EasyReaders : null, Form.EasyState == EasyWordsRead.Valid ? Form.EasyReadOn : null));
        return await Saved(Acts.Published, $"La version {revision.Number} est publiée. Vous pouvez ouvrir une enquête.");
    }
}
