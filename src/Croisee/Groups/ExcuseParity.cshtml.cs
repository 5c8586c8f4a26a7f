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

        /// <summary>The override's future id: sent twice, the form makes one.</summary>
        public Guid Once { get; set; } = Guid.CreateVersion7();
    }

    [BindProperty] public ExcuseForm Form { get; set; } = new();

    protected override bool ForOrganisers => true;

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (IsMade) return ToSeats();
        Group.Excuse(Form.Reason, Me.PersonId!.Value, Today, Clock.UtcNow(), Form.Once);
        Db.Record(Clock.UtcNow(), Me.Actor, Acts.ParityExcused, Group, Form.Reason);
        await Db.SaveChangesAsync();
        Flash("La dérogation est enregistrée. Les membres lisent votre motif.");
        return ToSeats();
    }

    bool IsMade => Group.Overrides.Any(o => o.Id == Form.Once);

    /// <summary>The same form at the same instant: both arrive where the first led.</summary>
    public override async Task<IActionResult?> OnConflict() => await Reloaded() ?? (IsMade ? ToSeats() : await base.OnConflict());
}
