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

[Audience(Audience.Office, Role.Administrator)]
public sealed class InviteToRoleModel(AppDb db, Visitor visitor, Invite invite, TimeProvider clock) : Screen
{
    public sealed class InviteForm
    {
        [Required(ErrorMessage = "Écrivez l’adresse de la personne."), StringLength(254, ErrorMessage = "Cette adresse est trop longue.")]
        public string Email { get; set; } = "";
        [Required(ErrorMessage = "Choisissez un rôle.")] public Role? Role { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "reference")] public string Reference { get; set; } = "";
    [BindProperty] public InviteForm Form { get; set; } = new();
    public Organisation Organisation { get; private set; } = null!;
    public IReadOnlyList<Choice> Roles { get; } = [.. Enum.GetValues<Role>().Select(r => new Choice(r.ToString(), r.Label(), r.Explanation()))];
    public string? ProofPath => visitor.IsFresh(clock.UtcNow()) ? null : visitor.ProofPath($"/bureau/structures/{Reference}/inviter");

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.AdministeredOne(visitor, Reference) is not { } found) return NotFound();
        Organisation = found;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (email, now) = (Person.NormaliseEmail(Form.Email), clock.UtcNow());
        var role = Form.Role is { } given && Enum.IsDefined(given) ? given : throw new RuleBroken("ROL-KNOWN", "Choisissez un rôle de la liste.", "Role");
        if (!OutgoingMail.IsAddress(email)) throw new RuleBroken("INV-MAIL", OutgoingMail.NotAnAddress, "Email");
        var me = await db.Persons.SingleAsync(p => p.Id == visitor.PersonId);
        await RefuseSelf(email, me, now);
        if (role is Role.Administrator && ProofPath is not null) throw new RuleBroken("ROL-FRESH", "Confirmez d’abord que c’est vous, par le lien en haut de la page, puis envoyez de nouveau.", "Role");
        await RefuseTwice(email, role, now);
        invite.ToRole(email, Organisation, role, me);
        await db.SaveChangesAsync();
        Flash("L’invitation part par courriel. Le rôle commencera quand la personne acceptera.");
        return Redirect("/bureau/structures/" + Organisation.Reference);
    }

    /// <summary>Refused, and written in the journal (S17).</summary>
    async Task RefuseSelf(string email, Person me, DateTime now)
    {
        if (me.Email != email) return;
        db.Record(now, visitor.Actor, Acts.SelfPromotionRefused, me, Form.Role?.Label(), Organisation.Id);
        await db.SaveChangesAsync();
        throw new RuleBroken("ROL-SELF", "Personne ne se donne un rôle à soi-même. Demandez à une autre personne qui administre.", "Email");
    }

    async Task RefuseTwice(string email, Role role, DateTime now)
    {
        if (await db.Grants.AnyAsync(g => g.Person.Email == email && g.OrganisationId == Organisation.Id && g.Role == role && g.EndedAt == null))
            throw new RuleBroken("ROL-HELD", "Cette personne a déjà ce rôle ici.", "Role");
        if (await db.Invitations.AnyAsync(i => i.Email == email && i.OrganisationId == Organisation.Id && i.Role == role && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now))
            throw new RuleBroken("INV-TWICE", "Une invitation à ce rôle attend déjà une réponse. Renvoyez-la depuis la page de la structure.", "Email");
    }
}
