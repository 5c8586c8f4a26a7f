using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Office;

/// <summary>
/// An account is suspended at once, opened again or closed for good by the administration, with a reason and a letter. Asked for by its address and never by a list. Only by somebody else, who
/// administers every structure where the person has a role or a seat, and who has just proved who acts (S16, S31).
/// </summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class SuspendPersonModel(AppDb db, Visitor visitor, TimeProvider clock, SuspendAccount suspend, CloseAccount close) : Screen
{
    public enum Deed { Suspend, Reopen, Close }

    public sealed class SuspendForm
    {
        [Required(ErrorMessage = "Écrivez l’adresse du compte."), StringLength(254, ErrorMessage = "Cette adresse est trop longue.")]
        public string Email { get; set; } = "";
        [Required(ErrorMessage = "Choisissez ce que vous faites de ce compte.")]
        public Deed? Deed { get; set; }
        [Required(ErrorMessage = "Dites pourquoi : la personne le lira."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")]
        public string Reason { get; set; } = "";
    }

    public static readonly IReadOnlyList<Choice> Deeds =
    [
        new(nameof(Deed.Suspend), "Le suspendre", "La personne n’entre plus, dès maintenant. Ses rôles et ses sièges restent : le compte peut être rouvert."),
        new(nameof(Deed.Reopen), "Le rouvrir", "Un compte suspendu redevient comme avant."),
        new(nameof(Deed.Close), "Le fermer", "C’est définitif : son adresse et son nom sont effacés, ses rôles et ses sièges se terminent."),
    ];

    [BindProperty] public SuspendForm Form { get; set; } = new();

    public override Task<IActionResult?> Prepare() => Task.FromResult(visitor.AskProof(clock.UtcNow(), Request));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await AccountOfOffice.Find(db, visitor, Form.Email, clock.ParisToday()) is not { Person: var person } account) throw Unknown();
        if (person.Id == visitor.PersonId) throw new RuleBroken("PER-SUSPEND", "Personne ne suspend ni ne ferme ici son propre compte : demandez à quelqu’un d’autre qui administre.", "Email");
        Flash(await Do(person, Form.Reason.Trim(), account.OrganisationId));
        return Redirect("/bureau/structures");
    }

    /// <summary>The same form sent twice finds it done.</summary>
    async Task<string> Do(Person person, string reason, Guid? organisation)
    {
        switch (Form.Deed)
        {
            case Deed.Suspend when !person.IsSuspended:
                await suspend.Run(person, visitor.Actor, reason, organisation);
                return "Le compte est suspendu. La personne est prévenue par courriel.";
            case Deed.Suspend:
                return "Ce compte est déjà suspendu.";
            case Deed.Reopen when person.IsSuspended:
                await suspend.Reopen(person, visitor.Actor, reason, organisation);
                return "Le compte est rouvert. La personne est prévenue par courriel.";
            case Deed.Reopen:
                return "Ce compte n’est pas suspendu.";
            default:
                await close.Run(person, visitor.Actor, reason, organisation, SuspendAccount.Closed(reason));
                return "Le compte est fermé. La personne est prévenue par un dernier courriel.";
        }
    }

    static RuleBroken Unknown() => new("PER-SUSPEND", "Aucun compte que vous administrez n’a cette adresse. Si la personne a aussi un rôle ou un siège ailleurs, ou n’en a aucun, demandez à quelqu’un qui administre toute l’instance.", "Email");
}
