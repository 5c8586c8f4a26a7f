using System.Globalization;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Answering;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>The places with their codes and addresses, for who sends each team its own: no number of answers is in it (R1).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class PlacesFileModel(AppDb db, Visitor visitor, PutSurveys put, TimeProvider clock, Settings settings) : SurveyScreen(db, visitor, put, clock)
{
    static readonly string[] Head = ["lieu", "code", "adresse", "tablette", "personnes", "structure", "finess", "resultats"];

    public async Task<IActionResult> OnGet()
    {
        var linked = Survey.Places.Select(p => p.OrganisationId).OfType<Guid>().Distinct().ToList();
        var organisations = await Db.Organisations.AsNoTracking().Where(o => linked.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => (o.Name, o.Finess));
        return File(CsvFile.Of([Head, .. PlacePage.Of(Survey.Places, null, false, null, int.MaxValue).Places.Select(Row)]), CsvFile.Type, $"lieux-{Survey.Reference}.csv");

        string[] Row(SurveyPlace place)
        {
            var (address, of) = ($"{settings.Origin}/repondre/{place.Code}", place.OrganisationId is { } id ? organisations[id] : default);
            return [place.Name, place.Code, address, $"{address}?par={AnswerScreen.Kiosk}", place.Eligible?.ToString(CultureInfo.InvariantCulture) ?? "", of.Name ?? "", of.Finess ?? "", Survey.IsSigned ? "" : $"{address}/resultats"];
        }
    }
}
