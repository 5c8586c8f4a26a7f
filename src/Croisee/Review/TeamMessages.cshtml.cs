using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review;

[Audience(Audience.Member)]
public sealed class TeamMessagesModel(AppDb db, TimeProvider clock, Visitor visitor, WriteToAuthors write) : ReviewedScreen(db, clock, visitor)
{
    protected override bool ForSteering => true;
    [BindProperty] public TeamMessageForm Form { get; set; } = new();
    public TeamDialogue Dialogue { get; private set; } = null!;

    protected override async Task<IActionResult?> Loaded()
    {
        Dialogue = new(await write.Read(Experience.Id), Form);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Dialogue.Warns()) return Page();
        await write.Say(Experience, Form.Text, Me.Actor, Acts.TeamWrote);
        Flash("Votre message est envoyé.");
        return Redirect(Path($"recevabilite/{Experience.Reference}/messages"));
    }
}
