using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Cards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys.Cards;

/// <summary>Cards: each answers once, and whoever holds the cards' table and the sheets' cannot say which sheet came from which card.</summary>
[Trait("kind", "slow")]
public sealed class OneTimeCodeTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenSurvey Given, List<string> Cards)> Cards(int count)
    {
        var given = await place.Given.AnOpenSurvey(eligible: 100);
        return (given, await place.Cards(given, count));
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

    /// <summary>A pile of cards was lost: none of it opens the place any more, who began with one goes on, and new ones work. Nobody learns how many were served.</summary>
    [Fact]
    public async Task Cards_that_were_not_served_are_cancelled_with_a_reason()
    {
        var (given, cards) = await Cards(3);
        using var begun = place.Browser();
        var form = (await Begin(begun, given, cards[0])).Form("Envoyer mes réponses");
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var asks = (await (await desk.Open($"/bureau/enquetes/{given.Survey.Reference}/codes/{given.Code}")).Follow("Annuler les cartes qui n’ont pas servi")).Form("Oui, annuler ces cartes");
        Assert.StartsWith("Dites pourquoi", Assert.Single((await asks.Send()).Errors), StringComparison.Ordinal);
        var done = await asks.Fill("Pourquoi ?", "Une pile s’est perdue.").Send();
        Assert.Contains("3 cartes ont été faites", done.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var entry = await place.Db(db => db.JournalEntries().SingleAsync(e => e.Act == Croisee.Surveys.Acts.CodesCancelled && e.SubjectId == given.Survey.Id));
        Assert.Equal("Résidence des Tilleuls : Une pile s’est perdue.", entry.Reason);
        using var other = place.Browser();
        Assert.StartsWith("Cette carte ne sert plus", Assert.Single((await Begin(other, given, cards[1])).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Ce code ne convient pas", Assert.Single((await Begin(other, given, cards[0])).Errors), StringComparison.Ordinal);
        Assert.Equal("Merci, vos réponses sont arrivées", (await form.Choose("Oui", "Je sais à qui donner mon avis.").Send()).Heading);
        // Sent again from an old page, it cancels no card that was made since.
        var more = await place.Cards(given, 1);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await asks.Fill("Pourquoi ?", "Encore.").Send()).Status);
        using var third = place.Browser();
        Assert.Equal("Participer : mon avis compte", (await Begin(third, given, more[0])).Heading);
    }

    /// <summary>Aimed at, a card needs no typing: its code stands where no browser sends it.</summary>
    [Fact]
    public async Task A_card_bears_a_drawing_that_leads_to_its_own_code()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 20);
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var made = await (await desk.Open($"/bureau/enquetes/{given.Survey.Reference}/codes/{given.Code}")).Form("Faire les cartes").Fill("Combien de cartes ?", "2").Choose("Oui : dès maintenant").Send();
        Assert.Equal(2, made.Document.QuerySelectorAll(".cards svg.qr path").Select(p => p.GetAttribute("d")).Distinct().Count());
        using var anyone = place.Browser();
        var page = await anyone.Open($"/repondre/{given.Code}/code");
        Assert.NotNull(page.Document.QuerySelector("form[data-from-address] input[name='Form.Code']"));
        Assert.Contains("/js/from-address", string.Join(' ', page.Document.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src"))), StringComparison.Ordinal);
        // Who comes by the drawing has seen no other page: what for and who reads is told here too.
        Assert.Contains(given.Survey.Purpose, page.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_cards_close_the_place_only_when_it_is_said_and_a_page_sent_twice_makes_them_once()
    {
        var given = await place.Given.AnOpenSurvey(eligible: 20);
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var form = (await desk.Open($"/bureau/enquetes/{given.Survey.Reference}/codes/{given.Code}")).Form("Faire les cartes").Fill("Combien de cartes ?", "4");
        var refused = await form.Send();
        Assert.Equal("4", refused.Form("Faire les cartes").Value("Combien de cartes ?"));
        Assert.StartsWith("Cochez la case", Assert.Single(refused.Errors), StringComparison.Ordinal);
        using (var anyone = place.Browser()) Assert.Equal("Participer : mon avis compte", (await anyone.Open($"/repondre/{given.Code}/questions")).Heading);

        form.Choose("Oui : dès maintenant");
        Assert.Equal(4, (await form.Send()).Document.QuerySelectorAll(".cards .big").Length);
        var twice = await form.Send();
        Assert.Equal(System.Net.HttpStatusCode.Conflict, twice.Status);
        Assert.StartsWith("Aucune carte n’a été faite cette fois", Assert.Single(twice.Errors), StringComparison.Ordinal);
        Assert.Contains("4 cartes ont été faites", twice.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(4, await place.Db(db => db.OneTimeCodes.CountAsync(c => c.PlaceId == given.Survey.Places.Single().Id)));
        // More are made on purpose, without being asked again.
        Assert.Equal(2, (await twice.Form("Faire les cartes").Fill("Combien de cartes ?", "2").Send()).Document.QuerySelectorAll(".cards .big").Length);
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

    /// <summary>A reply that got lost is asked for again with the same blinded message; with another, the card is used, and what cannot be signed costs none.</summary>
    [Fact]
    public async Task A_blinded_message_is_signed_once_for_a_card_and_again_when_its_reply_was_lost()
    {
        var (given, cards) = await Cards(2);
        using var browser = place.Browser();
        var key = (await browser.Open($"/repondre/{given.Code}/code")).Document.QuerySelector("form[data-key]")!.GetAttribute("data-key")!;
        Blinder mine = new(Convert.FromBase64String(key)), other = new(Convert.FromBase64String(key));
        foreach (var broken in new[] { new byte[BlindSignature.Bytes], new byte[BlindSignature.Bytes - 1], [.. Enumerable.Repeat((byte)255, BlindSignature.Bytes)] })
            Assert.StartsWith("Cette page est abîmée", Assert.Single((await browser.Ask(given, cards[0], broken)).Page.Errors), StringComparison.Ordinal);
        var signed = (await browser.Ask(given, cards[0], mine.Blinded)).Signature;
        Assert.NotNull(signed);
        Assert.Equal(signed, (await browser.Ask(given, cards[0], mine.Blinded)).Signature);
        Assert.StartsWith("Ce code ne convient pas", Assert.Single((await browser.Ask(given, cards[0], other.Blinded)).Page.Errors), StringComparison.Ordinal);
        Assert.Single((await Begin(browser, given, cards[0])).Errors);
        // The server never saw the message, and takes it.
        Assert.Equal("Participer : mon avis compte", (await browser.ByScript(given, cards[1])).Heading);
    }

    [Fact]
    public async Task Sixty_four_sendings_with_one_ticket_are_one_sheet_and_a_second_form_is_refused()
    {
        var (given, cards) = await Cards(1);
        using var browser = place.Browser();
        var page = await browser.ByScript(given, cards[0]);
        var form = page.Form("Envoyer mes réponses").Choose("Oui", "Je sais à qui donner mon avis.");
        var second = (await browser.Open($"/repondre/{given.Code}/questions")).Form("Envoyer mes réponses").Set("r.savoir", "OUN_NON");
        var ticket = browser.Cookies[AnswerTicket.Name];
        var twins = Enumerable.Range(0, 64).Select(_ => { var twin = place.Browser(); foreach (var (name, value) in browser.Cookies) twin.Keep(name, value); return twin; }).ToList();
        var sent = await Task.WhenAll(twins.Select(t => form.By(t).Send()));
        Assert.All(sent, p => Assert.Equal("Merci, vos réponses sont arrivées", p.Heading));
        Assert.Single(await Sheets(given));
        browser.Keep(AnswerTicket.Name, ticket);
        Assert.StartsWith("Votre carte a déjà répondu", Assert.Single((await second.Send()).Errors), StringComparison.Ordinal);
        Assert.Single(await Sheets(given));
        twins.ForEach(t => t.Dispose());
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
