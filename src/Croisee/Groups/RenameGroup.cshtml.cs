using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class RenameGroupModel(AppDb db, TimeProvider clock, Visitor visitor) : GroupScreen(db, clock, visitor)
{
    public sealed class NameForm
    {
        [Required(ErrorMessage = "Donnez un nom au groupe."), StringLength(Group.NameMax, ErrorMessage = "Ce nom est trop long : 160 caractères au plus.")]
        public string Name { get; set; } = "";
    }

    [BindProperty] public NameForm Form { get; set; } = new();
    protected override bool ForOrganisers => true;

    public void OnGet() => Form.Name = Group.Name;

    public async Task<IActionResult> OnPost()
    {
        Group.Entitle(Form.Name);
        Db.Record(Clock.UtcNow(), Me.Actor, Acts.Entitled, Group, null, Group.OrganisationId);
        await Db.SaveChangesAsync();
        Flash("Le nom est enregistré.");
        return ToSeats();
    }
}
