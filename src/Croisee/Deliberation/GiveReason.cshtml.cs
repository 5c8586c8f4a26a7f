using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>The vote is closed and no ballot says why: whoever leads the group writes its reason, and the answer is announced (EXP-R9).</summary>
[Audience(Audience.Member)]
public sealed class GiveReasonModel(AppDb db, TimeProvider clock, Visitor visitor) : DeliberationScreen(db, clock, visitor)
{
    public sealed class ReasonForm
    {
        [Required(ErrorMessage = "Écrivez le motif du groupe : il sera lu avec la décision."), StringLength(Deliberation.ReasonMax, ErrorMessage = "Ce motif est trop long : 2 000 caractères au plus.")]
        public string Reason { get; set; } = "";

        /// <summary>The words that were marked are meant.</summary>
        public bool Anyway { get; set; }
    }

    [BindProperty] public ReasonForm Form { get; set; } = new();
    public Outcome Outcome { get; private set; } = null!;
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];

    protected override bool ForConductors => true;

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        if (!Question.AwaitsReason) return To(Question.IsCounted ? "/resultat" : "");
        Outcome = Question.Count();
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!Form.Anyway && TracedWords.In(("Le motif du groupe", Form.Reason)) is { Count: > 0 } traces)
        {
            Traces = traces;
            return Page();
        }
        Question.GiveReason(Form.Reason);
        Db.Record(Now, Me.Actor, Acts.ReasonGiven, Question);
        Db.Announce(new DeliberationClosed(Question.Id, Question.Subject, Outcome.Result));
        await Db.SaveChangesAsync();
        Flash("Le motif est écrit. La décision est annoncée.");
        return To("/resultat");
    }
}
