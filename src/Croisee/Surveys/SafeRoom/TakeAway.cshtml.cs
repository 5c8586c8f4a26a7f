using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.SafeRoom;

/// <summary>The raw table and its codebook as files. Each is a line of the log, written before the first byte leaves.</summary>
[Audience(Audience.Person)]
public sealed class TakeAwayModel(AppDb db, Visitor visitor, TimeProvider clock, Labels labels, RawAnswers answers) : InsideScreen(db, visitor, clock, labels)
{
    public const string Answers = "reponses", Codes = "codes", Fhir = "fhir";

    public sealed class FileForm
    {
        public string? File { get; set; }
    }

    [BindProperty] public FileForm Form { get; set; } = new();
    public int Total { get; private set; }

    public async Task OnGet() => Total = await answers.Count(Survey, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPost()
    {
        if (Form.File is not (Answers or Codes or Fhir)) { ModelState.AddModelError("", "Choisissez un des fichiers."); await OnGet(); return Page(); }
        if (Form.File == Codes)
        {
            await Write(RoomAct.TookCodes, null);
            return File(RawFile.Codes(Columns), CsvFile.Type, $"salle-sure-{Survey.Reference}-codes.csv");
        }
        // Without a count: counting reads the whole table, and the file is to start at once.
        if (Form.File == Fhir)
        {
            await Write(RoomAct.TookAnswers, "FHIR");
            var reference = await Db.Questionnaires.Where(q => q.Id == Survey.QuestionnaireId).Select(q => q.Reference).SingleAsync();
            return new RawFhir(answers, Survey, Columns, Content.ContentJson.Read(Survey.Revision.Content), reference);
        }
        await Write(RoomAct.TookAnswers, null);
        return new RawFile(answers, Survey, Columns);
    }
}
