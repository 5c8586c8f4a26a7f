using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.FollowUp;

/// <summary>The authors see all that is held to come back to them, and change it until they withdraw; the text stays as it is (invariant 6, EXP-R6).</summary>
[Audience(Audience.Author)]
public sealed class MyContactModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts, IEnumerable<IKeptPages> kept) : ContactScreen(db, cookie, clock, contacts, kept)
{
    public HeldContact? Held { get; private set; }
    /// <summary>Nothing is held any more, and the published page still shows an address.</summary>
    public bool OnlyShown { get; private set; }
    public bool MayChange => Experience.State is not ExperienceState.Withdrawn;

    protected override async Task<IActionResult?> Ready()
    {
        Held = await Contacts.HeldOf(Experience.Id);
        OnlyShown = Held is null && await ShowsAddress();
        return null;
    }

    public void OnGet() { if (Held is { } held) Show(held); }

    public async Task<IActionResult> OnPost()
    {
        if (!MayChange) return Redirect($"/suivre/fiche/{Reference}/contact");
        await Keep();
        Flash("Vos coordonnées sont enregistrées, à part de votre texte.");
        return Redirect($"/suivre/fiche/{Reference}/contact");
    }
}
