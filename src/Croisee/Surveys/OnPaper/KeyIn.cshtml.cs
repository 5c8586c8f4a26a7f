using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.OnPaper;

/// <summary>Papers keyed in fast: one line a question, numbers and Tab only. In double entry the second person sees where the two differ, and the paper decides.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class KeyInModel(AppDb db, Visitor visitor, PutSurveys put, TakeAnswers take, TimeProvider clock, Framework.Labels labels) : PaperScreen(db, visitor, put, clock)
{
    public sealed class KeyForm
    {
        [Required(ErrorMessage = "Écrivez le numéro de la feuille.")] public int? Number { get; set; }
        /// <summary>The number that this page gave to a new paper.</summary>
        public int? Proposed { get; set; }
        public Guid Once { get; set; } = new(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        /// <summary>V-MODE-REPONSE.</summary>
        public string? Mode { get; set; }
        /// <summary>« oui »: the answers wait for a second person.</summary>
        public List<string> Double { get; set; } = [];
    }

    protected override bool OpensToPlaces => true;
    [BindProperty] public KeyForm Form { get; set; } = new();
    public IReadOnlyList<KeyedLine> Lines { get; private set; } = [];
    public IEnumerable<Choice> Modes => SurveyPaper.Ways(Survey, Content).Select(w => new Choice(w.Code, labels.Of(w.Code)));
    /// <summary>The two keyings differ: the person looks at the paper and says that they did.</summary>
    public bool Differs { get; private set; }
    public IReadOnlyList<(string Name, int Papers, int Share, KeyingErrors Found)> Keyers { get; private set; } = [];
    /// <summary>What all second keyings found here.</summary>
    public KeyingErrors Found { get; private set; }
    /// <summary>Numbers of the papers that wait for a second keying, and whether this person may do it.</summary>
    public IReadOnlyList<(int Number, bool Mine)> Waiting { get; private set; } = [];
    /// <summary>A paper that waits for its second keying; without it, a new one.</summary>
    [FromQuery(Name = "feuille")] public int? Asked { get; set; }
    public bool IsOpen => Survey.TakesPapersAt(Now);

    public string? Typed(KeyedLine line) => Request.HasFormContentType ? Request.Form[line.Name].ToString() : null;
    public string? ErrorOf(KeyedLine line) => ModelState.TryGetValue(line.Name, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    protected override async Task<IActionResult?> Set()
    {
        Lines = KeyedFields.Of(Content);
        var entries = Db.PaperEntries.Where(e => e.SurveyId == Survey.Id && e.PlaceId == Place.Id);
        var me = Visitor.PersonId;
        Waiting = [.. (await entries.AsNoTracking().Where(e => e.Waiting != null).OrderBy(e => e.Number).Take(200).ToListAsync()).Select(e => (e.Number, !e.MayBeCheckedBy(me ?? Guid.Empty)))];
        var persons = Db.Persons;
        var keyed = await entries.GroupBy(e => e.ById).Select(g => new { g.Key, Papers = g.Count(), Checked = g.Count(e => e.Compared != null), Answers = g.Sum(e => e.Compared ?? 0), Wrong = g.Sum(e => e.Wrong ?? 0) }).Join(persons, g => g.Key, p => p.Id, (g, p) => new { p.DisplayName, g.Papers, g.Checked, g.Answers, g.Wrong }).ToListAsync();
        var all = Math.Max(1, keyed.Sum(k => k.Papers));
        Keyers = [.. keyed.OrderByDescending(k => k.Papers).Select(k => (k.DisplayName, k.Papers, (int)Math.Round(100m * k.Papers / all), new KeyingErrors(k.Checked, k.Answers, k.Wrong)))];
        Found = new(keyed.Sum(k => k.Checked), keyed.Sum(k => k.Answers), keyed.Sum(k => k.Wrong));
        return null;
    }

    public async Task OnGet()
    {
        if (Asked is not null) Form.Number = Asked;
        else Form.Number = Form.Proposed = await Free();
    }

    async Task<int> Free() => 1 + (await Db.PaperEntries.Where(e => e.SurveyId == Survey.Id && e.PlaceId == Place.Id).MaxAsync(e => (int?)e.Number) ?? 0);

    public async Task<IActionResult> OnPost()
    {
        if (!IsOpen) ModelState.AddModelError("", "Cette enquête ne reçoit plus de papiers : elle est terminée depuis plus de deux semaines.");
        if (Survey.IsSigned) ModelState.AddModelError("", "Dans cette enquête, chacun signe lui-même : elle ne se saisit pas sur papier.");
        if (!string.IsNullOrEmpty(Form.Mode) && Modes.All(m => m.Value != Form.Mode)) ModelState.AddModelError("Form.Mode", "Choisissez une réponse de la liste.");
        var read = ReadAnswers.Of(Content, KeyedFields.Sent(Content, code => Request.Form[AskedField.Prefix + code].ToString()));
        // A paper has what it has: a question left empty on it is no error of the person who keys, nor one with fewer choices than it asks for.
        foreach (var (field, sentence) in read.Errors.Where(e => !ReadAnswers.IsMissing(e.Sentence) && !Content.Fields.Any(f => f.Code == e.Field && ReadAnswers.IsTooFew(f.Question, e.Sentence)))) ModelState.AddModelError(AskedField.Prefix + field, sentence);
        foreach (var line in Lines)
            if (KeyedFields.Fault(line, Typed(line)) is { } fault) { ModelState.Remove(line.Name); ModelState.AddModelError(line.Name, fault); }
        if (!ModelState.IsValid) return Page();
        var entry = await Entry();
        var before = entry?.Waiting;
        try { return await Take(entry, read.Given); }
        // Another form took the number, or keyed the paper, while this one was read.
        catch (DbUpdateException e) when (e.IsRace() && !HttpContext.RequestAborted.IsCancellationRequested)
        {
            Db.ChangeTracker.Clear();
            if (await Entry() is not { } now || (entry is not null && now.Waiting == before)) throw;
            return await Take(now, read.Given);
        }
    }

    Task<PaperEntry?> Entry() => Db.PaperEntries.SingleOrDefaultAsync(e => e.SurveyId == Survey.Id && e.PlaceId == Place.Id && e.Number == Form.Number);

    async Task<IActionResult> Take(PaperEntry? entry, GivenAnswers given)
    {
        // Sent twice by a hand that trembles or a slow network: the second tells what the first did.
        if (entry?.CameBy(Form.Once) == true)
        {
            Flash(entry.Waits ? $"La feuille {entry.Number} attend une seconde saisie." : $"La feuille {entry.Number} est saisie.");
            return Redirect(PathOf($"saisie/{Place.Code}"));
        }
        // Two who key together are offered the same number: two papers, never one keyed twice.
        if (entry is not null && Form.Number == Form.Proposed) return await Renumbered(entry.Number);
        if (entry is { Waits: false }) { ModelState.AddModelError("Form.Number", $"La feuille {Form.Number} est déjà saisie. Regardez son numéro."); return Page(); }
        return entry is null ? await First(given) : await Second(entry, given);
    }

    async Task<IActionResult> Renumbered(int taken)
    {
        Form.Number = Form.Proposed = await Free();
        ModelState.Remove("Form.Number");
        ModelState.Remove("Form.Proposed");
        ModelState.AddModelError("Form.Number", $"Quelqu’un vient de saisir une feuille {taken}. La vôtre porte maintenant le numéro {Form.Number} : écrivez-le sur le papier, puis enregistrez. Si c’est la même feuille, partez de la liste « Une seconde personne saisit ».");
        return Page();
    }

    async Task<IActionResult> First(GivenAnswers given)
    {
        if (given.IsBlank) { ModelState.AddModelError("", "Cette feuille ne porte aucune réponse : elle ne compte pas. Mettez-la de côté, sans la saisir."); return Page(); }
        var entry = new PaperEntry(Survey, Place, Form.Number!.Value, Visitor.PersonId!.Value, Now.ParisDay(), Form.Once);
        var drawn = SecondKeying.Draws(Place.SampleSeed, entry.Number) || !await Db.PaperEntries.AnyAsync(e => e.SurveyId == Survey.Id && e.ById == entry.ById);
        Db.PaperEntries.Add(entry);
        if (!drawn && !Form.Double.Contains("oui")) return await Counted(entry.Number, given, $"La feuille {entry.Number} est saisie.");
        entry.Wait(given, string.IsNullOrEmpty(Form.Mode) ? null : Form.Mode, drawn);
        await Db.SaveChangesAsync();
        Flash(drawn ? $"La feuille {entry.Number} est tirée au sort : une autre personne la saisit aussi, puis elle est comptée." : $"La feuille {entry.Number} attend une seconde saisie, par quelqu’un d’autre si possible.");
        return Redirect(PathOf($"saisie/{Place.Code}"));
    }

    async Task<IActionResult> Second(PaperEntry entry, GivenAnswers given)
    {
        if (!entry.MayBeCheckedBy(Visitor.PersonId!.Value)) { ModelState.AddModelError("Form.Number", $"La feuille {entry.Number} a été tirée au sort pour être vérifiée : une autre personne doit la saisir."); return Page(); }
        var before = AnswerSheet.Read(entry.Waiting!);
        var differ = Lines.Where(l => !before[l.Code].SequenceEqual(given[l.Code])).ToList();
        // How the person answered is a line as the others (PRX-R1).
        var how = before[KeyedFields.How] is [var said] ? said : null;
        var otherWay = how != (string.IsNullOrEmpty(Form.Mode) ? null : Form.Mode);
        if ((differ.Count > 0 || otherWay) && Request.Form["confirmer"] != "oui")
        {
            foreach (var line in differ) ModelState.AddModelError(line.Name, $"La première saisie dit : {Said(line, before[line.Code])}. Regardez la feuille.");
            if (otherWay) ModelState.AddModelError("Form.Mode", $"La première saisie dit : {(how is null ? "rien" : labels.Of(how))}. Regardez la feuille.");
            Differs = true;
            return Page();
        }
        entry.Check(Visitor.PersonId!.Value, Lines.Count + 1, differ.Count + (otherWay ? 1 : 0), Form.Once);
        return await Counted(entry.Number, given, given.IsBlank ? $"La feuille {entry.Number} ne porte aucune réponse : elle n’est pas comptée." : $"La feuille {entry.Number} est saisie deux fois et comptée.");
    }

    static string Said(KeyedLine line, IReadOnlyList<string> values) =>
        values.Count == 0 ? "rien" : string.Join(", ", values.Select(v => line.Keys.FirstOrDefault(k => k.Code == v)?.Text.Text ?? v));

    async Task<IActionResult> Counted(int number, GivenAnswers given, string line)
    {
        await take.Run(new PutSurvey(Survey, Place, Survey.Organisation.Name, Content), PaperEntry.KeyOf(Form.Once, Place, number), given, new HowAnswered("CAN_PAPIER", string.IsNullOrEmpty(Form.Mode) ? null : Form.Mode), HttpContext.RequestAborted);
        Flash(line);
        return Redirect(PathOf($"saisie/{Place.Code}"));
    }
}
