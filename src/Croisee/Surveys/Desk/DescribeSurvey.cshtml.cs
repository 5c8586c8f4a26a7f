using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The title and the purpose, as long as the survey has not begun.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class DescribeSurveyModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class DescribeForm
    {
        [Required(ErrorMessage = "Donnez un titre à l’enquête."), StringLength(Survey.TitleMax, ErrorMessage = "Ce titre est trop long.")] public string? Title { get; set; }
        [Required(ErrorMessage = "Dites à quoi servent les réponses."), StringLength(Survey.PurposeMax, ErrorMessage = "Ce texte est trop long.")] public string? Purpose { get; set; }
    }

    [BindProperty] public DescribeForm Form { get; set; } = new();

    public void OnGet() => Form = new() { Title = Survey.Title, Purpose = Survey.Purpose };

    public Task<IActionResult> OnPost()
    {
        Survey.Describe(Form.Title!, Form.Purpose!, Now);
        return Saved(Acts.Described, "C’est corrigé. Imprimez de nouveau les affiches et les papiers déjà prêts.");
    }
}
