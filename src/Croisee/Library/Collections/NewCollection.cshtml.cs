using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Collections;

[Audience(Audience.Person)]
public sealed class NewCollectionModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen, IToldCollection
{
    [BindProperty] public ToldForm Form { get; set; } = new();

    public void OnGet() => Form.Once = Guid.CreateVersion7().ToString();

    public async Task<IActionResult> OnPost()
    {
        var (me, now) = (visitor.PersonId!.Value, clock.UtcNow());
        if (!Guid.TryParse(Form.Once, out var id)) id = Guid.CreateVersion7();
        if (await Made(id) is { } before) return before;
        if (await db.OwnsEnough(visitor)) throw new RuleBroken("DOS-NOMBRE", $"Vous avez déjà {Collection.OwnedMax} dossiers. Effacez-en un d’abord.");
        var collection = new Collection(id, me, Form.Title, Form.Introduction, now);
        db.Collections.Add(collection);
        try { await db.Change(visitor, collection, Acts.CollectionMade, now); }
        catch (DbUpdateException e) when (e.IsTwin())
        {
            db.ChangeTracker.Clear();
            // Sent twice at once: the other one made it. An id that is somebody else's is refused like any broken form.
            return await Made(id) ?? throw new RuleBroken("DOS-FORME", "Ce formulaire n’est plus valable. Envoyez-le de nouveau.");
        }
        Flash("Le dossier est créé. Ajoutez-y des fiches depuis le répertoire.");
        return Redirect($"/dossiers/{collection.Reference}/composer");
    }

    async Task<IActionResult?> Made(Guid id) => await db.Collections.Where(c => c.Id == id && c.OwnerId == visitor.PersonId).Select(c => c.Reference).SingleOrDefaultAsync() is { } reference ? Redirect($"/dossiers/{reference}/composer") : null;
}
