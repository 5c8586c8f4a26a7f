using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.OnPaper;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Between the end and the last day of papers each place waits for its own; what is left of it joins the whole once nothing can come any more. These tests move the clock forward.</summary>
public sealed class LatePapersTest(Place place) : IClassFixture<Place>
{
    static readonly string[] Others = ["Foyer du Port", "Maison des Vignes"];

    async Task<string> Read(string path)
    {
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = place.Browser();
        return (await browser.Open($"{path}?le={place.Clock.UtcNow():yyyyMMddHHmmss}")).TextContent;
    }

    static string Whole(GivenSurvey given) => $"/enquetes/{given.Survey.Reference}/resultats";

    async Task<GivenSurvey> SevenInEachOfThreePlaces()
    {
        var given = await place.Given.AnOpenSurvey(closesOn: place.Clock.ParisToday(), otherPlaces: Others);
        for (var at = 0; at < 3; at++) await place.Given.TheyAnswered(given, 7, atPlace: at, choice: i => i % 2);
        return given;
    }

    [Fact]
    public async Task A_paper_keyed_after_the_end_counts_where_it_was_filled_in()
    {
        var given = await SevenInEachOfThreePlaces();
        await place.Db(async db =>
        {
            db.PaperEntries.Add(new PaperEntry(given.Survey, given.Place, 1, Guid.CreateVersion7(), place.Clock.ParisToday(), Guid.CreateVersion7()));
            return await db.SaveChangesAsync();
        });
        place.Clock.Set(given.Survey.ClosesOn.EndOfParisDay().AddHours(2));
        Assert.Contains("Pas assez de réponses à ce jour.", await Read(Whole(given)), StringComparison.Ordinal);
        Assert.Equal(21, await Waiting(given));

        await place.Given.TheyAnswered(given, 5, choice: i => i % 2, channel: "CAN_PAPIER");
        place.Clock.Advance(TimeSpan.FromHours(1));
        var own = await Read($"/repondre/{given.Code}/resultats");
        Assert.Contains("Nous avons reçu de 10 à 14 réponses", own, StringComparison.Ordinal);
        Assert.Contains("Des réponses sur papier peuvent encore s’ajouter", own, StringComparison.Ordinal);
        Assert.Equal(14, await Waiting(given));

        place.Clock.Set(given.Survey.LastPapersOn.EndOfParisDay().AddSeconds(1));
        var all = await Read(Whole(given));
        Assert.Contains("Nous avons reçu de 25 à 29 réponses", all, StringComparison.Ordinal);
        Assert.Contains("Ces résultats ne changeront plus.", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_awaited_the_end_is_the_end()
    {
        var given = await SevenInEachOfThreePlaces();
        place.Clock.Set(given.Survey.ClosesOn.EndOfParisDay().AddHours(2));
        Assert.Contains("Nous avons reçu de 20 à 24 réponses", await Read(Whole(given)), StringComparison.Ordinal);
        // Something came all the same: from then on its place waits for more of its own.
        await place.Given.TheyAnswered(given, 9, choice: i => i % 2, channel: "CAN_PAPIER");
        await place.Given.TheyAnswered(given, 9, atPlace: 1, choice: i => i % 2, channel: "CAN_PAPIER");
        place.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Nous avons reçu de 20 à 24 réponses", await Read(Whole(given)), StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 1, choice: i => i % 2, channel: "CAN_PAPIER");
        Assert.Contains("Nous avons reçu de 10 à 14 réponses", await Read($"/repondre/{given.Code}/resultats"), StringComparison.Ordinal);
    }

    /// <summary>Sent while its place was being withdrawn: no level of the survey counts it, and it stops none.</summary>
    [Fact]
    public async Task An_answer_to_a_place_that_is_no_more_keeps_nobody_waiting()
    {
        var (given, gone) = (await place.Given.AnOpenSurvey(), await place.Given.AnOpenSurvey());
        await place.Db(async db =>
        {
            db.AnswerSheets.Add(new AnswerSheet(SheetKey.Id(SheetKey.New(), "feuille"), given.Survey, gone.Place, place.Clock.ParisToday(), "CAN_LIEN_PUBLIC", "seul", "{}"));
            return await db.SaveChangesAsync();
        });
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
        Assert.Contains("Nous avons reçu de 10 à 14 réponses", await Read(Whole(given)), StringComparison.Ordinal);
        Assert.Equal(1, await Waiting(given));
    }

    Task<int> Waiting(GivenSurvey given) => place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id && !s.Counted));
}
