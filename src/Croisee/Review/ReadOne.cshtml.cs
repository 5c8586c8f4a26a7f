using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Review;

/// <summary>The reading form beside the text: saved as a draft as often as one likes, then given once. Contact data are nowhere near (EXP-R4).</summary>
[Audience(Audience.Person)]
public sealed class ReadOneModel(AppDb db, TimeProvider clock, Visitor visitor, Labels labels) : ReadingScreen(db, clock, visitor, labels)
{
    public sealed class ReadingForm : CodingForm
    {
        public Dictionary<string, string> Notes { get; set; } = [];
        public Dictionary<string, string> Words { get; set; } = [];
        [StringLength(Reading.RemarkMax, ErrorMessage = "2000 caractères au plus.")] public string? Remark { get; set; }
    }

    [BindProperty] public ReadingForm Form { get; set; } = new();
    [FromForm(Name = "version")] public int Seen { get; set; } = -1;
    [FromForm(Name = "ensuite")] public string? Then { get; set; }
    public IReadOnlyList<Choice> Scale { get; } = [new(CriterionNote.Unknown, "Je ne sais pas"), new("0", "0, pas du tout"), new("1", "1"), new("2", "2"), new("3", "3"), new("4", "4, tout à fait")];

    public IReadOnlyList<AttachedFile> Files { get; private set; } = [];

    protected override async Task<IActionResult?> Ready()
    {
        Files = await Db.FilesOf(Experience.Id);
        foreach (var criterion in Vocabularies.Criterion.Terms) { Form.Notes.TryAdd(criterion.Code, ""); Form.Words.TryAdd(criterion.Code, ""); }
        return null;
    }

    public void OnGet()
    {
        Seen = MyReading?.Version ?? -1;
        if (MyReading is null) return;
        Form.From(MyReading.Coding);
        Form.Remark = MyReading.Remark;
        foreach (var (code, note) in MyReading.Criteria) { Form.Notes[code] = note.Note?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (note.DoesNotKnow ? CriterionNote.Unknown : ""); Form.Words[code] = note.Words ?? ""; }
    }

    public async Task<IActionResult> OnPost()
    {
        var reading = MyReading;
        if (reading is null) Db.Readings.Add(reading = new Reading(Pair, Mine.Id, Now));
        else if (Seen != reading.Version) { await OnConflict(); Seen = reading.Version; ModelState.Remove("version"); Response.StatusCode = StatusCodes.Status409Conflict; return Page(); }
        reading.Write(Form.ToCoding(), Criteria(), Form.Remark, Now);
        Db.Record(Now, Me.Actor, Acts.Saved, Experience, null, Experience.Call.OrganisationId);
        await Db.SaveChangesAsync();
        // Said here, where the answer is given, rather than on the next page, where nothing can be chosen.
        if (Then == "donner" && (reading.Coding.Degree is null || reading.Coding.Landmarks.Registers.Count == 0))
        {
            Seen = reading.Version;
            ModelState.Remove("version");
            if (reading.Coding.Degree is null) ModelState.AddModelError("Form.Degree", Reading.DegreeAwaited);
            else ModelState.AddModelError("Form.Registers", Reading.RegisterAwaited);
            return Page();
        }
        if (Then == "donner") return Redirect($"/lectures/{Experience.Reference}/donner");
        Flash("Votre lecture est enregistrée. Vous pouvez y revenir.");
        return Redirect($"/lectures/{Experience.Reference}");
    }

    Dictionary<string, CriterionNote> Criteria() => Vocabularies.Criterion.Terms.Select(t => t.Code)
        .ToDictionary(code => code, code => Noted(Form.Notes.GetValueOrDefault(code), Form.Words.GetValueOrDefault(code)));

    static CriterionNote Noted(string? note, string? words) =>
        new(int.TryParse(note, out var number) ? number : null, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), note == CriterionNote.Unknown);
}
