using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Results;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>Many places at once, pasted from a spreadsheet: what is wrong is said line by line, what is right is shown, and all of them are added or none.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class AddPlacesModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public const string Sure = "ajouter";
    /// <summary>Faults said at once.</summary>
    const int MostFaults = 30;

    public sealed class LinesForm
    {
        [Required(ErrorMessage = "Écrivez au moins un lieu."), StringLength(PlaceLines.LongestText, ErrorMessage = "Cette liste est trop longue. Ajoutez les lieux en plusieurs fois.")] public string? Lines { get; set; }
        /// <summary>Of the list that was shown as it was understood: changed since, it is shown again.</summary>
        public string? Shown { get; set; }
        public string? Few { get; set; }
    }

    [BindProperty] public LinesForm Form { get; set; } = new();
    /// <summary>Which button.</summary>
    [FromForm(Name = "faire")] public string? Do { get; set; }
    /// <summary>As they were understood; empty before, and while something is wrong.</summary>
    public IReadOnlyList<(PlaceLine Line, Organisation? Organisation)> Understood { get; private set; } = [];

    /// <summary>Among them, those where questions on care would be put to a few persons.</summary>
    public int Few { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Survey.HasEnded(Now)) throw new RuleBroken("SUR-PLACE", "L’enquête est terminée : personne ne répondrait dans un nouveau lieu.");
        var (lines, faults) = PlaceLines.Read(Form.Lines!, Survey.Places);
        var organisations = await new PlaceOrganisations(Db, Survey).ByFiness(lines.Select(l => l.Finess).OfType<string>());
        Say([.. faults, .. lines.Where(l => l.Finess is { } finess && !organisations.ContainsKey(finess)).Select(l => $"Ligne {l.Number} : {PlaceOrganisations.Unknown(l.Finess!)}")]);
        if (!ModelState.IsValid) return Page();
        Understood = [.. lines.Select(l => (l, l.Finess is { } finess ? organisations[finess] : null))];
        if (await CareAtSmallPlaces.SpeaksOfCare(Db, Survey)) Few = Understood.Count(u => CareAtSmallPlaces.AreFew(u.Line.Eligible));
        if (Do != Sure || Form.Shown != MarkOf(Form.Lines!)) { Form.Shown = MarkOf(Form.Lines!); ModelState.Remove("Form.Shown"); return Page(); }
        if (Few > 0 && !CareAtSmallPlaces.IsSaid(Form.Few)) { ModelState.AddModelError("Form.Few", CareAtSmallPlaces.Why); return Page(); }
        List<SurveyPlace> added = [.. Understood.Select(u => Survey.AddPlace(u.Organisation, u.Line.Name, u.Line.Eligible, Now, Survey.IsSigned ? null : u.Line.Grouping))];
        Db.SurveyPlaces.AddRange(added);
        // Sent twice, it is refused by the second reading of the list, or by the version of the survey.
        Touch();
        var told = lines.Count == 1 ? $"« {lines[0].Name} » a maintenant son code." : $"{lines.Count} lieux ont maintenant leur code.";
        var done = await Saved(Acts.PlaceAdded, told, string.Join(" ; ", new[] { lines.Count == 1 ? null : $"{lines.Count} lieux", Few == 0 ? null : CareAtSmallPlaces.Kept }.OfType<string>()) is { Length: > 0 } reason ? reason : null);
        // More persons may answer.
        await RateAnew.Of(Db, Survey, added.SelectMany(RateAnew.Above), CancellationToken.None);
        return done;
    }

    void Say(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults.Take(MostFaults)) ModelState.AddModelError("Form.Lines", fault);
        if (faults.Count > MostFaults) ModelState.AddModelError("Form.Lines", $"Et {faults.Count - MostFaults} autres lignes à corriger.");
    }

    static string MarkOf(string lines) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ReplaceLineEndings("\n"))));
}
