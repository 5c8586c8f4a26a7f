using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Experiences.FollowUp;

/// <summary>The authors see and erase their contact data at any time; the text stays (invariant 6, EXP-R6).</summary>
[Audience(Audience.Author)]
public sealed class MyContactModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts) : AuthorScreen(db, cookie, clock)
{
    public sealed class ContactForm
    {
        public bool Erase { get; set; }
        public bool StopRecontact { get; set; }
    }

    [BindProperty] public ContactForm Form { get; set; } = new();
    public ContactDetails? Details { get; private set; }
    public bool Recontact { get; private set; }

    protected override async Task<IActionResult?> Ready()
    {
        if (await contacts.Find(Experience.Id) is var (details, recontact)) (Details, Recontact) = (details, recontact);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Form.Erase) { await contacts.Erase(Experience.Id); Record(Acts.ContactErased); Flash("Vos coordonnées sont effacées. Votre expérience reste, votre code aussi."); }
        else if (Form.StopRecontact && Details is not null) { await contacts.Save(Experience, Details, recontact: false); Record(Acts.ContactSaved); Flash("C’est noté : nous ne vous recontacterons pas pour d’autres projets."); }
        await Db.SaveChangesAsync();
        return Redirect($"/suivre/fiche/{Reference}/contact");
    }
}
