using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Content;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>What is said around the questions: the title, what it is about, and the thanks.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class WriteFrameModel(AppDb db, Visitor visitor, TimeProvider clock) : QuestionnaireScreen(db, visitor, clock)
{
    const string TooLong = "Ce texte est trop long.";

    public sealed class FrameForm
    {
        [Required(ErrorMessage = "Donnez un titre au questionnaire."), StringLength(Questionnaire.TitleMax, ErrorMessage = TooLong)] public string? Title { get; set; }
        [StringLength(Questionnaire.TitleMax, ErrorMessage = TooLong)] public string? TitleEasy { get; set; }
        [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? About { get; set; }
        [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? AboutEasy { get; set; }
        [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? Thanks { get; set; }
        [StringLength(Wording.TextMax, ErrorMessage = TooLong)] public string? ThanksEasy { get; set; }
        [StringLength(Credit.Max, ErrorMessage = TooLong)] public string? Author { get; set; }
        [StringLength(Credit.Max, ErrorMessage = TooLong)] public string? Source { get; set; }
        [StringLength(Credit.Max, ErrorMessage = TooLong)] public string? Licence { get; set; }
    }

    [BindProperty] public FrameForm Form { get; set; } = new();

    public void OnGet() => Form = new()
    {
        Title = Content.Title.Text, TitleEasy = Content.Title.Easy, About = Content.About?.Text, AboutEasy = Content.About?.Easy, Thanks = Content.Thanks?.Text, ThanksEasy = Content.Thanks?.Easy,
        Author = Content.Credit?.Author, Source = Content.Credit?.Source, Licence = Content.Credit?.Licence,
    };

    public async Task<IActionResult> OnPost()
    {
        Pair(Form.About, Form.AboutEasy, "Form.About");
        Pair(Form.Thanks, Form.ThanksEasy, "Form.Thanks");
        if (!ModelState.IsValid) return Page();
        var content = Content with { Title = Said(Content.Title, Form.Title, Form.TitleEasy)!, About = Said(Content.About, Form.About, Form.AboutEasy), Thanks = Said(Content.Thanks, Form.Thanks, Form.ThanksEasy), Credit = Credit.Of(Form.Author, Form.Source, Form.Licence) };
        return await Written(content, "Le titre et la présentation sont modifiés");
    }

    /// <summary>An easy text is the twin of another.</summary>
    void Pair(string? usual, string? easy, string field)
    {
        if (string.IsNullOrWhiteSpace(usual) && !string.IsNullOrWhiteSpace(easy)) ModelState.AddModelError(field, "Écrivez aussi le texte courant.");
    }

    static Wording? Said(Wording? before, string? text, string? easy) =>
        string.IsNullOrWhiteSpace(text) ? null : (before ?? new Wording("")) with { Text = text.Trim(), Easy = string.IsNullOrWhiteSpace(easy) ? null : easy.Trim() };
}
