using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Collections;

[Audience(Audience.Person)]
public sealed class ComposeModel(AppDb db, Visitor visitor, TimeProvider clock) : CollectionScreen(db, visitor, clock), IToldCollection
{
    [BindProperty] public ToldForm Form { get; set; } = new();

    public bool MayDelete { get; private set; }
    public bool Decides { get; private set; }
    public IReadOnlyList<CollectionEntry> Fresh => Collection.JustAdded(Now);

    protected override async Task<IActionResult?> Ready()
    {
        (Decides, MayDelete) = (await AnswersFor(), await Deletes());
        return null;
    }

    public void OnGet() => (Form.Title, Form.Introduction) = (Collection.Title, Collection.Introduction);

    public Task<IActionResult> OnPost()
    {
        Collection.Tell(Form.Title, Form.Introduction, Now);
        return Save(Acts.CollectionTold, "C’est enregistré.");
    }
}

/// <summary>Takes back what was just added, all of it.</summary>
[Audience(Audience.Person)]
public sealed class UndoAddingModel(AppDb db, Visitor visitor, TimeProvider clock) : CollectionScreen(db, visitor, clock)
{
    public IReadOnlyList<CollectionEntry> Fresh => Collection.JustAdded(Now);
    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        foreach (var entry in Fresh) Collection.Remove(entry.SheetId, Now);
        return Save(Acts.CollectionComposed, "L’ajout est annulé.");
    }
}
