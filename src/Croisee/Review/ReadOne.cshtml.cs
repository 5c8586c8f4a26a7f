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
    public IReadOnlyList<Choice> Scale { get; } = [new("nsp", "Je ne sais pas"), new("0", "0, pas du tout"), new("1", "1"), new("2", "2"), new("3", "3"), new("4", "4, tout à fait")];

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
        foreach (var (code, note) in MyReading.Criteria) { Form.Notes[code] = note.Note?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (note.Words is null ? "" : "nsp"); Form.Words[code] = note.Words ?? ""; }
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
        if (Then == "donner" && reading.Coding.Degree is null)
        {
            Seen = reading.Version;
            ModelState.Remove("version");
            ModelState.AddModelError("Form.Degree", Reading.DegreeAwaited);
            return Page();
        }
        if (Then == "donner") return Redirect($"/lectures/{Experience.Reference}/donner");
        Flash("Votre lecture est enregistrée. Vous pouvez y revenir.");
        return Redirect($"/lectures/{Experience.Reference}");
    }

    Dictionary<string, CriterionNote> Criteria() => Vocabularies.Criterion.Terms.Select(t => t.Code)
        .Select(code => (code, note: Form.Notes.GetValueOrDefault(code) ?? "", words: Form.Words.GetValueOrDefault(code) is { } w && !string.IsNullOrWhiteSpace(w) ? w.Trim() : null))
        .Where(c => c.note.Length > 0 || c.words is not null)
        .ToDictionary(c => c.code, c => new CriterionNote(int.TryParse(c.note, out var note) ? note : null, c.words));
}
