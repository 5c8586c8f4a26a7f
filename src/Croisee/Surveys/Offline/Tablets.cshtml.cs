using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Desk;

namespace Croisee.Surveys.Offline;

/// <summary>To open a tablet by without signing in on it: the address of the shared tablet, and the team's of a device that goes where there is no network, each as a QR and in short.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class TabletsModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings) : PlaceScreen(db, visitor, put, clock)
{
    protected override bool OpensToPlaces => true;
    public string Shared => $"{settings.Origin}/repondre/{Place.Code}/borne";
    public string Team => $"{settings.Origin}/repondre/{Place.Code}/hors-ligne?equipe={Survey.TeamCodeOf(Place)}";
    /// <summary>No device keeps cards or names.</summary>
    public bool GoesOut => !Place.WithCodes && !Survey.IsSigned;

    public void OnGet() { }
}
