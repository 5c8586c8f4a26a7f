using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Surveys.Desk;

/// <summary>A page to print and put on a wall: what is asked, the code in big, the QR, the way without a telephone.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PosterModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings) : SurveyScreen(db, visitor, put, clock)
{
    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    public SurveyPlace Place { get; private set; } = null!;
    public string Address => $"{settings.Origin}/repondre/{Place.Code}";

    protected override Task<IActionResult?> Ready()
    {
        if (Survey.Places.SingleOrDefault(p => p.Code == Code) is not { } place) return Task.FromResult<IActionResult?>(NotFound());
        Place = place;
        return Task.FromResult<IActionResult?>(null);
    }

    public void OnGet() { }
}
