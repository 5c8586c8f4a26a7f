using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>
/// A telephone was stolen, somebody left without signing out: the office ends every session of that account, with a reason, and takes nothing else away. Asked for by the address and never by a list, so that
/// nobody reads here who has an account. Only by somebody else, who administers every structure where the person has a role or a seat, and who has just proved who acts (S31).
/// </summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class CloseSessionsModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed class CloseForm
    {
        [Required(ErrorMessage = "Écrivez l’adresse du compte."), StringLength(254, ErrorMessage = "Cette adresse est trop longue.")]
        public string Email { get; set; } = "";
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public CloseForm Form { get; set; } = new();

    public override Task<IActionResult?> Prepare() => Task.FromResult(visitor.AskProof(clock.UtcNow(), Request));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        if (await AccountOfOffice.Find(db, visitor, Form.Email, clock.ParisToday()) is not { Person: var person } account) throw Unknown();
        if (person.Id == visitor.PersonId) throw new RuleBroken("PER-SESSIONS", "Les vôtres se ferment dans « Mon compte », « Mes appareils connectés ».", "Email");
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync()) session.End(now);
        db.Record(now, visitor.Actor, Acts.SessionsEndedByOffice, person, Form.Reason.Trim(), account.OrganisationId);
        db.Send(person.Email, Told(), now);
        await db.SaveChangesAsync();
        Flash("Toutes les connexions de ce compte sont fermées. La personne est prévenue par courriel.");
        return Redirect("/bureau/structures");
    }

    static RuleBroken Unknown() => new("PER-SESSIONS", "Aucun compte que vous administrez n’a cette adresse. Si la personne a aussi un rôle ou un siège ailleurs, ou n’en a aucun, demandez à quelqu’un qui administre toute l’instance.", "Email");

    static Letter Told() => new Letter("Vos connexions ont été fermées")
        .Say("Bonjour,").Say("Quelqu’un qui administre votre instance Croisée a fermé toutes vos connexions. Votre compte et vos rôles restent. Pour revenir, demandez un code comme d’habitude.")
        .Say("Vous ne savez pas pourquoi ? Demandez-le à la personne qui administre votre instance.");
}
