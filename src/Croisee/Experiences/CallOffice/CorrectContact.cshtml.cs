using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>
/// Rectification, and an agreement taken back, asked for by e-mail (EXP-R6). Nothing held is shown: an empty field stays as it is. Whoever was written to before
/// is told, at the old address and at the new one, so that nobody changes an address unseen.
/// </summary>
[Audience(Audience.Office, Role.ContactOfficer)]
public sealed class CorrectContactModel(AppDb db, Visitor visitor, TimeProvider clock, ContactStore contacts, IEnumerable<IKeptPages> kept) : ExperienceScreen(db, visitor)
{
    const string OutRole = "role", OutPhone = "telephone", OutPublic = "publique", OutRecontact = "recontact";

    public sealed class CorrectForm
    {
        [StringLength(Contact.NameMax, ErrorMessage = Answers.Limits.TooLong)] public string? Name { get; set; }
        [StringLength(Contact.RoleMax, ErrorMessage = Answers.Limits.TooLong)] public string? Role { get; set; }
        [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? Email { get; set; }
        [StringLength(Contact.PhoneMax, ErrorMessage = Answers.Limits.TooLong)] public string? Phone { get; set; }
        [StringLength(Answers.Limits.Email, ErrorMessage = Answers.Limits.TooLong)] public string? PublicAddress { get; set; }
        public List<string> Out { get; set; } = [];
        [Required(ErrorMessage = "Écrivez pourquoi vous corrigez ces coordonnées."), StringLength(300, MinimumLength = 5, ErrorMessage = "Écrivez une raison de 5 à 300 caractères.")] public string? Reason { get; set; }
    }

    [BindProperty] public CorrectForm Form { get; set; } = new();
    public IReadOnlyList<Choice> OutChoices { get; } = [new(OutRole, "La fonction ou le rôle"), new(OutPhone, "Le téléphone"), new(OutPublic, "L’adresse publiée sur la page"), new(OutRecontact, "L’accord pour être recontacté·e pour d’autres projets")];
    protected override Role[] Roles => [Role.ContactOfficer];

    protected override async Task<IActionResult?> Ready() => await contacts.Exists(Experience.Id) ? null : Redirect($"/bureau/experiences/{Reference}/contact");

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await contacts.Find(Experience.Id) is not var (held, recontact)) return Redirect($"/bureau/experiences/{Reference}/contact");
        var corrected = new ContactDetails(New(Form.Name, held.Name)!, New(Form.Role, held.Role, OutRole), New(Form.Email, held.Email)!, New(Form.Phone, held.Phone, OutPhone), New(Form.PublicAddress, held.PublicAddress, OutPublic));
        var takenBack = recontact && Form.Out.Contains(OutRecontact);
        if (corrected == held && !takenBack)
        {
            ModelState.AddModelError("", "Rien ne change. Écrivez ce qui est à corriger, ou cochez ce qui est à retirer.");
            return Page();
        }
        var (now, why) = (clock.UtcNow(), Form.Reason!.Trim());
        await contacts.Save(Experience, corrected, recontact && !takenBack);
        if (corrected != held) Db.Record(now, Visitor.Actor, Acts.ContactCorrected, Experience, why, Experience.Call.OrganisationId);
        if (takenBack) Db.Record(now, Visitor.Actor, Acts.RecontactTakenBack, Experience, why, Experience.Call.OrganisationId);
        foreach (var address in new[] { held.Email, corrected.Email }.Distinct(StringComparer.OrdinalIgnoreCase)) Db.Send(address, Letter(takenBack, corrected != held), now);
        await Db.SaveChangesAsync();
        if (Experience.ShownSince is not null) foreach (var pages in kept) await pages.Forget();
        Flash("C’est corrigé. La personne en est prévenue par courriel.");
        return Redirect($"/bureau/experiences/{Reference}/contact");
    }

    /// <summary>What was typed, nothing when it is to be taken out, what is held otherwise.</summary>
    string? New(string? typed, string? held, string? takenOut = null) => !string.IsNullOrWhiteSpace(typed) ? typed.Trim() : takenOut is not null && Form.Out.Contains(takenOut) ? null : held;

    static Letter Letter(bool takenBack, bool corrected)
    {
        var letter = new Letter("Vos coordonnées ont changé").Say("Bonjour,");
        if (corrected) letter.Say("L’organisme de l’appel a corrigé les coordonnées que vous aviez laissées avec votre expérience, à la suite d’une demande.");
        if (takenBack) letter.Say("Votre accord pour être recontacté pour d’autres projets est repris : nous ne vous écrirons plus pour cela.");
        return letter.Say("Vous n’avez rien demandé ? Écrivez à l’organisme de l’appel, à l’adresse donnée sur sa page.");
    }
}
