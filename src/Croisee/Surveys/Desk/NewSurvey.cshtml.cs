using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>Puts a published questionnaire to people: what for, from when to when, and the first place.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class NewSurveyModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed class SurveyForm
    {
        [Required(ErrorMessage = "Choisissez un questionnaire publié.")] public string? Questionnaire { get; set; }
        [Required(ErrorMessage = "Donnez un titre à l’enquête."), StringLength(Survey.TitleMax, ErrorMessage = "Ce titre est trop long.")] public string? Title { get; set; }
        [Required(ErrorMessage = "Dites à quoi servent les réponses."), StringLength(Survey.PurposeMax, ErrorMessage = "Ce texte est trop long.")] public string? Purpose { get; set; }
        [Required(ErrorMessage = "Donnez le premier jour.")] public DateOnly? OpensOn { get; set; }
        [Required(ErrorMessage = "Donnez le dernier jour.")] public DateOnly? ClosesOn { get; set; }
        [Required(ErrorMessage = "Nommez le lieu où l’on répond."), StringLength(SurveyPlace.NameMax, ErrorMessage = "Ce nom est trop long.")] public string? Place { get; set; }
        public int? Eligible { get; set; }
        [StringLength(SurveyPlace.GroupingMax, ErrorMessage = "Ce regroupement est trop long.")] public string? Grouping { get; set; }
        /// <summary>« oui »: a professional may answer in a person's place.</summary>
        public string? Professionals { get; set; } = "non";
        /// <summary><see cref="Signed"/>: answers bear a name, where a group agreed to it.</summary>
        public string? Kind { get; set; } = Anonymous;
        public string? Agreed { get; set; }
        public string? Contact { get; set; }
        /// <summary>Some words speak of care; the questions do not, says whoever opens it.</summary>
        public string? NoCare { get; set; }
        /// <summary>« oui »: questions on care are kept at a small place (<see cref="CareAtSmallPlaces"/>).</summary>
        public string? Few { get; set; }
        public string? Dpo { get; set; }
        public NamesBasis? Basis { get; set; }
        /// <summary>Answers from which a result is shown.</summary>
        public int ShownFrom { get; set; } = Survey.ShownFromChoices[0];
        public Guid Once { get; set; } = Guid.CreateVersion7();
    }

    public static IEnumerable<Choice> Bars => Survey.ShownFromChoices.Select(n => new Choice(n.ToString(CultureInfo.InvariantCulture), $"{n} réponses", n switch { 10 => "Ce que nous conseillons.", 11 => "L’usage des données de santé ouvertes.", 30 => "Pour des questions très personnelles : beaucoup de résultats resteront cachés.", _ => null }));

    public const string NoCareSaid = "Les questions ont été relues : aucune ne parle de soins ni de santé.";
    public const string Anonymous = "anonyme", Signed = "nom";

    public static readonly Choice[] Bases =
    [
        new(nameof(NamesBasis.PublicMission), "Une mission de service public", "Une autorité, une collectivité, un établissement public."), new(nameof(NamesBasis.LegitimateInterest), "L’intérêt légitime de votre structure", "Une association, un organisme privé."),
        new(nameof(NamesBasis.Agreement), "L’accord de chaque personne", "Seulement si dire non ne change rien pour elle."),
    ];

    [BindProperty] public SurveyForm Form { get; set; } = new();
    public IReadOnlyList<Choice> Questionnaires { get; private set; } = [];

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        Questionnaires = [.. (await Mine().OrderBy(q => q.Title).Select(q => new { q.Reference, q.Title, Last = q.Revisions.Max(r => r.Number) }).ToListAsync()).Select(q => new Choice(q.Reference, $"{q.Title} (version {q.Last})"))];
        return null;
    }

    IQueryable<Questionnaire> Mine()
    {
        var paths = visitor.Scope(Role.Organiser, Role.Administrator);
        return db.Questionnaires.Where(q => q.Revisions.Any() && paths.Any(p => q.Organisation.Path.StartsWith(p)));
    }

    public void OnGet(string? questionnaire)
    {
        Form.Questionnaire = Questionnaires.Any(q => q.Value == questionnaire) ? questionnaire : Questionnaires is [var only] ? only.Value : null;
        Form.OpensOn = clock.ParisToday();
        Form.ClosesOn = clock.ParisToday().AddDays(28);
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Made() is { } before) return before;
        var questionnaire = await Mine().Include(q => q.Organisation).Include(q => q.Revisions).SingleOrDefaultAsync(q => q.Reference == Form.Questionnaire) ?? throw new RuleBroken("SUR-QST", "Choisissez un questionnaire de la liste.", "Questionnaire");
        var now = clock.UtcNow();
        var survey = new Survey(questionnaire.Organisation, questionnaire.LastRevision!, Form.Title!, Form.Purpose!, Form.OpensOn!.Value, Form.ClosesOn!.Value, now, Form.Once);
        survey.AddPlace(questionnaire.Organisation, Form.Place!, Form.Eligible, now, Form.Kind == Signed ? null : Form.Grouping);
        survey.LetProfessionalsAnswer(Form.Professionals == "oui");
        survey.ShowFrom(Form.ShownFrom);
        var content = Content.ContentJson.Read(questionnaire.LastRevision!.Content);
        if (Form.Kind == Signed) survey.AskForNames(Form.Agreed, Form.Contact, Form.Dpo, Form.Basis, content, Form.NoCare == "oui");
        else if (content.HasTexts) survey.NameContact(Form.Contact, Form.Dpo, Form.Basis);
        var few = survey.IsSigned ? null : CareAtSmallPlaces.Ask(CareAtSmallPlaces.SpeaksOfCare(content), Form.Eligible, Form.Few);
        db.Surveys.Add(survey);
        db.Record(now, visitor.Actor, Acts.Opened, survey, survey.IsSigned && Form.NoCare == "oui" ? NoCareSaid : few, survey.OrganisationId);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (e.IsTwin())
        {
            db.ChangeTracker.Clear();
            if (await Made() is { } same) return same;
            throw;
        }
        Flash("L’enquête est prête. Voici son code et son affiche.");
        return Redirect($"/bureau/enquetes/{survey.Reference}");
    }

    async Task<RedirectResult?> Made() =>
        await db.Surveys.Where(s => s.Id == Form.Once).Select(s => s.Reference).SingleOrDefaultAsync() is { } reference ? Redirect($"/bureau/enquetes/{reference}") : null;
}
