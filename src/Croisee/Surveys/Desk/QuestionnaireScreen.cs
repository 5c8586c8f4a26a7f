using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>A page of the office about one questionnaire. Another organisation's and none at all give the same answer (S01).</summary>
public abstract class QuestionnaireScreen(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    [FromRoute(Name = "reference")] public string Reference { get; set; } = "";
    /// <summary>The version that this form was filled in on.</summary>
    [FromForm(Name = "version")] public int Seen { get; set; }

    public Questionnaire Questionnaire { get; private set; } = null!;
    /// <summary>What is being written, read once for the page.</summary>
    public QuestionnaireContent Content { get; private set; } = null!;
    protected AppDb Db => db;
    protected Visitor Visitor => visitor;
    protected DateTime Now => clock.UtcNow();

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        var found = await Find();
        if (found is null || !visitor.Can(found.Organisation.Path, Role.Organiser, Role.Administrator)) return NotFound();
        (Questionnaire, Content) = (found, found.Content);
        if (HttpMethods.IsPost(Request.Method)) db.Entry(found).Property(q => q.Version).OriginalValue = Seen;
        else Seen = found.Version;
        return await Ready();
    }

    Task<Questionnaire?> Find() => db.Questionnaires.Include(q => q.Organisation).Include(q => q.Drafts).Include(q => q.Revisions).AsSplitQuery().SingleOrDefaultAsync(q => q.Reference == Reference);

    /// <summary>One more draft. A recording that no longer says its text comes off, a translation that no longer says what was read is a draft again, and the line says so.</summary>
    protected async Task<IActionResult> Written(QuestionnaireContent content, string done, string part = "")
    {
        (content, var silenced) = Recordings.Settle(Content, content);
        if (silenced.Count > 0) done += silenced.Count == 1 ? " ; un enregistrement retiré" : $" ; {silenced.Count} enregistrements retirés";
        var settled = Translations.Settle(Content, content);
        var fallen = settled.Languages.Where(l => l.State is TranslationState.Draft && content.Languages.Any(c => c.Tag == l.Tag && c.State is not TranslationState.Draft)).Select(l => l.French()).ToList();
        if (fallen.Count > 0) done += $" ; traduction à relire : {string.Join(", ", fallen)}";
        Questionnaire.Write(settled, done, Now);
        return await Saved(Acts.Written, done, part);
    }

    protected async Task<IActionResult> Saved(string act, string line, string part = "")
    {
        db.Record(Now, visitor.Actor, act, Questionnaire, null, Questionnaire.OrganisationId);
        await db.SaveChangesAsync();
        Flash(line);
        return Redirect(PathOf(part));
    }

    public string PathOf(string part = "") => $"/bureau/questionnaires/{Questionnaire.Reference}" + (part.Length == 0 || part[0] == '#' ? part : "/" + part);

    /// <summary>For a line that names what was done to it.</summary>
    protected static string Short(string text) => text.Length > 100 ? text[..100] + "…" : text;

    public override async Task<IActionResult?> OnConflict()
    {
        db.ChangeTracker.Clear();
        Questionnaire = (await Find())!;
        (Content, Seen) = (Questionnaire.Content, Questionnaire.Version);
        return await base.OnConflict();
    }
}
