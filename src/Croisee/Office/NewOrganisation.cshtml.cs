using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class NewOrganisationModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed class NewForm : OrganisationForm
    {
        [Required(ErrorMessage = "Choisissez un genre.")] public OrganisationKind? Kind { get; set; }
        [Required(ErrorMessage = "Choisissez la structure dont elle dépend.")] public string? Parent { get; set; }
    }

    [BindProperty] public NewForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Kinds => OrganisationKinds.Choices;
    public IReadOnlyList<Choice> Parents { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        Parents = [.. (await db.Administered(visitor)).Select(o => new Choice(o.Reference, o.Name))];
        return null;
    }

    public void OnGet() => Form.Parent ??= Parents.Count == 1 ? Parents[0].Value : null;

    public async Task<IActionResult> OnPost()
    {
        if (Form.Kind is not { } kind || kind is OrganisationKind.Instance || !Enum.IsDefined(kind)) throw new RuleBroken("ORG-KIND", "Choisissez un genre de la liste.", "Kind");
        var parent = await db.AdministeredOne(visitor, Form.Parent!) ?? throw new RuleBroken("ORG-PARENT", "Choisissez une structure de la liste.", "Parent");
        var organisation = new Organisation(Form.Name, kind, parent, Form.Finess);
        db.Organisations.Add(organisation);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.OrganisationCreated, organisation, organisation: organisation.Id);
        await db.SaveChangesAsync();
        Flash($"{organisation.Name} est ajoutée.");
        return Redirect("/bureau/structures/" + organisation.Reference);
    }
}
