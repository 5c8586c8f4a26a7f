using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>The words of the group's reasons and of the opinions that did not prevail, corrected with a reason by whoever leads; also once the group has finished, since the page stays.</summary>
[Audience(Audience.Member)]
public sealed class CorrectMotivesModel(AppDb db, TimeProvider clock, Visitor visitor, CorrectMotives correct) : ReviewedScreen(db, clock, visitor)
{
    public sealed class OpinionForm
    {
        [StringLength(Selection.WordsMax, ErrorMessage = "Ce texte est trop long.")] public string? Text { get; set; }
    }

    public sealed class MotivesForm
    {
        [StringLength(Selection.WordsMax, ErrorMessage = "Ce texte est trop long.")] public string? Motives { get; set; }
        public List<OpinionForm> Minority { get; set; } = [];
        [Required(ErrorMessage = "Dites pourquoi, en quelques mots."), StringLength(JournalEntry.ReasonMax, ErrorMessage = "Cette raison est trop longue.")] public string? Reason { get; set; }
        /// <summary>The words that were marked are meant.</summary>
        public bool Anyway { get; set; }
    }

    protected override bool ForSteering => true;
    protected override bool WhenArchived => true;
    [BindProperty] public MotivesForm Form { get; set; } = new();
    public Selection Choice { get; private set; } = null!;
    public IReadOnlyList<TracedWords> Traces { get; private set; } = [];

    protected override async Task<IActionResult?> Loaded()
    {
        if (await Db.Selections.Where(s => s.ExperienceId == Experience.Id).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync() is not { } choice) return Redirect(Path("experiences/" + Experience.Reference));
        Choice = choice;
        return null;
    }

    public void OnGet()
    {
        Form = new() { Motives = Choice.Motives, Minority = [.. Choice.MinorityOpinions.Select(o => new OpinionForm { Text = o })] };
        Traces = Found();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!Form.Anyway && Found() is { Count: > 0 } traces)
        {
            Traces = traces;
            return Page();
        }
        Flash(await correct.Run(Experience, Group, Choice, Form, Me.Actor) ? "Les mots sont corrigés, aussi sur la page publiée." : "Aucun mot n’a changé.");
        return Redirect(Path("experiences/" + Experience.Reference));
    }

    IReadOnlyList<TracedWords> Found() => TracedWords.In(Form.Minority.Select(m => ("Avis minoritaire", m.Text)).Prepend(("Les motifs du groupe", Form.Motives)));
}
