using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Answering;
using Croisee.Surveys.OnPaper;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Exchange;

/// <summary>Answers that another tool collected for this place, as FHIR R4. All of a file or nothing; who took it in and how many is in the journal (S43).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class TakeInModel(AppDb db, Visitor visitor, PutSurveys put, TakeAnswers take, Labels labels, TimeProvider clock) : PaperScreen(db, visitor, put, clock)
{
    public const string Anyway = "oui";
    /// <summary>Whoever answered held the pen in several ways, or nobody knows: then none is written.</summary>
    public const string AnyMode = "inconnu";
    public const string NoFile = "Choisissez un fichier de réponses, de quatre mégaoctets au plus.";

    public sealed class FileForm
    {
        [Required(ErrorMessage = "Dites par où ces réponses sont venues.")] public string? Channel { get; set; }
        /// <summary>V-MODE-REPONSE of the whole file, or <see cref="AnyMode"/>: another tool has no word for it.</summary>
        [Required(ErrorMessage = "Dites qui tenait le stylo, ou que vous ne savez pas.")] public string? Mode { get; set; }
        [Required(ErrorMessage = NoFile)] public IFormFile? File { get; set; }
        /// <summary>« oui »: what does not answer this questionnaire is left out.</summary>
        public List<string> Leave { get; set; } = [];
    }

    [BindProperty] public FileForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Channels => [.. Vocabularies.Get("V-CANAL").Terms.Select(t => new Choice(t.Code, labels.Of(t.Code)))];
    /// <summary>The same as for papers: in a person's place only where this survey has words for it, a professional only where it was allowed.</summary>
    public IReadOnlyList<Choice> Modes => [.. SurveyPaper.Ways(Survey, Content).Select(w => new Choice(w.Code, labels.Of(w.Code))), new(AnyMode, "Plusieurs, ou je ne sais pas")];
    public bool IsOpen => Survey.TakesPapersAt(Now) && !Survey.IsSigned;

    public void OnGet() { }

    public async Task<IActionResult?> OnPost()
    {
        if (!IsOpen) throw new RuleBroken("SUR-TAKEIN", Survey.IsSigned ? "Dans cette enquête, chacun signe lui-même : elle ne reprend pas de fichier." : "Cette enquête ne reçoit plus de réponses.");
        if (!string.IsNullOrEmpty(Form.Channel) && Channels.All(c => c.Value != Form.Channel)) ModelState.AddModelError("Form.Channel", "Choisissez une réponse de la liste.");
        if (!string.IsNullOrEmpty(Form.Mode) && Modes.All(m => m.Value != Form.Mode)) ModelState.AddModelError("Form.Mode", "Choisissez une réponse de la liste.");
        if (await Bytes(Form.File, HttpContext.RequestAborted) is not { } bytes) { ModelState.AddModelError("Form.File", NoFile); return null; }
        if (!ModelState.IsValid) return null;
        var sheets = FhirSheets.Read(bytes, Content, Survey.Id);
        if (sheets.Count == 0) throw new RuleBroken("SUR-TAKEIN", $"Ce fichier ne contient aucune feuille de réponses, ou plus de {FhirSheets.SheetsMax}.", "File");
        Say(sheets);
        if (!ModelState.IsValid) return null;
        var all = sheets.Count;
        sheets = [.. sheets.Where(s => !s.Read.IsVoid)];
        var left = all - sheets.Count;
        if (sheets.Count == 0) throw new RuleBroken("SUR-TAKEIN", "Aucune feuille de ce fichier n’est à reprendre : toutes sont marquées comme des erreurs, ou pas finies.", "File");
        // A response without an answer is no sheet, here as at every other door.
        sheets = [.. sheets.Where(s => !s.Read.Given!.IsBlank)];
        var blank = all - left - sheets.Count;
        if (sheets.Count == 0) throw new RuleBroken("SUR-TAKEIN", "Aucune feuille de ce fichier ne porte de réponse : il n’y a rien à reprendre.", "File");
        var survey = new PutSurvey(Survey, Place, Survey.Organisation.Name, Content);
        // Added here and saved once, with the line of the journal: whatever happens, all of it is there or nothing. Who goes away meanwhile stops nothing.
        var there = await FiledAnswers.There(Db, Survey, sheets.SelectMany(s => new[] { s.Key, s.Former }), HttpContext.RequestAborted);
        var added = sheets.Where(s => !there.ContainsKey(TakeAnswers.IdOf(s.Key)) && !there.ContainsKey(TakeAnswers.IdOf(s.Former))).ToList();
        if (added.Count == 0)
        {
            Flash($"Rien n’est ajouté : ce fichier était déjà repris ({FiledAnswers.Told(Survey, there)}). Si c’est le mauvais lieu, retirez-le d’abord.");
            return Redirect(PathOf("reprendre/" + Place.Code));
        }
        foreach (var sheet in added) take.Add(survey, sheet.Key, sheet.Read.Given!, new HowAnswered(Form.Channel!, Form.Mode == AnyMode ? null : Form.Mode));
        var line = added.Count == 1 ? "Une réponse est reprise : elle paraîtra avec les prochains résultats." : $"{added.Count} réponses sont reprises : elles paraîtront avec les prochains résultats.";
        if (left > 0) line += left == 1 ? " Une feuille, par erreur ou pas finie, est laissée de côté." : $" {left} feuilles, par erreur ou pas finies, sont laissées de côté.";
        if (blank > 0) line += blank == 1 ? " Une feuille sans réponse est laissée de côté." : $" {blank} feuilles sans réponse sont laissées de côté.";
        return await Saved(Acts.TakenIn, there.Count == 0 ? line : $"{line} D’autres étaient déjà là : {FiledAnswers.Told(Survey, there)}.", $"{Place.Name}, {added.Count}, {labels.Of(Form.Channel!)}, {Modes.Single(m => m.Value == Form.Mode).Label}");
    }

    /// <summary>Null when there is none, or too much of it.</summary>
    internal static async Task<byte[]?> Bytes(IFormFile? file, CancellationToken cancel)
    {
        if (file is not { Length: > 0 and <= FhirReader.LongestFile }) return null;
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    /// <summary>As the lines of a reading name them: persons are never read, and all say so; what is not asked is said in the words of this page.</summary>
    static readonly string Named = Conformance.Of(QuestionnaireFormat.Fhir, "identity").Construct, Unknown = Conformance.Of(QuestionnaireFormat.Fhir, "answer.unknown").Construct;

    /// <summary>Each fault where it stands. Persons and hours that a file names are never read: that is no fault, and the page says so; nor is a sheet that says itself that it does not count: it is left aside, and told.</summary>
    void Say(IReadOnlyList<FiledSheet> sheets)
    {
        const int Most = 20;
        var unread = sheets.Where(s => s.Read is { Given: null, IsVoid: false }).Select(s => $"Réponse {s.Number} : {s.Read.Lines[^1].Sentence}").ToList();
        foreach (var line in unread.Take(Most)) ModelState.AddModelError("Form.File", line);
        if (unread.Count > 0 || Form.Leave.Contains(Anyway)) return;
        var left = sheets.Where(s => !s.Read.IsVoid).SelectMany(s => s.Read.Lines.Where(l => l.Fate is Fate.Refused && l.Construct != Named).Select(l => $"Réponse {s.Number}, {l.Where} : {(l.Construct == Unknown ? "ce n’est pas demandé, ou pas offert, dans ce questionnaire." : l.Sentence)}")).ToList();
        foreach (var line in left.Take(Most)) ModelState.AddModelError("Form.File", line);
        if (left.Count > 0) ModelState.AddModelError("Form.Leave", "Rien n’est repris. Corrigez le fichier, ou cochez cette case et choisissez-le de nouveau.");
    }
}
