using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class OpinionsModel(AppDb db, TimeProvider clock, Visitor visitor) : DeliberationScreen(db, clock, visitor)
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
        if (Mine is null) return NotFound();
        if (Question.Opinions.Any(o => o.SeatId == Mine.Id && o.Text == Form.Text.Trim())) return To("/avis");
        Question.Give(Mine.Id, Form.Text, Now);
        Db.Record(Now, Me.Actor, Acts.OpinionGiven, Question);
        // The same opinion posted twice at once: the second finds the first in its place, which is what was wanted.
        try { await Db.SaveChangesAsync(); }
        catch (DbUpdateException both) when (both.IsTwin())
        {
            var (question, seat) = (Question.Id, Mine.Id);
            Db.ChangeTracker.Clear();
            if (!await Db.Deliberations.AnyAsync(d => d.Id == question && d.Opinions.Any(o => o.SeatId == seat))) throw;
            return To("/avis");
        }
        Flash("Votre avis est donné. Merci.");
        return To("/avis");
    }
}
