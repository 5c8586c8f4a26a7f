using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

[Audience(Audience.Member)]
public sealed class DiscussionModel(AppDb db, TimeProvider clock, Visitor visitor) : DeliberationScreen(db, clock, visitor)
{
    public sealed class RemarkForm
    {
        [Required(ErrorMessage = "Écrivez ce que vous voulez dire."), StringLength(Remark.TextMax, ErrorMessage = "Ce texte est trop long : 2 000 caractères au plus.")]
        public string Text { get; set; } = "";
    }

    [BindProperty] public RemarkForm Form { get; set; } = new();

    public bool MaySay => Sits && Question.Step == Step.Discussion;
    public IReadOnlyList<Opinion> Opinions => Question.ReadableBy(Reader);

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other) return other;
        return Question.Step == Step.Opinions || !Question.MayFollow(Reader) ? To() : null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        for (var tries = 1; ; tries++)
        {
            if (Mine is null) return NotFound();
            var before = Question.Remarks.Count;
            Question.Say(Mine.Id, Form.Text, Now);
            if (Question.Remarks.Count == before) return To("/echanges");
            Db.Record(Now, Me.Actor, Acts.RemarkSaid, Question);
            try { await Db.SaveChangesAsync(); break; }
            catch (DbUpdateException e) when (tries < CastBallot.TriesMax && e.IsRace())
            {
                // Another remark came at the same instant: this one is said after it, unless it was this very one.
                Db.ChangeTracker.Clear();
                if (await Prepare() is { } other) return other;
            }
        }
        Flash("C’est dit.");
        return To("/echanges");
    }
}
