using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class OpinionsModel(AppDb db, TimeProvider clock, Visitor visitor, Groups.TellLeads leads) : DeliberationScreen(db, clock, visitor)
{
    public sealed class OpinionForm
    {
        [Required(ErrorMessage = "Écrivez votre avis."), StringLength(Opinion.TextMax, ErrorMessage = "Cet avis est trop long : 4 000 caractères au plus.")]
        public string Text { get; set; } = "";
    }

    [BindProperty] public OpinionForm Form { get; set; } = new();

    public bool MayGive => Mine is not null && Question.From(Mine.Id, Now) == Expectation.Opinion;
    public IReadOnlyList<Opinion> Readable => Question.ReadableBy(Reader);

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        for (var tries = 1; ; tries++)
        {
            if (Mine is null) return NotFound();
            if (Question.Opinions.Any(o => o.SeatId == Mine.Id && o.Text == Form.Text.Trim())) return To("/avis");
            Question.Give(Mine.Id, Form.Text, Now);
            Db.Record(Now, Me.Actor, Acts.OpinionGiven, Question);
            if (!Question.Awaited(Now).Any()) await leads.Run(Group, $"Tous les avis sont donnés\u00A0: {Question.Question}", $"/deliberations/{Question.Reference}/etape", aside: Aside);
            try { await Db.SaveChangesAsync(); break; }
            catch (DbUpdateException e) when (tries < CastBallot.TriesMax && e.IsRace())
            {
                // Another opinion came at the same instant: this one is given after it, unless it was this very one. So that one of the last two finds them all.
                Db.ChangeTracker.Clear();
                if (await Prepare() is { } other) return other;
            }
        }
        Flash("Votre avis est donné. Merci.");
        return To("/avis");
    }
}
