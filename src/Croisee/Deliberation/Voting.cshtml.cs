using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class VotingModel(AppDb db, TimeProvider clock, Visitor visitor, CastBallot castBallot) : DeliberationScreen(db, clock, visitor)
{
    public sealed class BallotForm
    {
        [Required(ErrorMessage = "Choisissez oui, non ou abstention.")]
        public Vote? Vote { get; set; }

        [StringLength(Ballot.MotiveMax, ErrorMessage = "Ce motif est trop long : 2 000 caractères au plus.")]
        public string? Motive { get; set; }
    }

    public static readonly IReadOnlyList<Choice> Votes =
    [
        new(nameof(Vote.Yes), "Oui"), new(nameof(Vote.No), "Non"),
        new(nameof(Vote.Abstain), "Abstention", "Vous prenez part au vote sans pencher d’un côté."),
    ];

    [BindProperty] public BallotForm Form { get; set; } = new();

    public Ballot? Standing => Mine is null ? null : Question.StandingOf(Mine.Id);
    public string? Receipt => Mine is null ? null : Question.ReceiptOf(Mine.Id);

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        // A late ballot is refused in words, with what was written kept; a reader who comes for a closed vote finds its result.
        return Mine is null ? NotFound() : HttpMethods.IsGet(Request.Method) && (!Sits || Question.Step != Step.Ballot) ? To() : null;
    }

    public void OnGet() => (Form.Vote, Form.Motive) = (Standing?.Vote, Standing?.Motive);

    public async Task<IActionResult> OnPost()
    {
        var again = Standing is not null;
        Db.ChangeTracker.Clear();
        var receipt = await castBallot.Run(Question.Id, Mine!.Id, Me.Actor, Form.Vote!.Value, Form.Motive);
        Flash((again ? "Votre nouveau vote remplace le précédent." : "Votre vote est enregistré. Vous pouvez le changer jusqu’à la clôture.") + $" Votre reçu\u00A0: {receipt}.");
        return To();
    }
}
