using Croisee.Data;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>Results as they were published, for whoever may read this population: two statements, however many answered.</summary>
public abstract class ResultScreen(AppDb db, Localizer words, TimeProvider clock) : Screen
{
    protected AppDb Db => db;
    public Survey Survey { get; private set; } = null!;
    /// <summary>Null for the survey as a whole.</summary>
    public SurveyPlace? Place { get; private set; }
    /// <summary>How many of those who could answer did (CMP-R6); said also where nobody declared how many they are.</summary>
    public string Rate => Lines.RateSaid(IsDeclared);
    /// <summary>Somebody said how many may answer.</summary>
    protected bool IsDeclared => Place is { } place ? place.Eligible is not null : Survey.Places.All(p => p.Eligible is not null);
    public QuestionnaireContent Content { get; private set; } = null!;
    /// <summary>Day of the last publication; null before the first.</summary>
    public DateOnly? On { get; private set; }
    public ResultLines Lines { get; private set; } = null!;
    /// <summary>How many answers are not counted because they look stuffed (S23); null where there are none to tell.</summary>
    public SizeBand? Aside { get; private set; }
    /// <summary>Moderated texts, in no order (R9).</summary>
    public IReadOnlyList<(string Question, IReadOnlyList<AnswerText> Texts)> Texts { get; private set; } = [];
    /// <summary>Texts on one page; the file holds no more of them.</summary>
    public const int MostTexts = 500;
    /// <summary>Some are left out, which the page says.</summary>
    public bool HasMoreTexts { get; private set; }
    public bool IsEnded => Survey.HasEnded(clock.UtcNow());
    /// <summary>Nothing moves any more.</summary>
    public bool IsSettled => Survey.SettledAt is not null;

    /// <summary>The results of a survey as a whole; a survey of one place has that place's. False when there is no such survey.</summary>
    protected async Task<bool> LoadWhole(string reference)
    {
        if (await db.Surveys.AsNoTracking().Include(s => s.Organisation).Include(s => s.Places).Include(s => s.Revision).SingleOrDefaultAsync(s => s.Reference == reference) is not { IsSigned: false } survey) return false;
        await Load(survey, survey.Places is [var only] ? SurveyPlan.PopulationOf(only.Id) : SurveyPlan.Whole);
        return true;
    }

    /// <summary>The results of one place, by its own code. False when there is no such place, or its answers bear a name.</summary>
    protected async Task<bool> LoadPlace(string code)
    {
        code = SurveyPlace.Normalise(code);
        if (await db.SurveyPlaces.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code) is not { } place) return false;
        var survey = await db.Surveys.AsNoTracking().Include(s => s.Revision).Include(s => s.Organisation).Include(s => s.Places).SingleAsync(s => s.Id == place.SurveyId);
        if (survey.IsSigned) return false;
        Place = place;
        await Load(survey, SurveyPlan.PopulationOf(place.Id));
        return true;
    }

    protected async Task Load(Survey survey, string population)
    {
        var cancel = HttpContext.RequestAborted;
        (Survey, Content) = (survey, ContentJson.Read(survey.Revision.Content));
        var figures = await db.PublishedFigures.AsNoTracking().SingleOrDefaultAsync(f => f.SurveyId == survey.Id && f.Population == population, cancel);
        On = figures?.Day;
        Aside = figures is { Aside: > 0 and var aside } ? SizeBand.Of(aside) : null;
        Lines = new ResultLines(Content, survey.OpensOn.Year, figures?.Read() ?? [], words.Mode is ReadingMode.EasyRead);
        if (Lines.Everybody?.Figures is null) return;
        var texts = db.AnswerTexts.AsNoTracking().Where(t => t.SurveyId == survey.Id && t.State == TextState.Shown && t.Opened);
        if (population != SurveyPlan.Whole)
        {
            var place = survey.Places.Single(p => SurveyPlan.PopulationOf(p.Id) == population).Id;
            texts = texts.Where(t => !t.Mixed && t.PlaceId == place);
        }
        var read = await texts.OrderBy(t => t.Id).Take(MostTexts + 1).ToListAsync(cancel);
        HasMoreTexts = read.Count > MostTexts;
        Texts = [.. read.Take(MostTexts).GroupBy(t => t.Field).Select(g => (Content.Fields.First(f => f.Code == g.Key).Text.For(new Reader(words.Mode is ReadingMode.EasyRead)), (IReadOnlyList<AnswerText>)[.. g]))];
    }
}
