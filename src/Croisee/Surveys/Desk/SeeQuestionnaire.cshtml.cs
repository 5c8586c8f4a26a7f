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
    /// <summary>Easy, one question a screen as it is answered: the code of the field, or <see cref="End"/> after the last.</summary>
    [FromQuery(Name = "ecran")] public string? Screen { get; set; }
    public const string End = "fin";
    public bool IsEasy => See == "facile";

    /// <summary>Every question has its screen here, also what a condition would leave out: somebody will read it.</summary>
    IReadOnlyList<AnswerField> Fields => field ??= [.. Content.Fields];
    public int Count => Fields.Count;
    /// <summary>From 1; one more than there are questions at the end.</summary>
    public int Number => Screen == End ? Count + 1 : Math.Max(0, Fields.ToList().FindIndex(f => f.Code == Screen)) + 1;
    AnswerField? Here => Number > Count ? null : Fields[Number - 1];
    public AskedField? Put => Here is { } one ? new AskedField(one, Reader, Number, [], Big: true) : null;
    public IEnumerable<SaidText> Before => Bare.SaidBefore(Here, new GivenAnswers());
    QuestionnaireContent Bare => Content with { Sections = [.. Content.Sections.Select(s => s with { ShownIf = null, Questions = [.. s.Questions.Select(q => q with { ShownIf = null })] })] };

    /// <summary>When it is put: its part's condition, and its own.</summary>
    public IEnumerable<Condition> OnlyIf => Here is not { } one ? [] : new[] { Content.Sections.First(s => s.Questions.Contains(one.Question)).ShownIf, one.Question.ShownIf }.OfType<Condition>();

    public string PathOfScreen(int number) => PathOf("apercu") + $"?voir=facile&ecran={(number > Count ? End : Fields[number - 1].Code)}" + (Language is null ? "" : "&langue=" + Uri.EscapeDataString(Language.Tag));

    public AskedPage Asked => new(Content, Reader, one => new AskedField(one, Reader, null, [], Big: See == "facile"));

    public IActionResult OnGet()
    {
        if (See is not ("papier" or "papier-grand" or "papier-facile" or "papier-proche") || See is "papier-proche" && !Content.IsWordedForProxies() || !MayPrint || fonts.Set is not { } set) return Page();
        var survey = TrialSurveys.Unopened(Questionnaire, Now);
        var paper = SurveyPaper.Make(survey, survey.Places[0], Content, $"{settings.Origin}/repondre", See switch { "papier-facile" => PaperWords.Facile, "papier-grand" => PaperWords.Grand, "papier-proche" => PaperWords.Proche, _ => PaperWords.Courant }, set, pictures, isTrial: true);
        return File(paper.File, "application/pdf", $"essai-{See}.pdf");
    }
}
