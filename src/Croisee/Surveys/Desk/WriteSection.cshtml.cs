using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The words of one part, new or not.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class WriteSectionModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    public const string New = "nouvelle";
    const int TitleMax = 200;

    public sealed class SectionForm
    {
        [StringLength(TitleMax, ErrorMessage = "Ce titre est trop long.")] public string? Title { get; set; }
        [StringLength(TitleMax, ErrorMessage = "Ce titre est trop long.")] public string? Easy { get; set; }
    }

    [FromRoute(Name = "partie")] public string PartCode { get; set; } = "";
    [BindProperty] public SectionForm Form { get; set; } = new();
    public bool IsNew => PartCode == New;
    Section? before;

    protected override Task<IActionResult?> Ready()
    {
        before = Content.Part(PartCode);
        return Task.FromResult<IActionResult?>(before is null && !IsNew ? NotFound() : null);
    }

    public void OnGet() => Form = new() { Title = before?.Title?.Text, Easy = before?.Title?.Easy };

    public async Task<IActionResult> OnPost()
    {
        if (string.IsNullOrWhiteSpace(Form.Title) && !string.IsNullOrWhiteSpace(Form.Easy)) { ModelState.AddModelError("Form.Title", "Écrivez aussi le titre courant."); return Page(); }
        if (IsNew && string.IsNullOrWhiteSpace(Form.Title)) { ModelState.AddModelError("Form.Title", "Donnez un titre à la partie."); return Page(); }
        if (IsNew && Content.Sections.Count >= QuestionnaireContent.SectionsMax) { ModelState.AddModelError("Form.Title", $"Un questionnaire a {QuestionnaireContent.SectionsMax} parties au plus."); return Page(); }
        var title = string.IsNullOrWhiteSpace(Form.Title) ? null : (before?.Title ?? new Wording("")) with { Text = Form.Title.Trim(), Easy = string.IsNullOrWhiteSpace(Form.Easy) ? null : Form.Easy.Trim() };
        return IsNew ? await Written(Content.AddSection(title), "Une partie est ajoutée")
            : await Written(Content.With(before! with { Title = title }), title is null ? "Une partie n’a plus de titre" : $"La partie « {Short(title.Text)} » est modifiée", "#partie-" + PartCode);
    }
}
