using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class ExcuseParityModel(AppDb db, TimeProvider clock, Visitor visitor) : GroupScreen(db, clock, visitor)
{
    public sealed class ExcuseForm
    {
        [Required(ErrorMessage = "Dites pourquoi : tous les membres le liront."), StringLength(ParityOverride.ReasonMax, ErrorMessage = "Ce motif est trop long : 1 000 caractères au plus.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public ExcuseForm Form { get; set; } = new();

    protected override bool ForOrganisers => true;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Group.Excuse(Form.Reason, Me.PersonId!.Value, Today, Clock.UtcNow());
        Db.Record(Clock.UtcNow(), Me.Actor, Acts.ParityExcused, Group, Form.Reason);
        await Db.SaveChangesAsync();
        Flash("La dérogation est enregistrée. Les membres lisent votre motif.");
        return ToSeats();
    }
}
