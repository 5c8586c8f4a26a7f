using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>The posters of all places, a sheet of A4 each, to print at once.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PostersModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings) : SurveyScreen(db, visitor, put, clock)
{
    /// <summary>A browser prints so many at once without losing its breath.</summary>
    const int PerPage = 100;

    [FromQuery(Name = "feuille")] public string? Asked { get; set; }
    public PlacePage Shown { get; private set; } = null!;
    public string AddressOf(SurveyPlace place) => $"{settings.Origin}/repondre/{place.Code}";

    public void OnGet() => Shown = PlacePage.Of(Survey.Places, null, false, Asked, PerPage);
}
