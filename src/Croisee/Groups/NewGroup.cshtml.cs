using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class NewGroupModel(AppDb db, TimeProvider clock, Visitor visitor) : Screen
{
    public sealed class GroupForm
    {
        [Required(ErrorMessage = "Donnez un nom au groupe."), StringLength(Group.NameMax, ErrorMessage = "Ce nom est trop long : 160 caractères au plus.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Choisissez le genre de groupe.")]
        public GroupKind? Kind { get; set; }

        [Required(ErrorMessage = "Choisissez la structure qui porte le groupe.")]
        public string Organisation { get; set; } = "";

        /// <summary>The group's future id: sent twice, the form makes one group.</summary>
        public Guid Once { get; set; } = Guid.CreateVersion7();
    }

    [BindProperty] public GroupForm Form { get; set; } = new();
    IReadOnlyList<Organisation> organisations = [];

    public IEnumerable<Choice> Kinds => Enum.GetValues<GroupKind>().Select(k => new Choice(k.ToString(), Capital(GroupRule.Of(k).Name),
        GroupRule.Of(k).AsksParity ? "Autant de personnes concernées que de professionnels : sans parité, il ne décide pas." : null));

    public IEnumerable<Choice> Organisations => organisations.Select(o => new Choice(o.Reference, o.Name));

    public override async Task<IActionResult?> Prepare()
    {
        organisations = await db.OrganisationsOf(visitor);
        return null;
    }

    /// <summary>The structure that must carry the group, when another page knows it.</summary>
    [FromQuery(Name = "structure")] public string? Structure { get; set; }

    public void OnGet() => Form.Organisation = organisations.FirstOrDefault(o => o.Reference == Structure)?.Reference ?? (organisations.Count == 1 ? organisations[0].Reference : "");

    public async Task<IActionResult> OnPost()
    {
        if (await Made() is { } before) return before;
        // The list of the form is the list of what one may choose: a forged structure is a missing one.
        if (organisations.FirstOrDefault(o => o.Reference == Form.Organisation) is not { } organisation)
        {
            ModelState.AddModelError("Form.Organisation", "Choisissez la structure qui porte le groupe.");
            return Page();
        }
        var now = clock.UtcNow();
        var group = new Group(Form.Name, organisation.Id, Form.Kind!.Value, now, Form.Once);
        db.Groups.Add(group);
        db.Record(now, visitor.Actor, Acts.Created, group, organisation: organisation.Id);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsTwin())
        {
            db.ChangeTracker.Clear();
            if (await Made() is { } same) return same;
            throw;
        }
        Flash("Le groupe est créé. Ouvrez maintenant ses sièges.");
        return Redirect($"/bureau/groupes/{group.Reference}/sieges");
    }

    /// <summary>Where the first sending of this form led.</summary>
    async Task<IActionResult?> Made()
    {
        var mine = organisations.Select(o => o.Id).ToList();
        return await db.Groups.Where(g => g.Id == Form.Once && mine.Contains(g.OrganisationId)).Select(g => g.Reference).SingleOrDefaultAsync() is { } reference ? Redirect($"/bureau/groupes/{reference}/sieges") : null;
    }

    static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
