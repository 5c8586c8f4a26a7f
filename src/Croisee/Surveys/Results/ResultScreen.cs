using System.Globalization;
using Croisee.Data;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
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
    /// <summary>Moderated texts by question and theme, in no order inside (R9); those without a theme last.</summary>
    public IReadOnlyList<(string Question, IReadOnlyList<(string? Theme, IReadOnlyList<AnswerText> Texts)> Themes)> Texts { get; private set; } = [];
    /// <summary>Texts on one page.</summary>
    public const int MostTexts = 500;
    /// <summary>Which page of them.</summary>
    [FromQuery(Name = "phrases")] public string? AskedTexts { get; set; }
    public int TextPage { get; private set; } = 1;
    public int TextPages { get; private set; } = 1;
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
        await LoadTexts(texts, cancel);
    }

    async Task LoadTexts(IQueryable<AnswerText> texts, CancellationToken cancel)
    {
        // Nearly always there is one page of them, and nothing to count.
        if (int.TryParse(AskedTexts, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 1)
        {
            TextPages = await Pages();
            TextPage = Math.Min(asked, TextPages);
        }
        var read = await texts.OrderBy(t => t.Field).ThenBy(t => t.Theme == null).ThenBy(t => t.Theme).ThenBy(t => t.Id).Skip((TextPage - 1) * MostTexts).Take(MostTexts + 1).ToListAsync(cancel);
        if (TextPage == 1 && read.Count > MostTexts) TextPages = await Pages();
        var reader = new Reader(words.Mode is ReadingMode.EasyRead);
        Texts = [.. read.Take(MostTexts).GroupBy(t => t.Field).Select(q => (Content.Fields.First(f => f.Code == q.Key).Text.For(reader), (IReadOnlyList<(string?, IReadOnlyList<AnswerText>)>)[.. q.GroupBy(t => t.Theme).Select(g => (g.Key, (IReadOnlyList<AnswerText>)[.. g]))]))];

        async Task<int> Pages() => Math.Max(1, (await texts.CountAsync(cancel) + MostTexts - 1) / MostTexts);
    }
}
