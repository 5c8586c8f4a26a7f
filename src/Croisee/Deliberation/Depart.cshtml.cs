using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>A seat whose person has left the group leaves the roll of a question that waits for it in vain; sides are then made equal again.</summary>
[Audience(Audience.Member)]
public sealed class DepartModel(AppDb db, TimeProvider clock, Visitor visitor) : DeliberationScreen(db, clock, visitor)
{
    public sealed class DepartForm
    {
        [Required(ErrorMessage = "Choisissez le membre parti.")]
        public Guid? Seat { get; set; }
    }

    [BindProperty] public DepartForm Form { get; set; } = new();

    public IEnumerable<Choice> Seats => Question.Panel.MayHaveLeft(Group, Today).Select(s => new Choice(s.SeatId.ToString(), s.Label));

    protected override bool ForConductors => true;

    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Seats.Any() ? null : To());

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Question.Panel.Depart(Form.Seat!.Value, Group, Me.PersonId!.Value, Today, Now);
        Db.Record(Now, Me.Actor, Acts.Departed, Question);
        await Db.SaveChangesAsync();
        Flash(Question.Panel.IsBalanced ? "Le départ est noté. Les deux côtés restent égaux." : "Le départ est noté. Rétablissez maintenant l’égalité entre les deux côtés.");
        return To(Question.Panel.IsBalanced ? "" : "/egalite");
    }
}
