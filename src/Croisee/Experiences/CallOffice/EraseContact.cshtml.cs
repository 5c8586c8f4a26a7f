using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>Deletion asked for by e-mail (EXP-R6): contact data go, and the address that the public page shows with them; the text and its code stay (invariant 6).</summary>
[Audience(Audience.Office, Role.ContactOfficer)]
public sealed class EraseContactModel(AppDb db, Visitor visitor, TimeProvider clock, ContactStore contacts, IEnumerable<IKeptPages> kept) : ExperienceScreen(db, visitor)
{
    public sealed class EraseForm
    {
        [Required(ErrorMessage = "Écrivez pourquoi vous effacez ces coordonnées."), StringLength(300, MinimumLength = 5, ErrorMessage = "Écrivez une raison de 5 à 300 caractères.")] public string? Reason { get; set; }
    }

    [BindProperty] public EraseForm Form { get; set; } = new();
    protected override Role[] Roles => [Role.ContactOfficer];

    protected override async Task<IActionResult?> Ready() => await contacts.Exists(Experience.Id) || await kept.ShowAddress(Experience) ? null : Redirect($"/bureau/experiences/{Reference}/contact");

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        var told = await contacts.AddressOf(Experience.Id);
        if (told is not null) Db.Send(told, Letter, now);
        await contacts.Erase(Experience.Id);
        Db.Announce(new PublicAddressChanged(Experience.Id, null));
        // A first publication in this very second has read the address: the two meet on the experience's version.
        (await Db.Experiences.SingleAsync(e => e.Id == Experience.Id)).Touch(now);
        Db.Record(now, Visitor.Actor, Acts.ContactErased, Experience, Form.Reason!.Trim(), Experience.Call.OrganisationId);
        await Db.SaveChangesAsync();
        if (Experience.ShownSince is not null) foreach (var pages in kept) await pages.Forget();
        Flash(told is not null ? "Les coordonnées sont effacées. La personne en est prévenue par courriel, une dernière fois." : "L’adresse est enlevée de la page publiée.");
        return Redirect($"/bureau/experiences/{Reference}/contact");
    }

    static Letter Letter => new Letter("Vos coordonnées sont effacées") { IsLast = true }.Say("Bonjour,")
        .Say("L’organisme de l’appel a effacé les coordonnées que vous aviez laissées avec votre expérience, à la suite d’une demande. Nous ne vous écrirons plus.")
        .Say("Votre expérience reste. Votre code l’ouvre toujours : gardez-le, nous ne pourrons plus vous en envoyer un autre.");
}
