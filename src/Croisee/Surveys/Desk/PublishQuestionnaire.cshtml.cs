using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
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
    }

    [BindProperty] public PublishForm Form { get; set; } = new();
    public IReadOnlyList<ContentFault> Faults => ContentFaults.Of(Content);
    public IReadOnlyList<ReviewPoint> Points => ContentReview.Of(Content);

    /// <summary>A question by its own words, shortened; by its code while it has none.</summary>
    public string WordsOf(string code) => Content.Questions.First(q => q.Code == code) is { Text.Text: { } text } && !string.IsNullOrWhiteSpace(text) ? Short(text) : code;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var revision = Questionnaire.Publish(Form.Comparable == "oui", Now);
        return await Saved(Acts.Published, $"La version {revision.Number} est publiée. Vous pouvez ouvrir une enquête.");
    }
}
