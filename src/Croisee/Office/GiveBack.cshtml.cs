using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>
/// Somebody moved an account that is not theirs to an address of their own: the office gives it back to the address that it left, with a reason. Asked for by that address and never by a list,
/// so that nobody reads here who changed theirs. Only by somebody else, who administers every structure where the person has a role, and who has just proved who acts (S31).
/// </summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class GiveBackModel(AppDb db, Visitor visitor, TimeProvider clock, GiveBackAccount give) : Screen
{
    public sealed class GiveBackForm
    {
        [Required(ErrorMessage = "Écrivez l’adresse que le compte avait avant."), StringLength(254, ErrorMessage = "Cette adresse est trop longue.")]
        public string Email { get; set; } = "";
        [Required(ErrorMessage = "Dites pourquoi, et comment vous savez que c’est bien cette personne."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public GiveBackForm Form { get; set; } = new();

    public override Task<IActionResult?> Prepare() => Task.FromResult(visitor.AskProof(clock.UtcNow(), Request));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await give.Find(Form.Email) is not var (change, person)) throw Unknown();
        var grants = await db.Grants.Where(g => g.PersonId == person.Id && g.EndedAt == null).OrderBy(g => g.GivenAt).Select(g => new { g.OrganisationId, g.Organisation.Path }).ToListAsync();
        // Who has no role anywhere is of no structure: that is for the whole instance. One answer for all that is not here (S01).
        if (!visitor.AdministersInstance && (grants.Count == 0 || !grants.TrueForAll(g => visitor.Can(g.Path, Role.Administrator)))) throw Unknown();
        if (person.Id == visitor.PersonId) throw new RuleBroken("PER-BACK", "Personne ne se rend un compte à soi-même : demandez à quelqu’un d’autre qui administre.");
        await give.Run(person, change, visitor.Actor, Form.Reason.Trim(), grants.FirstOrDefault()?.OrganisationId);
        Flash("Le compte est rendu à l’adresse d’avant, et ses connexions sont fermées.");
        return Redirect("/bureau/structures");
    }

    static RuleBroken Unknown() => new("PER-BACK", $"Aucun compte que vous administrez n’a quitté cette adresse depuis {EmailChange.FormerKept.Days} jours. Si la personne a aussi un rôle ailleurs, ou n’en a aucun, demandez à quelqu’un qui administre toute l’instance.", "Email");
}
