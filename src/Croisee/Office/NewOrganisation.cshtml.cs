using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class NewOrganisationModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed class NewForm : OrganisationForm
    {
        [Required(ErrorMessage = "Choisissez un genre.")] public OrganisationKind? Kind { get; set; }
        [Required(ErrorMessage = "Choisissez la structure dont elle dépend.")] public string? Parent { get; set; }
        /// <summary>The structure's future id: sent twice, the form makes one.</summary>
        public Guid Once { get; set; } = Guid.CreateVersion7();
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
        if (await Made() is { } before) return before;
        if (Form.Kind is not { } kind || kind is OrganisationKind.Instance || !Enum.IsDefined(kind)) throw new RuleBroken("ORG-KIND", "Choisissez un genre de la liste.", "Kind");
        var parent = await db.AdministeredOne(visitor, Form.Parent!) ?? throw new RuleBroken("ORG-PARENT", "Choisissez une structure de la liste.", "Parent");
        var organisation = new Organisation(Form.Name, kind, parent, Form.Finess, Form.Once);
        db.Organisations.Add(organisation);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.OrganisationCreated, organisation, organisation: organisation.Id);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsTwin())
        {
            db.ChangeTracker.Clear();
            if (await Made() is { } same) return same;
            throw;
        }
        Flash($"{organisation.Name} est ajoutée.");
        return Redirect("/bureau/structures/" + organisation.Reference);
    }

    /// <summary>Where the first sending of this form led.</summary>
    async Task<IActionResult?> Made() =>
        await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == Form.Once) is { } made && visitor.Can(made.Path, Role.Administrator) ? Redirect("/bureau/structures/" + made.Reference) : null;
}
