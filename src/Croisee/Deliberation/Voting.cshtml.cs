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

        /// <summary>The words that were marked are meant.</summary>
        public bool Anyway { get; set; }
    }

    public static readonly IReadOnlyList<Choice> Votes =
    [
        new(nameof(Vote.Yes), "Oui"), new(nameof(Vote.No), "Non"),
        new(nameof(Vote.Abstain), "Abstention", "Vous prenez part au vote sans pencher d’un côté."),
    ];

    [BindProperty] public BallotForm Form { get; set; } = new();

    /// <summary>Words of the motive that may let somebody be recognised.</summary>
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];

    /// <summary>Who will read the motive, said before it is written: a decision that is read with its reason may become public with it.</summary>
    public string MotiveHint => Question.AsksReason
        ? "Il sera lu avec le résultat, sous le nom de votre collège et non le vôtre : par le groupe, par les auteurs, et par tout le monde si la fiche est publiée. N’écrivez pas de nom ni d’information de santé sur une personne."
        : "Il sera lu avec le résultat, sous le nom de votre collège et non le vôtre. N’écrivez pas de nom ni d’information de santé sur une personne.";

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
        // Warned once, while there is still time to vote; what comes too late is refused as before, and nothing is ever refused for its words.
        if (!Form.Anyway && Sits && Question.Step == Step.Ballot && !(Now >= Question.BallotEndsAt) && TracedWords.In(("Votre motif", Form.Motive)) is { Count: > 0 } traces)
        {
            Traces = traces;
            return Page();
        }
        var again = Standing is not null;
        Db.ChangeTracker.Clear();
        var receipt = await castBallot.Run(Question.Id, Mine!.Id, Me.Actor, Form.Vote!.Value, Form.Motive);
        Flash((again ? "Votre nouveau vote remplace le précédent." : "Votre vote est enregistré. Vous pouvez le changer jusqu’à la clôture.") + (receipt is null ? "" : $" Votre reçu\u00A0: {receipt}."));
        return To();
    }
}
