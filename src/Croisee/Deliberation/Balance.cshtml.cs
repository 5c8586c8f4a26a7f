using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class BalanceModel(AppDb db, TimeProvider clock, Visitor visitor, IEnumerable<ISubjectCard> cards, TellPanel panel) : DeliberationScreen(db, clock, visitor)
{
    const string Lot = "tirage";

    public sealed class BalanceForm
    {
        [Required(ErrorMessage = "Choisissez comment rétablir l’égalité.")]
        public string Way { get; set; } = "";
    }

    [BindProperty] public BalanceForm Form { get; set; } = new();
    public Recusal Recusal { get; private set; } = null!;
    IReadOnlySet<Guid> away = new HashSet<Guid>();

    protected override bool ForConductors => true;

    /// <summary>Substitutes first; the lot; then, as long as nobody has voted, a seat of the other side that agrees.</summary>
    public IEnumerable<Choice> Ways
    {
        get
        {
            foreach (var seat in Question.Panel.MayReplace(Recusal, Group, Today).Where(s => !away.Contains(s.Id))) yield return new($"remplace:{seat.Id}", $"{seat.Label} prend la place", "Même collège, avec sa propre voix.");
            yield return new(Lot, "Tirer au sort un siège de l’autre côté", "Le tirage est fixé d’avance : le refaire donne le même siège.");
            if (Question.Ballots.Count > 0) yield break;
            foreach (var seat in Question.Panel.MayWithdraw) yield return new($"retire:{seat.SeatId}", $"{seat.Label} se retire aussi", "D’un commun accord.");
        }
    }

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        if (Question.Step == Step.Closed || Question.Panel.Unrestored is not { } recusal) return To();
        (Recusal, away) = (recusal, await cards.KeptAway(Question, Group));
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var way = Form.Way.Split(':');
        if (way is [Lot]) Question.Panel.DrawAside(Recusal, Now);
        else if (way is ["remplace", var substitute] && Guid.TryParse(substitute, out var comes) && !away.Contains(comes)) Question.Panel.Substitute(Recusal, Group, comes, Today, Now);
        else if (way is ["retire", var withdrawn] && Guid.TryParse(withdrawn, out var leaves)) Question.Panel.SetAside(Recusal, leaves, Now);
        else
        {
            ModelState.AddModelError("Form.Way", "Choisissez une des possibilités de la liste.");
            return Page();
        }
        Db.Record(Now, Me.Actor, Acts.Restored, Question);
        await panel.OneSeat(Question, Group, Recusal.RestoredBySeatId!.Value, Recusal.Restoring is Restoring.Substitute
            ? $"Vous prenez la place d’un membre sur une question\u00A0: {Question.Question}"
            : $"Vous êtes en retrait d’une question, pour que les deux côtés pèsent pareil\u00A0: {Question.Question}");
        await Db.SaveChangesAsync();
        Flash("L’égalité est rétablie.");
        return To();
    }
}
