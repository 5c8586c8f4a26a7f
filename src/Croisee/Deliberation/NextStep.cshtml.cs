using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>From one step to the next. Who opens or closes a vote has just proved who acts (S31); opening the exchanges can be said again.</summary>
[Audience(Audience.Member)]
public sealed class NextStepModel(AppDb db, TimeProvider clock, Visitor visitor, MoveOn moveOn) : DeliberationScreen(db, clock, visitor)
{
    public sealed class StepForm
    {
        /// <summary>The step the page was read in: a second click on an old page moves nothing.</summary>
        public Step From { get; set; }

        public DateOnly? LastDay { get; set; }
    }

    [BindProperty] public StepForm Form { get; set; } = new();

    public Step Next => Question.Step + 1;
    public IReadOnlyList<string> Waiting => [.. Question.Awaited(Now).Select(s => s.Label)];
    /// <summary>Awaited in vain.</summary>
    public IReadOnlyList<string> HaveLeft => [.. Question.Panel.MayHaveLeft(Group, Today).Select(s => s.Label)];

    protected override bool ForConductors => true;

    public override async Task<IActionResult?> Prepare() =>
        await base.Prepare() ?? (Question.Step == Step.Closed ? To("/resultat") : Next is Step.Ballot or Step.Closed ? Me.AskProof(Now, Request) : null);

    public void OnGet() => Form.From = Question.Step;

    public async Task<IActionResult> OnPost()
    {
        if (Form.From != Question.Step) return To();
        await moveOn.Run(Question, Group, Form.LastDay, Me.Actor);
        await Db.SaveChangesAsync();
        Flash(Question.Step switch
        {
            Step.Discussion => "Les échanges sont ouverts. Les membres en sont prévenus.",
            Step.Ballot => "Le vote est ouvert. Les membres en sont prévenus.",
            _ when Question.AwaitsReason => "Le vote est clos. Personne n’a écrit de motif pour ce résultat : écrivez celui du groupe.",
            _ => "Le vote est clos. Le résultat est lisible par tous les membres.",
        });
        return To(Question.AwaitsReason ? "/motif" : Question.Step == Step.Closed ? "/resultat" : "");
    }
}
