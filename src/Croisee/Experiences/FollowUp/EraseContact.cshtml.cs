using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.FollowUp;

/// <summary>Erases contact data once that was confirmed, and the address that the public page shows with them; the text stays (invariant 6, EXP-R6).</summary>
[Audience(Audience.Author)]
public sealed class EraseContactModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts, IEnumerable<IKeptPages> kept) : ContactScreen(db, cookie, clock, contacts, kept)
{
    public bool IsShown => Experience.ShownSince is not null;

    protected override async Task<IActionResult?> Ready() => await Contacts.Exists(Experience.Id) || await ShowsAddress() ? null : Redirect($"/suivre/fiche/{Reference}/contact");

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await Contacts.Erase(Experience.Id);
        Db.Announce(new PublicAddressChanged(Experience.Id, null));
        // A first publication in this very second has read the address: the two meet on the experience's version.
        Experience.Touch(Now);
        Record(Acts.ContactErased);
        await SaveAndForget();
        Flash(IsShown ? "Vos coordonnées sont effacées, sur la page publiée aussi. Votre expérience reste, votre code aussi." : "Vos coordonnées sont effacées. Votre expérience reste, votre code aussi.");
        return Redirect($"/suivre/fiche/{Reference}/contact");
    }
}
