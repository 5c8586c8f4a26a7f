using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Collections;

[Audience(Audience.Person)]
public sealed class PlaceLineModel(AppDb db, Visitor visitor, TimeProvider clock) : LineScreen(db, visitor, clock)
{
    public sealed class PlaceForm
    {
        /// <summary>As typed: what is no number is said beside the field.</summary>
        [Required(ErrorMessage = "Écrivez un nombre."), StringLength(200, ErrorMessage = "Écrivez un nombre.")]
        public string Place { get; set; } = "";
    }

    [BindProperty] public PlaceForm Form { get; set; } = new();

    public void OnGet() => Form.Place = Shown.Position.ToString(CultureInfo.InvariantCulture);

    public Task<IActionResult> OnPost()
    {
        if (!int.TryParse(Form.Place.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || place > Lines.Count) throw new RuleBroken("DOS-PLACE", $"Écrivez un nombre de 1 à {Lines.Count}.", "Place");
        Collection.Move(Shown.Sheet, place, Now);
        return Save(Acts.CollectionComposed, $"La fiche est à la place {place}.");
    }
}

[Audience(Audience.Person)]
public sealed class NoteLineModel(AppDb db, Visitor visitor, TimeProvider clock) : LineScreen(db, visitor, clock)
{
    public sealed class NoteForm
    {
        [StringLength(CollectionEntry.NoteMax, ErrorMessage = "Cette note est trop longue : 1 000 caractères au plus.")]
        public string? Note { get; set; }
    }

    [BindProperty] public NoteForm Form { get; set; } = new();

    /// <summary>Words of the stored note by which somebody may be recognised (EXP-R3): a warning, never a refusal.</summary>
    public int Traces => Shown.Note is { } note ? IdentityTraces.Find(note).Count : 0;

    public void OnGet() => Form.Note = Shown.Note;

    public async Task<IActionResult> OnPost()
    {
        Collection.Note(Shown.Sheet, Form.Note, Now);
        var found = Form.Note is { } note ? IdentityTraces.Find(note).Count : 0;
        var saved = await Save(Acts.CollectionComposed, found == 0 ? "La note est enregistrée." : $"La note est enregistrée. {TracesWarning.Title(found)} : relisez-la.");
        return found == 0 ? saved : Redirect($"{Path}/fiches/{Shown.Reference}/note");
    }
}

[Audience(Audience.Person)]
public sealed class RemoveLineModel(AppDb db, Visitor visitor, TimeProvider clock) : LineScreen(db, visitor, clock)
{
    public void OnGet() { }

    public Task<IActionResult> OnPost()
    {
        Collection.Remove(Shown.Sheet, Now);
        return Save(Acts.CollectionComposed, "La fiche est retirée du dossier.");
    }
}
