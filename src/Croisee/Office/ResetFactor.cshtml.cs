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
/// Somebody lost their telephone and their recovery codes: the office puts their second factor back to nothing, with a reason, and they set up a new one at the next sign-in.
/// Only by somebody else, who administers every structure where the person has a role, and who has just proved who acts (S31).
/// </summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class ResetFactorModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed class ResetForm
    {
        [Required(ErrorMessage = "Dites pourquoi, et comment vous savez que c’est bien cette personne."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public ResetForm Form { get; set; } = new();
    public Grant Grant { get; private set; } = null!;
    public bool IsMine => Grant.PersonId == visitor.PersonId;
    public bool HasRolesElsewhere { get; private set; }

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.Grants.Include(g => g.Person).Include(g => g.Organisation).SingleOrDefaultAsync(g => g.Id == Id && g.EndedAt == null) is not { } found
            || !visitor.Can(found.Organisation.Path, Role.Administrator)) return NotFound();
        if (visitor.AskProof(clock.UtcNow(), Request) is { } proof) return proof;
        Grant = found;
        var paths = await db.Grants.Where(g => g.PersonId == found.PersonId && g.EndedAt == null).Select(g => g.Organisation.Path).ToListAsync();
        HasRolesElsewhere = paths.Any(p => !visitor.Can(p, Role.Administrator));
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (person, now) = (Grant.Person, clock.UtcNow());
        if (IsMine) throw new RuleBroken("PER-FACTOR", "Personne ne remet à zéro son propre second facteur : demandez à quelqu’un d’autre qui administre.");
        if (HasRolesElsewhere) throw new RuleBroken("PER-FACTOR", "Cette personne a aussi un rôle ailleurs : demandez à quelqu’un qui administre toute l’instance.");
        if (!person.HasSecondFactor) throw new RuleBroken("PER-FACTOR", "Cette personne n’a pas de second facteur : un code reçu par courriel lui suffit.");
        person.StopSecondFactor();
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync()) session.End(now);
        db.Record(now, visitor.Actor, Acts.SecondFactorReset, person, Form.Reason.Trim(), Grant.OrganisationId);
        db.Send(person.Email, Told(), now);
        await db.SaveChangesAsync();
        Flash("Le second facteur est remis à zéro. La personne est prévenue par courriel.");
        return Redirect("/bureau/structures/" + Grant.Organisation.Reference);
    }

    static Letter Told() => new Letter("Votre second facteur a été remis à zéro")
        .Say("Bonjour,").Say("Quelqu’un qui administre votre instance Croisée a remis à zéro votre second facteur, et fermé vos sessions. À la prochaine connexion, un code reçu ici suffit ; ajoutez ensuite votre nouveau téléphone.")
        .Say("Vous n’avez rien demandé ? Prévenez tout de suite la personne qui administre votre instance.");
}
