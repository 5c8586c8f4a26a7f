using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>Another picture for one sentence of the easy-read summary, or none: people often have their own code (PIC-R2).</summary>
[Audience(Audience.Author)]
public sealed class ChoosePictureModel(AppDb db, AuthorCookie cookie, TimeProvider clock) : AuthorScreen(db, cookie, clock)
{
    const string Step = "essentiel";
    DepositStep step = null!;
    Essentials told = null!;

    [FromRoute(Name = "numero")] public int Number { get; set; }
    /// <summary>The sentence as it was when the page was opened.</summary>
    [FromForm(Name = "phrase")] public string? Seen { get; set; }
    [BindProperty] public string? Picture { get; set; }

    public string Sentence { get; private set; } = "";
    /// <summary>What would stand there if nobody had chosen.</summary>
    public string? Proposed { get; private set; }
    /// <summary>What people chose: a name, « none », or nothing.</summary>
    public string Chosen { get; private set; } = "";
    public static string PathOf(string reference) => $"{ReadabilityModel.PathOf(reference)}/image/";

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Steps);

    protected override Task<IActionResult?> Ready()
    {
        if (!Experience.IsOpenToAuthors) return Task.FromResult<IActionResult?>(Redirect($"/suivre/fiche/{Reference}"));
        step = Experience.Steps.Single(s => s.Code == Step);
        told = step.Read<Essentials>();
        var ideas = EasyPaper.Of("", told.EasySummary).Ideas.ToList();
        if (Number < 1 || Number > ideas.Count) return Task.FromResult<IActionResult?>(Redirect(ReadabilityModel.PathOf(Reference)));
        (Sentence, Proposed) = (ideas[Number - 1].Text, ideas[Number - 1].Pictures.FirstOrDefault());
        Chosen = ChosenPictures.Of(told.EasyPictures).TryGetValue(ChosenPictures.KeyOf(Sentence), out var own) ? own ?? ChosenPictures.None : "";
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Seen != Sentence) throw new RuleBroken("PIC-R2", "Le texte a changé depuis que vous avez ouvert cette page. Regardez la phrase, puis choisissez de nouveau.", nameof(Picture));
        if (!string.IsNullOrEmpty(Picture) && !ChosenPictures.IsKnown(Picture)) throw new RuleBroken("PIC-R2", "Choisissez une image dans la liste.", nameof(Picture));
        told.EasyPictures = ChosenPictures.With(told.EasyPictures, Sentence, Picture);
        step.Write(told, Me.Id, Now);
        Experience.Touch(Now);
        Record(Acts.StepSaved);
        await Db.SaveChangesAsync();
        Flash(Picture == ChosenPictures.None ? "Cette phrase n’a plus d’image." : "L’image est choisie.");
        return Redirect($"{ReadabilityModel.PathOf(Reference)}#phrase-{Number}");
    }
}
