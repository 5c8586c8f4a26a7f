using Croisee.Data;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Croisee.Surveys.SafeRoom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Surveys.SafeRoom;

/// <summary>What is set aside and what is counted, as the safe room sees them.</summary>
public sealed class RoomAsideTest(Place place) : IClassFixture<Place>
{
    /// <summary>S23: the room, its files and the published figures leave out the same answers, and no others.</summary>
    [Fact]
    public async Task What_is_set_aside_when_nothing_moves_any_more_is_in_no_row_and_what_cards_sent_is()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 400, content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        await place.Given.TheJobRan(PublishFigures.Job);
        await place.Given.ASetAside(given);
        await place.Given.TheyAnswered(given, 40, channel: "CAN_BORNE");
        await place.Given.TheyAnswered(given, 15);
        await place.Given.TheyAnswered(given, 7, channel: "CAN_CODE");
        await place.Db(async db => await db.Write(d => d.Surveys.Where(s => s.Id == given.Survey.Id).ExecuteUpdate(u => u.SetProperty(s => s.SettledAt, place.Clock.UtcNow()))));
        var (analyst, path) = (await place.Given.AnAccount("Noé"), $"/bureau/enquetes/{given.Survey.Reference}/salle");
        await place.Given.AnAnalyst(given, analyst, await place.Given.AnAccount("Ada", Role.Administrator, given.Survey.Organisation));
        using var browser = await place.Given.SignedIn(analyst);
        await (await browser.Open(path)).Form("Entrer").Fill("Pourquoi venez-vous ?", "Comparer les lieux.").Send();
        var room = await browser.Open(path);
        Assert.Equal(27, room.Document.QuerySelectorAll("table.raw tbody tr").Length);
        await place.With(async services =>
        {
            var survey = await services.GetRequiredService<AppDb>().Surveys.AsNoTracking().SingleAsync(s => s.Id == given.Survey.Id);
            Assert.Equal(27, await services.GetRequiredService<RawAnswers>().Count(survey, CancellationToken.None));
            return true;
        });
        var files = await browser.Open(path + "/fichiers");
        var rows = (await files.Form("Télécharger les réponses (CSV)").Send()).Source.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal((27, 7, 0), (rows.Length, rows.Count(r => r.Contains("CAN_CODE", StringComparison.Ordinal)), rows.Count(r => r.Contains("CAN_BORNE", StringComparison.Ordinal))));
        Assert.Equal(27, (await files.Form("Télécharger les réponses (FHIR)").Send()).Source.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
