using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Ui.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.OnPaper;

/// <summary>The questionnaire to print, as a tagged PDF, and the places of its boxes as JSON: « courant.pdf », « grand.pdf », « facile.pdf », « proche.pdf » for who answers in a person's place, and the same names with « .json ».</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PaperFileModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings, PaperFonts fonts, PaperPictures pictures) : PaperScreen(db, visitor, put, clock)
{
    protected override bool OpensToPlaces => true;
    [FromRoute(Name = "fichier")] public string Asked { get; set; } = "";

    public IActionResult OnGet()
    {
        // Paper says that it bears no name, and is not keyed in where answers bear one.
        if (Survey.IsSigned) return NotFound();
        if (Asked.Split('.') is not [var name, ("pdf" or "json") and var kind] || SurveyPaper.Find(name) is not { } words) return NotFound();
        // Without words for it, a relative would answer about themselves (PRX-R3).
        if (words is PaperWords.Proche && !Content.IsWordedForProxies()) return NotFound();
        if (fonts.Set is not { } set) { Response.StatusCode = StatusCodes.Status503ServiceUnavailable; return Page(); }
        var paper = SurveyPaper.Make(Survey, Place, Content, $"{settings.Origin}/repondre/{Place.Code}", words, set, pictures, easySaid: EasySaid);
        return kind == "pdf"
            ? File(paper.File, "application/pdf", $"questionnaire-{Place.Code}-{name}.pdf")
            : File(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { code = Place.Code, version = Survey.RevisionNumber, unit = "mm", origin = "upper-left", page = new { width = 210, height = 297 }, marks = paper.Marks }, System.Text.Json.JsonSerializerOptions.Web), "application/json", $"grille-{Place.Code}-{name}.json");
    }
}
