using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Collections;

[Audience(Audience.Person)]
public sealed class DeleteCollectionModel(AppDb db, Visitor visitor, TimeProvider clock, LibraryCache cache) : CollectionScreen(db, visitor, clock)
{
    protected override async Task<IActionResult?> Ready() => await Deletes() ? null : NotFound();

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Db.Collections.Remove(Collection);
        await Db.Change(Me, Collection, Acts.CollectionDeleted, Now);
        await cache.Forget();
        Flash("Le dossier est effacé.");
        return Redirect("/dossiers/miens");
    }
}
