using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.CallOffice;

/// <summary>Contact data, for the contact officer alone (EXP-R4). They show only in answer to a reason, which the journal keeps, to who has just proved who reads (S31).</summary>
[Audience(Audience.Office, Role.ContactOfficer)]
public sealed class ContactReadingModel(AppDb db, Visitor visitor, TimeProvider clock, ContactStore contacts, IEnumerable<IKeptPages> kept) : ExperienceScreen(db, visitor)
{
    public sealed class ReadingForm
    {
        [Required(ErrorMessage = "Écrivez pourquoi vous lisez ces coordonnées."), StringLength(300, MinimumLength = 5, ErrorMessage = "Écrivez une raison de 5 à 300 caractères.")] public string? Reason { get; set; }
    }

    [BindProperty] public ReadingForm Form { get; set; } = new();
    public ContactDetails? Contact { get; private set; }
    public bool Recontact { get; private set; }
    public bool Nothing { get; private set; }
    /// <summary>There is something to correct.</summary>
    public bool MayCorrect { get; private set; }
    /// <summary>There is something to erase: contact data, or the address that the published page shows without them.</summary>
    public bool MayErase { get; private set; }
    protected override Role[] Roles => [Role.ContactOfficer];

    protected override async Task<IActionResult?> Ready()
    {
        MayCorrect = await contacts.Exists(Experience.Id);
        MayErase = MayCorrect || await kept.ShowAddress(Experience);
        return Visitor.AskProof(clock.UtcNow(), Request);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        if (await contacts.Find(Experience.Id) is not var (details, recontact)) { Nothing = true; return Page(); }
        Db.Record(now, Visitor.Actor, Acts.ContactRead, Experience, Form.Reason!.Trim(), Experience.Call.OrganisationId);
        await Db.SaveChangesAsync();
        (Contact, Recontact) = (details, recontact);
        return Page();
    }
}
