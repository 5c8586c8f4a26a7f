using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

/// <summary>Words, and the page that shows them: who may make them leave depends on its reader.</summary>
public sealed record SaidShown(ISaid Words, DeliberationScreen Screen);

/// <summary>One's own words are taken back; somebody else's are hidden by whoever leads the group, with a reason. Who may do neither finds no page.</summary>
[Audience(Audience.Member)]
public sealed class TakeBackWordsModel(AppDb db, TimeProvider clock, Visitor visitor, EraseWords erase) : DeliberationScreen(db, clock, visitor)
{
    public sealed class HideForm
    {
        [StringLength(Deliberation.ReasonMax, ErrorMessage = "Cette raison est trop longue : 2 000 caractères au plus.")]
        public string? Reason { get; set; }
    }

    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public HideForm Form { get; set; } = new();
    public ISaid Said { get; private set; } = null!;
    public bool IsMine => Mine?.Id == Said.SeatId;
    public string Back => $"/deliberations/{Question.Reference}{(Question.Step == Step.Opinions ? "/avis" : "/echanges")}";

    /// <summary>Nobody hides what they may not read: opinions are blind while they are given.</summary>
    bool MayHide => Conducts && (Said is Opinion opinion ? Question.ReadableBy(Reader).Contains(opinion) : Question.MayFollow(Reader));

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        if (Question.Said(Id) is not { } said) return NotFound();
        Said = said;
        if (!IsMine && !MayHide) return NotFound();
        return said.IsGone ? Redirect(Back) : null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await erase.Run(Question, Group, Said, IsMine, Form.Reason, Me.Actor);
        Flash(IsMine ? "Vos mots sont repris." : "Ces mots sont cachés. La personne qui les a écrits est prévenue.");
        return Redirect(Back);
    }

    /// <summary>Somebody spoke at the same instant, or the same form was sent twice.</summary>
    public override async Task<IActionResult?> OnConflict()
    {
        Db.ChangeTracker.Clear();
        return await Prepare() ?? await base.OnConflict();
    }
}
