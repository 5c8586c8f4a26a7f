using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class RemoveQuestionModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public CallQuestion Question { get; private set; } = null!;
    /// <summary>Experiences that answer it, drafts too.</summary>
    public int Answered { get; private set; }

    protected override async Task<IActionResult?> Ready()
    {
        if (Call.Questions.SingleOrDefault(q => q.Id == Id) is not { } found) return NotFound();
        if (found.RetiredAt is not null) return Redirect(PathOf("questions"));
        Question = found;
        var key = Id.ToString();
        Answered = await Db.Experiences.CountAsync(e => e.CallId == Call.Id && e.Steps.Any(s => s.Code == "questions" && s.Answers.Contains(key)));
        return await base.Ready();
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Call.Unask(Question, Answered > 0, Now);
        return Saved(Acts.CallQuestion, null, Answered > 0 ? "La question n’est plus posée. Ses réponses restent à lire." : "La question est retirée.", "questions");
    }
}
