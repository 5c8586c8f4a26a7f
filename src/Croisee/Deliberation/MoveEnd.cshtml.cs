using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>Whoever conducts gives an open vote another last day: a slip, a member who is away, everybody who has already voted. Those who sit read why.</summary>
[Audience(Audience.Member)]
public sealed class MoveEndModel(AppDb db, TimeProvider clock, Visitor visitor, TellPanel panel) : DeliberationScreen(db, clock, visitor)
{
    public sealed class EndForm
    {
        [Required(ErrorMessage = "Donnez le dernier jour du vote.")]
        public DateOnly? LastDay { get; set; }

        [Required(ErrorMessage = "Dites pourquoi : les membres le liront."), StringLength(Deliberation.ReasonMax, ErrorMessage = "Ce texte est trop long : 2 000 caractères au plus.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public EndForm Form { get; set; } = new();

    protected override bool ForConductors => true;

    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Question.Step == Step.Ballot && !(Now >= Question.BallotEndsAt) ? null : To());

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        // The same form sent twice.
        if (Question.LastDay == Form.LastDay && Question.EndReason == Form.Reason.Trim()) return To();
        var announced = Question.LastDay is null;
        Question.MoveEnd(Form.LastDay!.Value, Form.Reason, Now);
        Db.Record(Now, Me.Actor, Acts.EndMoved, Question);
        await panel.Run(Question, Group, $"Le dernier jour du vote {(announced ? "est annoncé" : "a changé")}, on vote {Question.LastDay!.Value.UntilInclusive()}\u00A0: {Question.Question}");
        await Db.SaveChangesAsync();
        Flash(announced ? "Le dernier jour du vote est annoncé. Les membres en sont prévenus." : "Le dernier jour du vote est changé. Les membres en sont prévenus.");
        return To();
    }
}
