using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Croisee.Surveys.Instruments;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>A questionnaire begins from a ready one, from a file, or from nothing. What a file of another tool loses is shown before anything is kept.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class NewQuestionnaireModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public const string Empty = "vide", FromFile = "fichier";

    public sealed class NewForm
    {
        [Required(ErrorMessage = "Choisissez la structure à qui il est.")] public string? Organisation { get; set; }
        [Required(ErrorMessage = "Choisissez par quoi commencer.")] public string? From { get; set; }
        [StringLength(Questionnaire.TitleMax, ErrorMessage = "Ce titre est trop long.")] public string? Title { get; set; }
        public IFormFile? File { get; set; }
        /// <summary>What was read of a file, in our own form, once its losses were shown: nothing is stored between the two steps.</summary>
        public string? Read { get; set; }
        /// <summary>The questionnaire's future id: sent twice, the form makes one.</summary>
        public Guid Once { get; set; } = Guid.CreateVersion7();
    }

    [BindProperty] public NewForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];
    /// <summary>A file that was read with losses, to be looked at before it is kept.</summary>
    public ReadQuestionnaire? Reading { get; private set; }

    public static IEnumerable<Choice> Starts =>
        ReadyInstruments.All.Select(i => new Choice(i.Name, i.Content.Title.Text, $"{i.Content.Fields.Count()} questions, environ {ContentReview.Minutes(i.Content)} minutes, version courante et facile."))
            .Append(new Choice(FromFile, "Un fichier de questionnaire", "LimeSurvey (.lss), XLSForm (.xlsx), FHIR ou Croisée (.json)."))
            .Append(new Choice(Empty, "Une page blanche", "Donnez-lui un titre plus bas."));

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        Organisations = [.. (await Mine().OrderBy(o => o.Name).Select(o => new { o.Reference, o.Name }).ToListAsync()).Select(o => new Choice(o.Reference, o.Name))];
        return null;
    }

    IQueryable<Organisation> Mine()
    {
        var paths = visitor.Scope(Role.Organiser, Role.Administrator);
        return db.Organisations.Where(o => paths.Any(p => o.Path.StartsWith(p)));
    }

    public void OnGet() => Form.Organisation = Organisations is [var only] ? only.Value : null;

    public async Task<IActionResult> OnPost()
    {
        if (await Made() is { } before) return before;
        var organisation = await Mine().SingleOrDefaultAsync(o => o.Reference == Form.Organisation) ?? throw new RuleBroken("QST-ORG", "Choisissez une structure de la liste.", "Organisation");
        if (await Content() is not var (content, done)) return Page();
        if (!string.IsNullOrWhiteSpace(Form.Title)) content = content with { Title = content.Title with { Text = Form.Title.Trim() } };
        var questionnaire = new Questionnaire(organisation, content, done, clock.UtcNow(), Form.Once);
        db.Questionnaires.Add(questionnaire);
        db.Record(clock.UtcNow(), visitor.Actor, Acts.Begun, questionnaire, null, organisation.Id);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsTwin())
        {
            db.ChangeTracker.Clear();
            if (await Made() is { } same) return same;
            throw;
        }
        Flash("Le questionnaire est prêt à relire. Rien n’est publié.");
        return Redirect($"/bureau/questionnaires/{questionnaire.Reference}");
    }

    /// <summary>Null: the page says more before anything is kept.</summary>
    async Task<(QuestionnaireContent, string)?> Content()
    {
        if (Form.From == Empty)
        {
            if (string.IsNullOrWhiteSpace(Form.Title)) throw new RuleBroken("QST-TITLE", "Donnez un titre au questionnaire.", "Title");
            return (new QuestionnaireContent(new Wording(Form.Title.Trim())).AddSection(null), "Page blanche");
        }
        if (ReadyInstruments.Find(Form.From) is { } ready) return (ready, $"Repris de « {ready.Title.Text} »");
        if (Form.From != FromFile) throw new RuleBroken("QST-FROM", "Choisissez par quoi commencer.", "From");
        var read = await SoundsOfFile.Check(db, QuestionnaireFiles.Read(await Sent()), HttpContext.RequestAborted);
        if (read.Content is null)
        {
            foreach (var line in read.Lines.Where(l => l.Fate is Fate.Refused).Take(20)) ModelState.AddModelError("Form.File", read.Format is QuestionnaireFormat.Croisee && line.Where == "fichier" ? line.Sentence : $"{line.Where} : {line.Sentence}");
            return null;
        }
        if (read.Whole) return (read.Content, Form.Read is null ? "Lu d’un fichier" : "Lu d’un fichier, après lecture de ce qui change");
        Reading = read;
        return null;
    }

    /// <summary>The file, or what was read of one and shown. The second is read as strictly as the first: anybody could have written it.</summary>
    async Task<byte[]> Sent()
    {
        if (!string.IsNullOrWhiteSpace(Form.Read)) return System.Text.Encoding.UTF8.GetBytes(Form.Read);
        if (Form.File is not { Length: > 0 and <= QuestionnaireFiles.LongestFile } file) throw new RuleBroken("QST-FILE", "Choisissez un fichier de questionnaire, de quatre mégaoctets au plus.", "File");
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        return bytes.ToArray();
    }

    async Task<RedirectResult?> Made() =>
        await db.Questionnaires.Where(q => q.Id == Form.Once).Select(q => q.Reference).SingleOrDefaultAsync() is { } reference ? Redirect($"/bureau/questionnaires/{reference}") : null;
}
