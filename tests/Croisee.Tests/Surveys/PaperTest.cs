using System.Text.Json;
using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.OnPaper;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Paper: printed from the same document, keyed in by numbers, twice where asked.</summary>
[Trait("kind", "slow")]
public sealed class PaperTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenSurvey Given, Browser Browser, string Desk)> ASurveyAtTheDesk()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind, otherPlaces: "Foyer du Port");
        return (given, await AKeyer(given, first: false), $"/bureau/enquetes/{given.Survey.Reference}");
    }

    /// <summary>Somebody of the team, who keyed a paper elsewhere before unless this is their first; of the first ten here, the seventh is drawn.</summary>
    async Task<Browser> AKeyer(GivenSurvey given, bool first, string name = "Organise")
    {
        var person = await place.Given.AnAccount(name, Croisee.People.Role.Organiser, given.Survey.Organisation);
        var seed = Enumerable.Range(1, 100_000).First(s => Enumerable.Range(1, 10).All(n => SecondKeying.Draws(s, n) == (n == 7)));
        await place.Db(async db =>
        {
            var number = 1 + await db.PaperEntries.CountAsync(e => e.SurveyId == given.Survey.Id);
            if (!first) db.PaperEntries.Add(new PaperEntry(given.Survey, given.Survey.Places[1], number, person.Id, place.Clock.ParisToday(), Guid.CreateVersion7()));
            await db.SaveChangesAsync();
            return await db.Write(d => d.SurveyPlaces.Where(p => p.Id == given.Place.Id).ExecuteUpdate(s => s.SetProperty(p => p.SampleSeed, seed)));
        });
        return await place.Given.SignedIn(person);
    }

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    [Theory]
    [InlineData("courant")]
    [InlineData("facile")]
    public async Task Prints_every_box_inside_its_page_and_says_where_it_is(string words)
    {
        var (given, browser, desk) = await ASurveyAtTheDesk();
        using var pdf = await browser.Send(new HttpRequestMessage(HttpMethod.Get, $"{desk}/papier/{given.Code}/{words}.pdf"));
        Assert.StartsWith("%PDF-1.", System.Text.Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync())[..8], StringComparison.Ordinal);
        var grid = JsonDocument.Parse((await browser.Open($"{desk}/papier/{given.Code}/{words}.json")).Source).RootElement;
        Assert.Equal(given.Code, grid.GetProperty("code").GetString());
        var marks = grid.GetProperty("marks").EnumerateArray().ToList();
        foreach (var field in given.Content.Fields)
        {
            var mine = marks.Where(m => m.GetProperty("field").GetString() == field.Code).ToList();
            Assert.Equal(field.Question.Kind.IsClosed() ? new Croisee.Surveys.Answering.AskedField(field, new Reader(words == "facile"), null, []).Offered.Count : field.Question.OffersRefusalTo(new Reader(words == "facile")) ? 2 : 1, mine.Count);
        }
        foreach (var mark in marks)
        {
            Assert.InRange(mark.GetProperty("x").GetDouble(), 10, 200);
            Assert.InRange(mark.GetProperty("y").GetDouble(), 10, 285 - mark.GetProperty("height").GetDouble());
        }
        foreach (var page in marks.GroupBy(m => m.GetProperty("page").GetInt32()))
        {
            var placed = page.OrderBy(m => m.GetProperty("y").GetDouble()).ToList();
            foreach (var (above, below) in placed.Zip(placed.Skip(1))) Assert.True(above.GetProperty("y").GetDouble() + above.GetProperty("height").GetDouble() <= below.GetProperty("y").GetDouble(), $"{above} covers {below}");
        }
        browser.Dispose();
    }

    /// <summary>Whoever fills a paper sees every question: when one is for them is printed, for a part and for what is only said too.</summary>
    [Fact]
    public async Task A_condition_takes_its_place_on_the_paper_wherever_it_stands()
    {
        var free = Given.EveryKind with { Sections = [.. Given.EveryKind.Sections.Select(s => s with { ShownIf = null })] };
        var said = free.Put("debut", new AskedQuestion("dit", QuestionKind.Information, new Wording("Pensez au mois dernier.")));
        var saidIf = free.Put("debut", new AskedQuestion("dit", QuestionKind.Information, new Wording("Pensez au mois dernier.")) { ShownIf = new Chosen("connu", "OUN_OUI") });
        Assert.True(await Down(free) < await Down(Given.EveryKind), "The condition of a part is not printed.");
        Assert.True(await Down(said) < await Down(saidIf), "The condition of an information is not printed.");

        async Task<double> Down(QuestionnaireContent content)
        {
            // Short enough to stand on one page: what is printed above pushes what is below.
            var few = content with { Sections = [content.Sections[0] with { Questions = [content.Questions.First(), .. content.Sections[0].Questions.Where(q => q.Kind is QuestionKind.Information)] }, content.Sections[1] with { Questions = [content.Find("mot")!] }] };
            var given = await place.Given.AnOpenSurvey(content: few);
            using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Croisee.People.Role.Organiser, given.Survey.Organisation));
            var marks = JsonDocument.Parse((await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/papier/{given.Code}/courant.json")).Source).RootElement.GetProperty("marks").EnumerateArray();
            return marks.Where(m => m.GetProperty("field").GetString() == "mot").Select(m => m.GetProperty("page").GetInt32() * 297 + m.GetProperty("y").GetDouble()).Single();
        }
    }

    /// <summary>« Comment vous sentez-vous ? » answered by faces: each has its room on every sheet, what says nothing has none on the usual one.</summary>
    [Fact]
    public async Task A_scale_of_faces_has_them_on_the_usual_sheet_too()
    {
        var given = await place.Given.AnOpenSurvey(content: new(new Wording("Essai")) { Sections = [new("p") { Questions = [new("humeur", QuestionKind.Scale, new Wording("Comment vous sentez-vous ?")) { Scale = "V-VISAGE3" }] }] });
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Croisee.People.Role.Organiser, given.Survey.Organisation));
        var down = JsonDocument.Parse((await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/papier/{given.Code}/courant.json")).Source).RootElement.GetProperty("marks").EnumerateArray()
            .Where(m => m.GetProperty("field").GetString() == "humeur").Select(m => m.GetProperty("y").GetDouble()).ToList();
        Assert.True(down[1] - down[0] > down[^1] - down[^2] + 1, string.Join(' ', down));
    }

    [Fact]
    public async Task The_paper_offers_every_way_that_is_keyed_in_and_the_desk_leads_to_its_grid()
    {
        var (given, browser, desk) = await ASurveyAtTheDesk();
        var page = await browser.Open(desk);
        foreach (var words in new[] { "courant", "grand", "facile" })
        {
            var link = page.Document.QuerySelector($"a[href$='papier/{given.Code}/{words}.json']")!.GetAttribute("href")!;
            var ways = JsonDocument.Parse((await browser.Open(link)).Source).RootElement.GetProperty("marks").EnumerateArray().Where(m => m.GetProperty("field").GetString() == "_maniere").Select(m => m.GetProperty("option").GetString()).ToList();
            var keyed = (await browser.Open($"{desk}/saisie/{given.Code}")).Document.QuerySelectorAll("select[name='Form.Mode'] option").Select(o => o.GetAttribute("value")).Where(v => v is { Length: > 0 });
            Assert.Equal(keyed, ways);
        }
        browser.Dispose();
    }

    /// <summary>Whoever sees badly and reads well gets the usual words, no easy ones.</summary>
    [Fact]
    public async Task Large_print_has_the_usual_words_and_larger_boxes()
    {
        var (given, browser, desk) = await ASurveyAtTheDesk();
        async Task<List<(string Field, string? Option, double Width)>> Grid(string words) => [.. JsonDocument.Parse((await browser.Open($"{desk}/papier/{given.Code}/{words}.json")).Source).RootElement.GetProperty("marks").EnumerateArray().Select(m => (m.GetProperty("field").GetString()!, m.GetProperty("option").GetString(), m.GetProperty("width").GetDouble()))];
        var (usual, large) = (await Grid("courant"), await Grid("grand"));
        Assert.Equal(usual.Select(m => (m.Field, m.Option)), large.Select(m => (m.Field, m.Option)));
        Assert.All(usual.Zip(large).Where(p => p.First.Option is not null), p => Assert.True(p.Second.Width > 1.2 * p.First.Width));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Open($"{desk}/papier/{given.Code}/enorme.pdf")).Status);
        browser.Dispose();
    }

    [Fact]
    public async Task Numbers_keyed_in_are_the_answers_of_the_paper()
    {
        var (given, browser, desk) = await ASurveyAtTheDesk();
        var page = await (await browser.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "1").Fill("Où allez-vous ?", "1 2").Fill("Mettez dans l’ordre.", "2 0 1").Fill("Combien de réunions ?", "4").Send();
        Assert.Equal("2", page.Document.QuerySelector("#Form_Number")!.GetAttribute("value"));
        var sheet = Assert.Single(await Sheets(given));
        Assert.Equal("CAN_PAPIER", sheet.Channel);
        Assert.Equal(["SALON", "JARDIN"], sheet.Given()["lieux"]);
        Assert.Equal(["SORTIES", "REPAS"], sheet.Given()["ordre"]);
        Assert.Contains("Organise", page.TextContent, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task A_number_that_no_box_has_is_refused_and_a_paper_is_keyed_once()
    {
        var (given, browser, desk) = await ASurveyAtTheDesk();
        var refused = await (await browser.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "9").Send();
        Assert.Equal(["Choisissez une réponse de la liste."], refused.Errors);
        await refused.Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "2").Send();
        var again = await (await browser.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Numéro de la feuille", "1").Send();
        Assert.StartsWith("La feuille 1 est déjà saisie", Assert.Single(again.Errors), StringComparison.Ordinal);
        Assert.Single(await Sheets(given));
        browser.Dispose();
    }

    [Fact]
    public async Task In_double_entry_the_two_are_compared_and_the_paper_decides()
    {
        var (given, browser, desk) = await ASurveyAtTheDesk();
        await (await browser.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "1").Fill("Un mot ?", "Merci").Choose("Faire saisir cette feuille une seconde fois, pour vérifier").Send();
        Assert.Empty(await Sheets(given));
        var differ = await (await browser.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Numéro de la feuille", "1").Fill("Vous connaissez le conseil.", "2").Send();
        Assert.Equal(2, differ.Errors.Count);
        Assert.Contains("La première saisie dit : Oui. Regardez la feuille.", differ.Errors[0], StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
        await differ.Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "1").Choose("J’ai relu la feuille : ce que je viens d’écrire est juste").Send();
        Assert.Equal(["OUN_OUI"], Assert.Single(await Sheets(given)).Given()["connu"]);
        Assert.False(await place.Db(db => db.PaperEntries.AnyAsync(e => e.SurveyId == given.Survey.Id && e.Waiting != null)));
        browser.Dispose();
    }

    /// <summary>One impatient click is no second keying, and the way of answering is compared as the answers are (PRX-R1).</summary>
    [Fact]
    public async Task The_same_form_sent_twice_verifies_nothing_and_the_way_of_answering_is_a_line_too()
    {
        var (given, browser, desk) = await ASurveyAtTheDesk();
        const string How = "Comment la personne a-t-elle répondu ? (facultatif)";
        var form = (await browser.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "1").Select(How, "Seul").Choose("Faire saisir cette feuille une seconde fois, pour vérifier");
        await form.Send();
        Assert.Contains("La feuille 1 attend une seconde saisie.", (await form.Send()).TextContent, StringComparison.Ordinal);
        Assert.Empty(await Sheets(given));
        var differ = await (await browser.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Numéro de la feuille", "1").Fill("Vous connaissez le conseil.", "1").Select(How, "Aide d’un pair").Send();
        Assert.StartsWith("La première saisie dit : ", Assert.Single(differ.Errors), StringComparison.Ordinal);
        var last = differ.Form("Enregistrer la feuille").Choose("J’ai relu la feuille : ce que je viens d’écrire est juste");
        await last.Send();
        Assert.Contains("La feuille 1 est saisie.", (await last.Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal("aide_pair", Assert.Single(await Sheets(given)).Mode);
        browser.Dispose();
    }

    /// <summary>S43: whoever keys what suits them does not know which papers somebody else will key after them.</summary>
    [Fact]
    public async Task A_paper_that_is_drawn_is_counted_once_another_person_keyed_it_and_the_errors_are_told()
    {
        var (given, first, desk) = await ASurveyAtTheDesk();
        using var second = await AKeyer(given, first: false, "Relit");
        async Task<Page> Key(Browser by, int number, string known) => await (await by.Open($"{desk}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Numéro de la feuille", $"{number}").Fill("Vous connaissez le conseil.", known).Select("Comment la personne a-t-elle répondu ? (facultatif)", "Seul").Send();
        await Key(first, 6, "1");
        Assert.Single(await Sheets(given));
        var page = await Key(first, 7, "1");
        Assert.Contains("La feuille 7 est tirée au sort", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("ce n’est pas à vous de les vérifier : 7.", page.TextContent, StringComparison.Ordinal);
        Assert.Single(await Sheets(given));
        Assert.Contains("une autre personne doit la saisir", Assert.Single((await Key(first, 7, "1")).Errors), StringComparison.Ordinal);
        var differ = await Key(second, 7, "2");
        Assert.StartsWith("La première saisie dit : Oui.", Assert.Single(differ.Errors), StringComparison.Ordinal);
        page = await differ.Form("Enregistrer la feuille").Choose("J’ai relu la feuille : ce que je viens d’écrire est juste").Send();
        Assert.Equal(2, (await Sheets(given)).Count);
        // Each line, and how the person answered.
        var lines = given.Content.Fields.Count() + 1;
        Assert.Contains($"Erreurs de première saisie : 1 sur {lines} réponses", page.TextContent, StringComparison.Ordinal);
        var entry = await place.Db(db => db.PaperEntries.AsNoTracking().SingleAsync(e => e.PlaceId == given.Place.Id && e.Number == 7));
        Assert.Equal((true, lines, 1, null), (entry.Drawn, entry.Compared, entry.Wrong, entry.Waiting));
        first.Dispose();
    }

    [Fact]
    public async Task The_first_paper_of_each_person_is_looked_at_and_keeps_how_it_was_answered_to_the_end()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var browser = await AKeyer(given, first: true);
        await (await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/saisie/{given.Code}")).Form("Enregistrer la feuille").Fill("Vous connaissez le conseil.", "1").Select("Comment la personne a-t-elle répondu ? (facultatif)", "Seul").Send();
        Assert.Empty(await Sheets(given));
        var entry = await place.Db(db => db.PaperEntries.AsNoTracking().SingleAsync(e => e.SurveyId == given.Survey.Id));
        var (answers, mode) = entry.LetGo();
        Assert.Equal((true, "seul"), (entry.Drawn, mode));
        Assert.Equal(["connu"], answers.Values.Keys);
    }

    [Fact, Trait("kind", "pure")]
    public void About_one_paper_in_twenty_is_drawn_by_any_seed_and_the_same_ones_each_time()
    {
        foreach (var seed in Enumerable.Range(0, 50))
        {
            List<int> drawn = [.. Enumerable.Range(1, 2000).Where(n => SecondKeying.Draws(seed, n))];
            // Five standard deviations around a hundred.
            Assert.InRange(drawn.Count, 51, 149);
            Assert.Equal(drawn, Enumerable.Range(1, 2000).Where(n => SecondKeying.Draws(seed, n)));
        }
    }
}
