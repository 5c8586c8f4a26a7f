using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Croisee.Surveys.OnPaper;
using Croisee.Ui.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The questionnaire as those who answer will see it, in the wording asked for. Nothing can be sent from here.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class SeeQuestionnaireModel(AppDb db, Visitor visitor, TimeProvider clock, Settings settings, PaperFonts fonts, PaperPictures pictures) : QuestionnaireScreen(db, visitor, clock)
{
    /// <summary>« facile », « proche », or nothing for the usual wording; « papier », « papier-grand », « papier-facile » and « papier-proche » for what would be printed.</summary>
    [FromQuery(Name = "voir")] public string? See { get; set; }

    [FromQuery(Name = "langue")] public string? Tag { get; set; }

    /// <summary>Whatever its state: here one looks at what is being written.</summary>
    public LanguageState? Language => Content.Languages.FirstOrDefault(l => l.Tag == Tag);
    public Reader Reader => new(See == "facile", See == "proche", Language);
    /// <summary>What lacks an answer or a scale cannot be printed yet.</summary>
    public bool MayPrint => fonts.Set is not null && ContentFaults.Of(Content).Count == 0;
    /// <summary>Where every way of answering can be tried; null while nobody opened it, or when what is written cannot be put to anybody yet.</summary>
    public string? Trial => Questionnaire.TrialCode is { } code && ContentFaults.Of(Content).Count == 0 ? $"/repondre/{TrialSurveys.CodeOf(code)}" : null;
    public AskedPage Asked => new(Content, Reader, one => new AskedField(one, Reader, null, [], Big: See == "facile"));

    public IActionResult OnGet()
    {
        if (See is not ("papier" or "papier-grand" or "papier-facile" or "papier-proche") || See is "papier-proche" && !Content.IsWordedForProxies() || !MayPrint || fonts.Set is not { } set) return Page();
        var survey = TrialSurveys.Unopened(Questionnaire, Now);
        var paper = SurveyPaper.Make(survey, survey.Places[0], Content, $"{settings.Origin}/repondre", See switch { "papier-facile" => PaperWords.Facile, "papier-grand" => PaperWords.Grand, "papier-proche" => PaperWords.Proche, _ => PaperWords.Courant }, set, pictures, isTrial: true);
        return File(paper.File, "application/pdf", $"essai-{See}.pdf");
    }
}
