using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Disclosure;
using Croisee.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>Many places followed together, from what was published of each and from nothing else (R1): a band of answers and its rate, or that it is not shown.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PlaceListModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock) : SurveyScreen(db, visitor, put, clock)
{
    public const string Backwards = "inverse";
    const int PerPage = 50;

    [FromQuery(Name = "nom")] public string? Named { get; set; }
    [FromQuery(Name = "tri")] public string? Order { get; set; }
    [FromQuery(Name = "feuille")] public string? Asked { get; set; }
    public PlacePage Shown { get; private set; } = null!;
    Dictionary<string, PublishedTable?> published = [];

    protected override async Task<IActionResult?> Ready()
    {
        if (Survey.IsSigned) return NotFound();
        Shown = PlacePage.Of(Survey.Places, Named, Order == Backwards, Asked, PerPage);
        var populations = Shown.Places.Select(p => SurveyPlan.PopulationOf(p.Id)).Append(SurveyPlan.Whole).ToList();
        published = (await Db.PublishedFigures.AsNoTracking().Where(f => f.SurveyId == Survey.Id && populations.Contains(f.Population)).ToListAsync()).ToDictionary(f => f.Population, f => f.Read().FirstOrDefault(t => t.Question is null && t.Cut is null));
        return null;
    }

    public void OnGet() { }

    /// <summary>Of all places together; of a survey of one place there is nothing but that place's.</summary>
    public PublishedTable? Whole => Of(SurveyPlan.Whole);

    public PublishedTable? Of(SurveyPlace place) => Of(SurveyPlan.PopulationOf(place.Id));

    PublishedTable? Of(string population) => published.GetValueOrDefault(population) is { Figures: not null } shown ? shown : null;
}
