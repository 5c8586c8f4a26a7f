using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>A question that leads nowhere is ended, with a reason that all members read, by whoever conducts and has just proved who acts (S31).</summary>
[Audience(Audience.Member)]
public sealed class DropModel(AppDb db, TimeProvider clock, Visitor visitor, TellPanel panel) : DeliberationScreen(db, clock, visitor)
{
    public sealed class DropForm
    {
        [Required(ErrorMessage = "Dites pourquoi la question s’arrête : les membres le liront."), StringLength(Deliberation.ReasonMax, ErrorMessage = "Ce texte est trop long : 2 000 caractères au plus.")]
        public string Reason { get; set; } = "";
    }

    [BindProperty] public DropForm Form { get; set; } = new();

    protected override bool ForConductors => true;

    public override async Task<IActionResult?> Prepare() => await base.Prepare() ?? (Question.Step == Step.Closed ? To() : Me.AskProof(Now, Request));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        Question.Drop(Form.Reason, Now);
        Db.Record(Now, Me.Actor, Acts.Dropped, Question);
        await panel.Run(Question, Group, $"Une question est close sans suite\u00A0: {Question.Question}");
        await Db.SaveChangesAsync();
        Flash("La question est close sans suite. Les membres en sont prévenus.");
        return To();
    }
}
