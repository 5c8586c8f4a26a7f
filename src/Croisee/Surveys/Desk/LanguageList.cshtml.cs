using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The languages of a questionnaire and how far each has come; one more from the closed list.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class LanguageListModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public sealed class AddForm
    {
        [Required(ErrorMessage = "Choisissez une langue.")] public string? Tag { get; set; }
    }

    [BindProperty] public AddForm Form { get; set; } = new();
    public IEnumerable<Choice> Others => Tongues.All.Where(t => Content.Languages.All(l => l.Tag != t.Tag)).Select(t => new Choice(t.Tag, $"{t.French} ({t.Own})"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Tongues.Find(Form.Tag) is not { } tongue) { ModelState.AddModelError("Form.Tag", "Choisissez une langue de la liste."); return Page(); }
        if (Content.Languages.Any(l => l.Tag == tongue.Tag)) { ModelState.AddModelError("Form.Tag", "Cette langue est déjà dans le questionnaire."); return Page(); }
        var content = Content with { Languages = [.. Content.Languages, new LanguageState(tongue.Tag, tongue.Own, TranslationState.Draft, tongue.RightToLeft)] };
        return await Written(content, $"Une langue de plus : {tongue.French}", "langues/" + tongue.Tag);
    }
}
