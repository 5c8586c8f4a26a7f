using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class EditQuestionModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public QuestionForm Form { get; set; } = new();
    public int Answered { get; private set; }
    CallQuestion question = null!;

    protected override async Task<IActionResult?> Ready()
    {
        if (Call.Questions.SingleOrDefault(q => q.Id == Id) is not { } found) return NotFound();
        if (found.RetiredAt is not null) return Redirect(PathOf("questions"));
        question = found;
        Answered = await Db.Experiences.CountAsync(e => e.CallId == Call.Id);
        return null;
    }

    public void OnGet() => Form = new() { Text = question.Text, Hint = question.Hint, IsLong = question.IsLong };

    public Task<IActionResult> OnPost()
    {
        question.Word(Form.Text!, Form.Hint, Form.IsLong!.Value);
        return Saved(Acts.CallQuestion, null, "La question est corrigée.", "questions");
    }
}
