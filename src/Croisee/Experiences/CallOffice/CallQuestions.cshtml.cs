using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class CallQuestionsModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    [BindProperty] public QuestionForm Form { get; set; } = new();

    public IReadOnlyList<CallQuestion> Retired => [.. Call.Questions.Where(q => q.RetiredAt is not null).OrderBy(q => q.Position)];

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Call.AddQuestion(Form.Text!, Form.Hint, Form.IsLong!.Value);
        return Saved(Acts.CallQuestion, null, "La question est ajoutée.", "questions");
    }
}
