using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.Desk;
using Croisee.Ui.Paper;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.OnPaper;

/// <summary>One version of the questionnaire for all places: « courant-1.zip » holds the papers of the first hundred, by name, « courant-2.zip » those of the next.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PaperBundleFileModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings, PaperFonts fonts, PaperPictures pictures) : SurveyScreen(db, visitor, put, clock)
{
    /// <summary>Papers of one file.</summary>
    public const int Most = 100;
    const int NameMost = 60;

    [FromRoute(Name = "fichier")] public string Asked { get; set; } = "";

    public async Task<IActionResult> OnGet()
    {
        if (Survey.IsSigned) return NotFound();
        if (Asked.Split('-', '.') is not [var name, var part, "zip"] || SurveyPaper.Find(name) is not { } words || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return NotFound();
        var page = PlacePage.Of(Survey.Places, null, false, part, Most);
        if (number != page.Number) return NotFound();
        var revision = await Db.Revisions.AsNoTracking().SingleAsync(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber);
        var (content, easySaid) = (ContentJson.Read(revision.Content), EasyWordsRead.Say(revision.EasyState, revision.EasyReaders, revision.EasyReadOn));
        if (words is PaperWords.Proche && !content.IsWordedForProxies()) return NotFound();
        if (fonts.Set is not { } set) { Response.StatusCode = StatusCodes.Status503ServiceUnavailable; return Page(); }
        return new PaperBundle($"questionnaires-{Survey.Reference}-{name}-{number}.zip", page.Places.Select(p =>
            ($"{FileNameOf(p)}-{name}.pdf", SurveyPaper.Make(Survey, p, content, $"{settings.Origin}/repondre/{p.Code}", words, set, pictures, easySaid: easySaid).File)));
    }

    /// <summary>Found again by its name, and no two alike: the code stands behind it.</summary>
    static string FileNameOf(SurveyPlace place)
    {
        var plain = string.Join('-', string.Concat(place.Name.Normalize(System.Text.NormalizationForm.FormD).Where(c => c < 128).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return $"{(plain.Length > NameMost ? plain[..NameMost] : plain)}{(plain.Length > 0 ? "-" : "")}{place.Code}";
    }
}
