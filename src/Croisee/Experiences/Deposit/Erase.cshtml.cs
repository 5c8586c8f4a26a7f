using Croisee.Data;
using Croisee.Files;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>A draft that nobody else has seen can be erased whole, contact data included: its authors are those who decide.</summary>
[Audience(Audience.Author)]
public sealed class EraseModel(AppDb db, AuthorCookie cookie, TimeProvider clock, ContactStore contacts, FileStore files) : AuthorScreen(db, cookie, clock)
{
    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps);

    protected override Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(Experience.State is ExperienceState.Draft ? null : Redirect($"/suivre/fiche/{Reference}"));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var authors = Experience.Authors.Select(a => a.Id).ToList();
        await contacts.Erase(Experience.Id);
        var stored = await Db.RemoveFilesOf(Experience.Id);
        Db.Experiences.Remove(Experience);
        Record(Acts.DraftErased);
        await Db.SaveChangesAsync();
        foreach (var file in stored) files.Delete(file);
        Cookie.Remove(HttpContext, authors);
        Flash("Le brouillon est effacé.");
        return Redirect("/");
    }
}
