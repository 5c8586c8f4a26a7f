using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Signed;

/// <summary>What people answered under their name, for the team of the survey and nobody else. Each reading is an act: the journal says who read which page, and when, never what stood there.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class SignedAnswersModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public const int PerPage = 20;

    [FromForm(Name = "page")] public int Number { get; set; } = 1;
    /// <summary>They were asked for, and the journal knows.</summary>
    public bool IsRead { get; private set; }
    public IReadOnlyList<SignedSheet> Sheets { get; private set; } = [];
    public int Count { get; private set; }
    public int Pages => Math.Max(1, (Count + PerPage - 1) / PerPage);
    QuestionnaireContent content = null!;

    protected override async Task<IActionResult?> Ready()
    {
        if (!Survey.IsSigned) return NotFound();
        content = ContentJson.Read(await Db.Revisions.Where(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber).Select(r => r.Content).SingleAsync());
        var sheets = Db.SignedSheets.AsNoTracking().Where(s => s.SurveyId == Survey.Id);
        Count = await sheets.CountAsync();
        Number = Math.Clamp(Number, 1, Pages);
        return null;
    }

    public string PlaceOf(SignedSheet sheet) => Survey.Places.FirstOrDefault(p => p.Id == sheet.PlaceId)?.Name ?? "";

    /// <summary>Question and answer, in the words that were put; what was passed is left out.</summary>
    public IEnumerable<(string Question, string Answer)> Said(SignedSheet sheet)
    {
        var (given, reader) = (sheet.Given(), new Reader(Easy: false));
        foreach (var field in content.Fields.Where(f => given.Has(f.Code)))
        {
            var options = new AskedField(field, reader, null, []).Kept;
            yield return (field.Text.For(reader), string.Join(", ", given[field.Code].Select(v => options.FirstOrDefault(o => o.Code == v)?.Text.For(reader) ?? v)));
        }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (Count == 0) return Page();
        Db.Record(Now, Visitor.Actor, Acts.SignedRead, Survey, $"Page {Number} sur {Pages}.", Survey.OrganisationId);
        await Db.SaveChangesAsync();
        Sheets = await Db.SignedSheets.AsNoTracking().Where(s => s.SurveyId == Survey.Id).OrderBy(s => s.Name).ThenBy(s => s.Id).Skip((Number - 1) * PerPage).Take(PerPage).ToListAsync();
        IsRead = true;
        return Page();
    }
}
