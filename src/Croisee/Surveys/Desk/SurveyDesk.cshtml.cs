using System.ComponentModel.DataAnnotations;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Aside;
using Croisee.Surveys.Content;
using Croisee.Surveys.OnPaper;
using Croisee.Surveys.Results;
using Croisee.Surveys.SafeRoom;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>One survey for those who run it: its places with their codes, its dates, its results. Who organises one place only sees that place (CMP-R1). How many have answered is shown as everywhere: by published batch.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class SurveyDeskModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public sealed class PlaceForm
    {
        [Required(ErrorMessage = "Nommez le lieu."), StringLength(SurveyPlace.NameMax, ErrorMessage = "Ce nom est trop long.")] public string? Name { get; set; }
        public int? Eligible { get; set; }
        public string? Finess { get; set; }
        [StringLength(SurveyPlace.GroupingMax, ErrorMessage = "Ce regroupement est trop long.")] public string? Grouping { get; set; }
        public string? Few { get; set; }
    }

    /// <summary>Places shown at once, each with all that is printed and done there.</summary>
    public const int PerPage = 30;

    [BindProperty] public PlaceForm Form { get; set; } = new();
    [FromQuery(Name = "nom")] public string? Named { get; set; }
    [FromQuery(Name = "feuille")] public string? Asked { get; set; }
    public PlacePage Shown { get; private set; } = null!;
    /// <summary>Read, and nothing more, by who organises one place only.</summary>
    protected override bool OpensToPlaces => !HttpMethods.IsPost(Request.Method);
    public bool IsSmall(SurveyPlace place) => place.Eligible < ContentReview.SmallUnit;
    /// <summary>Before and during the survey: the same questions, and nothing is kept.</summary>
    public static string TrialCodeOf(SurveyPlace place) => TrialSurveys.CodeOf(place);
    /// <summary>Files in which all papers of one version come.</summary>
    public int Bundles => (Survey.Places.Count + PaperBundleFileModel.Most - 1) / PaperBundleFileModel.Most;

    /// <summary>Who may see the raw table today, told to all who run the survey.</summary>
    public IReadOnlyList<Analyst> Analysts { get; private set; } = [];
    /// <summary>The product set answers aside by itself, and nobody decided yet.</summary>
    public bool Noticed { get; private set; }
    /// <summary>There are words for who answers in a person's place: they have their own sheet.</summary>
    public bool ForProxies { get; private set; }
    /// <summary>At a small place, questions on care are kept by whoever answers for it.</summary>
    public bool SpeaksOfCare { get; private set; }
    public bool Declares => Visitor.Can(Survey.Organisation.Path, Role.Administrator);

    protected override async Task<IActionResult?> Ready()
    {
        Shown = PlacePage.Of(OwnPlaces, Named, false, Asked, PerPage);
        var content = ContentJson.Read(await Db.Revisions.Where(r => r.QuestionnaireId == Survey.QuestionnaireId && r.Number == Survey.RevisionNumber).Select(r => r.Content).SingleAsync());
        (ForProxies, SpeaksOfCare) = (content.IsWordedForProxies(), CareAtSmallPlaces.SpeaksOfCare(content));
        if (!RunsSurvey) return null;
        Analysts = [.. (await Db.Analysts.AsNoTracking().Include(a => a.Person).Where(a => a.SurveyId == Survey.Id).OrderByDescending(a => a.DeclaredAt).ToListAsync())];
        Noticed = Survey.SettledAt is null && await Db.SetAsides.AnyAsync(a => a.SurveyId == Survey.Id && a.ById == null && a.LeftById == null && a.EndedOn == null);
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var organisation = await new PlaceOrganisations(Db, Survey).Find(Form.Finess, null);
        var few = CareAtSmallPlaces.Ask(SpeaksOfCare, Form.Eligible, Form.Few);
        var place = Survey.AddPlace(organisation, Form.Name!, Form.Eligible, Now, Survey.IsSigned ? null : Form.Grouping);
        Db.SurveyPlaces.Add(place);
        var done = await Saved(Acts.PlaceAdded, $"« {place.Name} » a maintenant son code.", few is null ? null : $"{place.Name} : {few}");
        // More persons may answer.
        await RateAnew.Of(Db, Survey, RateAnew.Above(place), CancellationToken.None);
        return done;
    }
}
