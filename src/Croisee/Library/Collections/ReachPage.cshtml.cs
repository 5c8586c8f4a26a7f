using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library.Collections;

[Audience(Audience.Person)]
public sealed class ReachPageModel(AppDb db, Visitor visitor, TimeProvider clock, LibraryCache cache) : CollectionScreen(db, visitor, clock)
{
    public sealed class ReachForm
    {
        [Required(ErrorMessage = "Choisissez qui peut le lire.")] public CollectionReach? Reach { get; set; }
        public string? Organisation { get; set; }
    }

    [BindProperty] public ReachForm Form { get; set; } = new();
    IReadOnlyList<Organisation> organisations = [];

    public IEnumerable<Choice> Organisations => organisations.Select(o => new Choice(o.Reference, o.Name));

    public IEnumerable<Choice> Reaches =>
    [
        // Whoever keeps it for themselves would lose what is another's.
        .. Collection.OwnerId == Me.PersonId ? [new Choice(nameof(CollectionReach.Private), "Moi seulement")] : Array.Empty<Choice>(),
        .. organisations.Count == 0 ? Array.Empty<Choice>() : [new(nameof(CollectionReach.Organisation), "L’équipe d’une structure", "Elle le lit avec son adresse, et peut le composer avec vous.")],
        .. Me.Has(CollectionAccess.Publishers) ? [new Choice(nameof(CollectionReach.Published), "Tout le monde", "Il paraît dans les dossiers publics, sous le nom de la structure.")] : Array.Empty<Choice>(),
    ];

    protected override async Task<IActionResult?> Ready()
    {
        if (!await AnswersFor()) return NotFound();
        organisations = await Db.OrganisationsOf(Me);
        return null;
    }

    public void OnGet() => (Form.Reach, Form.Organisation) = (Collection.Reach, organisations.FirstOrDefault(o => o.Id == Collection.OrganisationId)?.Reference ?? (organisations.Count == 1 ? organisations[0].Reference : null));

    public async Task<IActionResult> OnPost()
    {
        var chosen = organisations.FirstOrDefault(o => o.Reference == Form.Organisation);
        if (Form.Reach is CollectionReach.Private && Collection.OwnerId != Me.PersonId) throw new RuleBroken("DOS-MOI", "Seule la personne qui a fait ce dossier peut le garder pour elle. Partagez-le avec l’équipe.", "Reach");
        if (Form.Reach is CollectionReach.Private) Collection.Keep(Now);
        else if (chosen is null) throw new RuleBroken("DOS-STRUCTURE", "Choisissez la structure qui le partage.", organisations.Count == 0 ? "Reach" : "Organisation");
        else if (Form.Reach is CollectionReach.Organisation) Collection.Share(chosen.Id, Now);
        else if (await Db.Publishes(Me, chosen.Id)) Collection.Publish(chosen.Id, Now);
        else throw new RuleBroken("DOS-PUBLIER", "Seule une personne qui organise pour cette structure publie un dossier. Partagez-le avec l’équipe, elle pourra le faire.", "Reach");
        var done = await Save(Acts.CollectionShared, "C’est enregistré.");
        await cache.Forget();
        return done;
    }
}
