using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Groups;

[Audience(Audience.Member)]
public sealed class MyNameModel(AppDb db, TimeProvider clock, Visitor visitor) : GroupScreen(db, clock, visitor)
{
    public sealed class NameForm
    {
        [Required(ErrorMessage = "Dites comment vous souhaitez être nommé.")]
        [StringLength(Seat.LabelMax, ErrorMessage = "Ce nom est trop long : 60 caractères au plus.")]
        public string Label { get; set; } = "";
    }

    [BindProperty] public NameForm Form { get; set; } = new();

    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Mine is null ? NotFound() : null);

    public void OnGet() => Form.Label = Mine!.Label;

    public async Task<IActionResult> OnPost()
    {
        Group.Rename(Mine!, Form.Label);
        Db.Record(Clock.UtcNow(), Me.Actor, Acts.Renamed, Group);
        await Db.SaveChangesAsync();
        Flash("Votre nom est changé.");
        return Redirect($"/groupes/{Group.Reference}");
    }
}
