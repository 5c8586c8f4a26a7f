using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;

namespace Croisee.Surveys.Desk;

/// <summary>A page to print and put on a wall: what is asked, the code in big, the QR, the way without a telephone.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PosterModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings) : PlaceScreen(db, visitor, put, clock)
{
    protected override bool OpensToPlaces => true;
    public string Address => $"{settings.Origin}/repondre/{Place.Code}";

    public void OnGet() { }
}
