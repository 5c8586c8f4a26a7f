using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Cards: each answers once, and whoever holds the cards' table and the sheets' cannot say which sheet came from which card.</summary>
public sealed class OneTimeCodeTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenSurvey Given, List<string> Cards)> Cards(int count)
    {
        var given = await place.Given.AnOpenSurvey(eligible: 100);
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Croisee.People.Role.Organiser, given.Survey.Organisation));
        var page = await (await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/codes/{given.Code}")).Form("Faire les cartes").Fill("Combien de cartes ?", $"{count}").Send();
        return (given, [.. page.Document.QuerySelectorAll(".cards .big").Select(Page.Text)]);
    }

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    async Task<Page> Begin(Browser browser, GivenSurvey given, string card) =>
        await (await browser.Open($"/repondre/{given.Code}/questions")).Form("Commencer").Fill("Le code de votre carte", card).Send();

    [Fact]
    public async Task A_card_answers_once_however_often_the_form_is_sent()
    {
        var (given, cards) = await Cards(2);
        using var browser = place.Browser();
        var form = (await Begin(browser, given, cards[0].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal))).Form("Envoyer mes réponses").Choose("Oui", "Je sais à qui donner mon avis.");
        Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        Assert.Equal("Merci, vos réponses sont arrivées", (await form.Send()).Heading);
        Assert.Single(await Sheets(given));
        Assert.DoesNotContain(browser.Cookies, c => c.Key == AnswerTicket.Name);
        using var other = place.Browser();
        Assert.StartsWith("Ce code ne convient pas", Assert.Single((await Begin(other, given, cards[0])).Errors), StringComparison.Ordinal);
        Assert.Single((await Begin(other, given, "aaaaa-aaaaa")).Errors);
    }

    [Fact]
    public async Task Sixty_four_people_with_one_card_get_one_ticket()
    {
        var (given, cards) = await Cards(1);
        var browsers = Enumerable.Range(0, 64).Select(_ => place.Browser()).ToList();
        var pages = await Task.WhenAll(browsers.Select(b => Begin(b, given, cards[0])));
        Assert.Equal(63, pages.Count(p => p.Errors.Count == 1));
        Assert.Single(pages, p => p.Heading == "Participer : mon avis compte");
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task Without_a_card_or_with_a_forged_ticket_nothing_comes_in()
    {
        var (given, _) = await Cards(1);
        using var browser = place.Browser();
        Assert.Equal("Votre code", (await browser.Open($"/repondre/{given.Code}/pas-a-pas")).Heading);
        browser.Keep(AnswerTicket.Name, SheetKey.New());
        Assert.Equal("Votre code", (await browser.Open($"/repondre/{given.Code}/questions")).Heading);
        Assert.Empty(await Sheets(given));
    }

    /// <summary>
    /// The attacker has every row of the two tables, and knows in which order the persons came and which card each had. For each card that was used they must name its sheet,
    /// by any value that the two share, and by any order of rows. Chance finds one of forty on average.
    /// </summary>
    [Fact, Trait("kind", "slow")]
    public async Task Nothing_kept_joins_a_card_to_a_sheet()
    {
        const int Persons = 40;
        var (given, cards) = await Cards(Persons);
        for (var i = 0; i < Persons; i++)
        {
            using var browser = place.Browser();
            await (await Begin(browser, given, cards[i])).Form("Envoyer mes réponses").Choose(i % 2 == 0 ? "Oui" : "Non", "Je sais à qui donner mon avis.").Send();
        }
        await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        var codes = await place.Db(db => db.OneTimeCodes.AsNoTracking().Where(c => c.PlaceId == given.Place.Id).ToListAsync());
        var sheets = await Sheets(given);
        Assert.Equal(Persons, sheets.Count);
        Assert.All(codes, c => Assert.True(c.Used));
        var hashes = codes.Select(c => c.Hash).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(sheets, s => hashes.Any(h => h.Contains(s.Id.ToString("N"), StringComparison.OrdinalIgnoreCase)));
        // By order: the place of each sheet in the table against the place at which its person came. The sheet of person i says i's parity only, so the best guess by order is right about half of the time.
        var postgres = place.Storage.Engine == Croisee.Data.Engine.Postgres;
        var stored = await place.Db(db => db.Database.SqlQueryRaw<string>(postgres ? "select answers from answer_sheets order by ctid" : "select answers from answer_sheets").ToListAsync());
        var mine = stored.Where(a => a.Contains("savoir", StringComparison.Ordinal)).Take(Persons).ToList();
        var right = mine.Select((a, i) => a.Contains("OUN_OUI", StringComparison.Ordinal) == (i % 2 == 0)).Count(x => x);
        Assert.InRange(right, 8, 32);
    }
}
