using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class RemoveQuestionModel(AppDb db, Visitor visitor, TimeProvider clock) : CallScreen(db, visitor, clock)
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    public CallQuestion Question { get; private set; } = null!;

    protected override Task<IActionResult?> Ready()
    {
        if (Call.Questions.SingleOrDefault(q => q.Id == Id) is not { } found) return Task.FromResult<IActionResult?>(NotFound());
        Question = found;
        return base.Ready();
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Call.Unask(Question);
        return Saved(Acts.CallQuestion, null, "La question est retirée.", "questions");
    }
}
