using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>One piece of writing, read by somebody who moderates its sheet: shown to all, or refused with a reason. What is shown can be taken back.</summary>
public abstract class JudgeScreen<TWords>(AppDb db, Visitor visitor, LibraryCache cache, TimeProvider clock) : Screen, IJudgeScreen where TWords : Moderated
{
    [FromRoute(Name = "id")] public Guid Id { get; set; }
    [BindProperty] public JudgeForm Form { get; set; } = new();
    public TWords Words { get; private set; } = null!;
    public Sheet Sheet { get; private set; } = null!;
    public ModerationState State => Words.State;
    public string? Refusal => Words.Refusal;
    protected AppDb Db => db;
    protected DateTime Now => clock.UtcNow();

    /// <summary>Whether it was shown once, and somebody asks to read it again.</summary>
    public virtual bool IsAskedAgain => false;

    /// <summary>The answer, in a word of the journal.</summary>
    protected virtual string Judge(bool shown)
    {
        if (shown) Words.Accept(Now); else Words.Refuse(Form.Reason, Now);
        return shown ? Acts.WordsShown : Acts.WordsRefused;
    }

    /// <summary>What must be true before the answer is taken.</summary>
    protected virtual Task Before(bool shown) => Task.CompletedTask;

    /// <summary>What else is saved with the answer: a letter to somebody who waits.</summary>
    protected virtual Task Answered(bool shown) => Task.CompletedTask;

    protected virtual Task Save(bool shown) => db.SaveChangesAsync();

    public override async Task<IActionResult?> Prepare()
    {
        if (await db.Set<TWords>().SingleOrDefaultAsync(w => w.Id == Id) is not { } words) return NotFound();
        var (sheet, organisations) = (await db.Sheets.AsNoTracking().SingleAsync(s => s.Id == words.SheetId), db.Organisations);
        if (!visitor.Can(await organisations.Where(o => o.Id == sheet.OrganisationId).Select(o => o.Path).SingleAsync(), Role.Moderator)) return NotFound();
        (Words, Sheet) = (words, sheet);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var shown = Form.Verdict is JudgeForm.Show;
        if (shown && !Sheet.IsShown) throw new RuleBroken("NOU-R3", "Cette fiche n’est plus publiée : rien ne s’y ajoute. Vous pouvez refuser, ce qui efface ces mots.", "Verdict");
        await Before(shown);
        var (again, act) = (IsAskedAgain, Judge(shown));
        db.Record(Now, visitor.Actor, act, Words, shown && !again ? null : Form.Reason, Sheet.OrganisationId);
        await Answered(shown);
        await Save(shown);
        await cache.Forget();
        Flash(shown && again ? "Le message reste sur la fiche. La raison est gardée." : shown ? "C’est publié sur la fiche." : "Ce n’est pas publié. La raison est gardée.");
        return Redirect(TellModerators.Queue);
    }
}

public sealed class JudgeForm
{
    public const string Show = "publier", Refuse = "refuser";

    [Required(ErrorMessage = "Choisissez une réponse."), RegularExpression("publier|refuser", ErrorMessage = "Choisissez une réponse.")] public string? Verdict { get; set; }
    [StringLength(Moderated.RefusalMax, ErrorMessage = Experiences.Answers.Limits.TooLong)] public string? Reason { get; set; }
}

/// <summary>What the end of each such page shows.</summary>
public interface IJudgeScreen
{
    Sheet Sheet { get; }
    JudgeForm Form { get; }
    ModerationState State { get; }
    string? Refusal { get; }
    bool IsAskedAgain { get; }

    IReadOnlyList<Choice> Verdicts => IsAskedAgain ? [new(JudgeForm.Show, "Garder sur la fiche"), new(JudgeForm.Refuse, "Retirer de la fiche")] : State is ModerationState.Shown ? [new(JudgeForm.Refuse, "Retirer de la fiche")] : [new(JudgeForm.Show, "Publier sur la fiche"), new(JudgeForm.Refuse, "Ne pas publier")];
}
