using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Contact data, kept apart (EXP-R4); agreement to be contacted for other projects unticked and last (field 51).</summary>
[Audience(Audience.Author)]
public sealed class ContactStepModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts, IEnumerable<IKeptPages> kept) : ContactScreen(db, cookie, clock, contacts, kept)
{
    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps).Include(e => e.Call.Questions);

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(Experience.IsOpenToAuthors ? null : Redirect($"/suivre/fiche/{Reference}/contact"));

    public async Task OnGet()
    {
        if (await Contacts.HeldOf(Experience.Id) is { } held) Show(held);
    }

    public async Task<IActionResult> OnPost()
    {
        await Keep();
        Flash("Vos coordonnées sont enregistrées, à part de votre texte.");
        return Redirect($"/deposer/fiche/{Reference}");
    }
}
