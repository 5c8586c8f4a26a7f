using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>The dialogue with the authors, from the office: the only door while no group reads for the call, and after a withdrawal, which no page of a group shows.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Moderator, Role.Administrator)]
public sealed class AuthorsMessagesModel(AppDb db, Visitor visitor, WriteToAuthors write) : ExperienceScreen(db, visitor)
{
    [BindProperty] public TeamMessageForm Form { get; set; } = new();
    public TeamDialogue Dialogue { get; private set; } = null!;
    protected override Role[] Roles => [Role.Organiser, Role.Moderator, Role.Administrator];

    protected override async Task<IActionResult?> Ready()
    {
        Dialogue = new(await write.Read(Experience.Id), Form);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Dialogue.Warns()) return Page();
        await write.Say(Experience, Form.Text, Visitor.Actor, Acts.MessageSent);
        Flash("Votre message est envoyé.");
        return Redirect($"/bureau/experiences/{Experience.Reference}/messages");
    }
}
