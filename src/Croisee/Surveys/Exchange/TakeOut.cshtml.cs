using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys.Answering;
using Croisee.Surveys.OnPaper;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Exchange;

/// <summary>A file that was taken in by mistake goes out again, as long as nothing of it was counted: the file itself says which answers are its own.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class TakeOutModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : PaperScreen(db, visitor, put, clock)
{
    public sealed class FileForm
    {
        [Required(ErrorMessage = TakeInModel.NoFile)] public IFormFile? File { get; set; }
    }

    [BindProperty] public FileForm Form { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult?> OnPost()
    {
        if (await TakeInModel.Bytes(Form.File, HttpContext.RequestAborted) is not { } bytes) { ModelState.AddModelError("Form.File", TakeInModel.NoFile); return null; }
        var keys = FhirSheets.Keys(bytes, Survey.Id);
        var there = await FiledAnswers.There(Db, Survey, keys, HttpContext.RequestAborted);
        if (there.Count == 0) throw new RuleBroken("SUR-TAKEOUT", "Aucune réponse de ce fichier n’est dans cette enquête. Choisissez le fichier tel qu’il a été repris.", "File");
        var told = FiledAnswers.Told(Survey, there);
        if (await FiledAnswers.TakeOut(Db, Survey, Content, keys, HttpContext.RequestAborted) is null)
            throw new RuleBroken("SUR-TAKEOUT", "Des réponses de ce fichier sont déjà comptées dans des résultats publiés : elles ne peuvent plus être retirées. Si un lieu entier est faux, mettez-le à part.", "File");
        return await Saved(Acts.TakenOut, there.Count == 1 ? $"Une réponse est retirée : {told}." : $"{there.Count} réponses sont retirées : {told}.", told, "reprendre/" + Place.Code);
    }
}
