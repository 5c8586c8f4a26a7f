using System.Globalization;
using Croisee.Data;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>Results as they were published, for whoever may read this population: a few statements, however many answered and wherever.</summary>
public abstract class ResultScreen(AppDb db, Localizer words, TimeProvider clock) : Screen
{
    protected AppDb Db => db;
    public Survey Survey { get; private set; } = null!;
    /// <summary>Null for the survey as a whole, or for a grouping.</summary>
    public SurveyPlace? Place { get; private set; }
    /// <summary>The places that are read together, where it is neither one nor the whole.</summary>
    public string? Grouping { get; private set; }
    /// <summary>Those of a survey that is read as a whole or by one of them.</summary>
    public IReadOnlyList<string> Groupings { get; private set; } = [];
    /// <summary>How many of those who could answer did (CMP-R6); said also where nobody declared how many they are.</summary>
    public string Rate => Lines.RateSaid(IsDeclared);
    /// <summary>Somebody said how many may answer.</summary>
    protected bool IsDeclared { get; private set; }
    /// <summary>Groupings of which somebody did, at each of their places.</summary>
    protected IReadOnlySet<string> DeclaredGroupings { get; private set; } = new HashSet<string>();
    public QuestionnaireContent Content { get; private set; } = null!;
    /// <summary>Day of the last publication; null before the first.</summary>
    public DateOnly? On { get; private set; }
    public ResultLines Lines { get; private set; } = null!;
    /// <summary>What was published of this population; null before the first time.</summary>
    protected PublishedFigures? Figures { get; private set; }
    /// <summary>How many answers are not counted because they look stuffed (S23); null where there are none to tell.</summary>
    public SizeBand? Aside { get; private set; }
    /// <summary>What the same questions gave the last time, for the same population; null where nothing may be set beside it.</summary>
    public EarlierFigures? Before { get; private set; }
    /// <summary>Moderated texts by question and theme, in no order inside (R9); those without a theme last.</summary>
    public IReadOnlyList<(string Question, IReadOnlyList<(string? Theme, IReadOnlyList<AnswerText> Texts)> Themes)> Texts { get; private set; } = [];
    /// <summary>Questions answered in words of which no phrase is shown. Whether somebody wrote there is not told: few would know who (R4).</summary>
    public IReadOnlyList<string> WithoutTexts { get; private set; } = [];
    /// <summary>Texts on one page.</summary>
    public const int MostTexts = 500;
    /// <summary>Which page of them.</summary>
    [FromQuery(Name = "phrases")] public string? AskedTexts { get; set; }
    public int TextPage { get; private set; } = 1;
    public int TextPages { get; private set; } = 1;
    public bool IsEnded => Survey.HasEnded(clock.UtcNow());
    /// <summary>Nothing moves any more.</summary>
    public bool IsSettled => Survey.SettledAt is not null;
    /// <summary>Of every address that shows this grouping.</summary>
    public string Query => QueryOf(Grouping);

    public static string QueryOf(string? grouping) => grouping is null ? "" : "?regroupement=" + Uri.EscapeDataString(grouping);

    /// <summary>What a page says of a place that it does not show.</summary>
    sealed record PlaceSeen(Guid Id, bool IsDeclared, string? Grouping);

    /// <summary>The results of a survey as a whole, or of some of its places together; a survey of one place has that place's. False when there is no such survey or grouping.</summary>
    protected async Task<bool> LoadWhole(string reference, string? grouping = null)
    {
        if (await Surveys().SingleOrDefaultAsync(s => s.Reference == reference) is not { IsSigned: false } survey) return false;
        // Apart: joined to the survey, each of eighty places would bring its questionnaire again.
        var places = await db.SurveyPlaces.AsNoTracking().Where(p => p.SurveyId == survey.Id).Select(p => new PlaceSeen(p.Id, p.Eligible != null, p.Grouping)).ToListAsync(HttpContext.RequestAborted);
        Groupings = [.. places.Select(p => p.Grouping).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture)];
        DeclaredGroupings = places.GroupBy(p => p.Grouping).Where(g => g.All(p => p.IsDeclared)).Select(g => g.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (grouping is not null && !Groupings.Contains(grouping)) return false;
        var together = grouping is null ? places : places.FindAll(p => p.Grouping == grouping);
        (Grouping, IsDeclared) = (grouping, together.TrueForAll(p => p.IsDeclared));
        if (grouping is not null) await Load(survey, SurveyPlan.PopulationOf(grouping), together.ConvertAll(p => p.Id));
        else if (places is [var only]) await Load(survey, SurveyPlan.PopulationOf(only.Id), [only.Id], await db.SurveyPlaces.AsNoTracking().SingleAsync(p => p.Id == only.Id));
        else await Load(survey, SurveyPlan.Whole, null);
        return true;
    }

    /// <summary>The results of one place, by its own code. False when there is no such place, or its answers bear a name.</summary>
    protected async Task<bool> LoadPlace(string code)
    {
        code = SurveyPlace.Normalise(code);
        if (await db.SurveyPlaces.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code) is not { } place) return false;
        var survey = await Surveys().SingleAsync(s => s.Id == place.SurveyId);
        if (survey.IsSigned) return false;
        (Place, IsDeclared) = (place, place.Eligible is not null);
        await Load(survey, SurveyPlan.PopulationOf(place.Id), [place.Id], place);
        return true;
    }

    IQueryable<Survey> Surveys() => db.Surveys.AsNoTracking().Include(s => s.Organisation).Include(s => s.Revision);

    /// <param name="places">Those whose texts are shown; null for all, also those that were opened with the texts of other places.</param>
    async Task Load(Survey survey, string population, List<Guid>? places, SurveyPlace? place = null)
    {
        var (cancel, easy) = (HttpContext.RequestAborted, words.Mode is ReadingMode.EasyRead);
        (Survey, Content) = (survey, ContentJson.Read(survey.Revision.Content));
        Figures = await db.PublishedFigures.AsNoTracking().SingleOrDefaultAsync(f => f.SurveyId == survey.Id && f.Population == population, cancel);
        On = Figures?.Day;
        Aside = Figures is { Aside: > 0 and var aside } ? SizeBand.Of(aside) : null;
        Lines = new ResultLines(Content, survey.OpensOn.Year, Figures?.Read() ?? [], easy);
        if (Lines.Everybody?.Figures is null) return;
        Before = await EarlierFigures.Find(db, survey, population, place, alone: Place is null, easy, cancel);
        var texts = db.AnswerTexts.AsNoTracking().Where(t => t.SurveyId == survey.Id && t.State == TextState.Shown && t.Opened);
        if (places is not null) texts = texts.Where(t => !t.Mixed && places.Contains(t.PlaceId));
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
        var told = TextPages > 1 ? await texts.Select(t => t.Field).Distinct().ToListAsync(cancel) : read.Select(t => t.Field);
        WithoutTexts = [.. Content.Fields.Where(f => f.Question.Kind.IsText()).ExceptBy(told, f => f.Code).Select(f => f.Text.For(reader))];
        Texts = [.. read.Take(MostTexts).GroupBy(t => t.Field).Select(q => (Content.Fields.First(f => f.Code == q.Key).Text.For(reader), (IReadOnlyList<(string?, IReadOnlyList<AnswerText>)>)[.. q.GroupBy(t => t.Theme).Select(g => (g.Key, (IReadOnlyList<AnswerText>)[.. g]))]))];

        async Task<int> Pages() => Math.Max(1, (await texts.CountAsync(cancel) + MostTexts - 1) / MostTexts);
    }
}
