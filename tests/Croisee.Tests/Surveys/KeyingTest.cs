using System.Text.Json;
using Croisee.Data;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.OnPaper;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>What is keyed is what stands on the paper, once for each paper, whoever keys at the same time.</summary>
[Trait("kind", "slow")]
public sealed class KeyingTest(Place place) : IClassFixture<Place>
{
    const string Save = "Enregistrer la feuille", Number = "Numéro de la feuille", Known = "Vous connaissez le conseil.", Twice = "Faire saisir cette feuille une seconde fois, pour vérifier", Order = "Mettez dans l’ordre.";

    async Task<(GivenSurvey Given, Browser Browser, string Page)> AKeyer(QuestionnaireContent? content = null)
    {
        var given = await place.Given.AnOpenSurvey(content: content ?? Given.EveryKind, otherPlaces: "Foyer du Port");
        // Of the first twenty papers here none is drawn.
        var seed = Enumerable.Range(1, 100_000).First(s => Enumerable.Range(1, 20).All(n => !SecondKeying.Draws(s, n)));
        await place.Db(db => db.Write(d => d.SurveyPlaces.Where(p => p.Id == given.Place.Id).ExecuteUpdate(s => s.SetProperty(p => p.SampleSeed, seed))));
        return (given, await Another(given), $"/bureau/enquetes/{given.Survey.Reference}/saisie/{given.Code}");
    }

    /// <summary>Of the team, who keyed a paper elsewhere before.</summary>
    async Task<Browser> Another(GivenSurvey given)
    {
        var person = await place.Given.AnAccount("Saisit", Croisee.People.Role.Organiser, given.Survey.Organisation);
        await place.Db(async db =>
        {
            var number = 1 + await db.PaperEntries.CountAsync(e => e.SurveyId == given.Survey.Id);
            db.PaperEntries.Add(new PaperEntry(given.Survey, given.Survey.Places[1], number, person.Id, place.Clock.ParisToday(), Guid.CreateVersion7()));
            return await db.SaveChangesAsync();
        });
        return await place.Given.SignedIn(person);
    }

    Task<List<AnswerSheet>> Sheets(GivenSurvey given) => place.Db(db => db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == given.Survey.Id).ToListAsync());

    static QuestionnaireContent WithWayOut(bool shuffled) => Given.EveryKind with
    {
        Sections = [.. Given.EveryKind.Sections.Select(s => s with { Questions = [.. s.Questions.Select(q => q.Code == "ordre" ? q with { Shuffled = shuffled, Options = [.. q.Options, new("NSP", new Wording("Je ne sais pas"), Silent: true)] } : q)] })],
    };

    /// <summary>The paper asks for 1, 2, 3… in the boxes: whoever copies them from top to bottom copies the order of the person.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_ranking_is_keyed_as_it_is_written_in_the_boxes_of_the_paper(bool shuffled)
    {
        var (given, browser, page) = await AKeyer(WithWayOut(shuffled));
        var boxes = JsonDocument.Parse((await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/papier/{given.Code}/courant.json")).Source).RootElement.GetProperty("marks").EnumerateArray()
            .Where(m => m.GetProperty("field").GetString() == "ordre").Select(m => m.GetProperty("option").GetString()!).Where(o => o != "NSP").ToList();
        Dictionary<string, string> written = new() { ["REPAS"] = "2", ["SOINS"] = "3", ["SORTIES"] = "1" };
        var refused = await (await browser.Open(page)).Form(Save).Fill(Order, "2 1").Send();
        Assert.Equal("Il y a 3 cases : écrivez 3 nombres, 0 pour une case vide.", Assert.Single(refused.Errors));
        // What is wrong does not take away how to write it.
        Assert.Equal(["hint", "error"], refused.Document.QuerySelector("[aria-invalid]")!.GetAttribute("aria-describedby")!.Split(' ').Select(id => refused.Document.GetElementById(id)!.ClassName));
        await refused.Form(Save).Fill(Order, string.Join(' ', boxes.Select(b => written[b]))).Send();
        Assert.Equal(["SORTIES", "REPAS", "SOINS"], Assert.Single(await Sheets(given)).Given()["ordre"]);
        await (await browser.Open(page)).Form(Save).Fill(Order, "a").Send();
        Assert.Contains(await Sheets(given), s => s.Given()["ordre"] is ["NSP"]);
        browser.Dispose();
    }

    /// <summary>A paper has what it has: fewer places than the question asks for are keyed as they were written.</summary>
    [Fact]
    public async Task An_order_with_too_few_places_on_paper_is_keyed_as_it_is()
    {
        var content = Given.EveryKind with { Sections = [.. Given.EveryKind.Sections.Select(s => s with { Questions = [.. s.Questions.Select(q => q.Code == "ordre" ? q with { Least = 2, Most = 2 } : q)] })] };
        var (given, browser, page) = await AKeyer(content);
        Assert.Equal("Choisissez 2 réponses au plus.", Assert.Single((await (await browser.Open(page)).Form(Save).Fill(Order, "1 2 3").Send()).Errors));
        await (await browser.Open(page)).Form(Save).Fill(Order, "0 1 0").Send();
        Assert.Equal(["SOINS"], Assert.Single(await Sheets(given)).Given()["ordre"]);
        browser.Dispose();
    }

    [Fact]
    public async Task Two_who_begin_together_key_two_papers()
    {
        var (given, first, page) = await AKeyer();
        using var second = await Another(given);
        var (one, other) = ((await first.Open(page)).Form(Save), (await second.Open(page)).Form(Save));
        await one.Fill(Known, "1").Choose(Twice).Send();
        var told = await other.Fill(Known, "2").Send();
        Assert.StartsWith("Quelqu’un vient de saisir une feuille 1. La vôtre porte maintenant le numéro 2", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal("2", told.Document.QuerySelector("#r_connu")!.GetAttribute("value"));
        await told.Form(Save).Send();
        Assert.Equal(["OUN_NON"], Assert.Single(await Sheets(given)).Given()["connu"]);
        // Its second keying starts from the list, and is one.
        var waiting = (await second.Open(page)).Document.QuerySelector("a[href$='feuille=1']")!.GetAttribute("href")!;
        await (await second.Open(waiting)).Form(Save).Fill(Known, "1").Send();
        Assert.Equal(2, (await Sheets(given)).Count);
        first.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_paper_is_one_sheet_however_often_and_by_whomever_it_is_sent_at_once(bool two)
    {
        var (given, browser, page) = await AKeyer();
        await (await browser.Open(page)).Form(Save).Fill(Known, "1").Choose(Twice).Send();
        using var another = await Another(given);
        var forms = new List<Form>();
        foreach (var by in two ? [browser, another] : new[] { another }) forms.Add((await by.Open(page + "?feuille=1")).Form(Save).Fill(Known, "1"));
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() => forms[n % forms.Count].Send())));
        Assert.All(sent, s => Assert.True((int)s.Status < 500, s.Source));
        var sheet = Assert.Single(await Sheets(given));
        var entry = await place.Db(db => db.PaperEntries.AsNoTracking().SingleAsync(e => e.PlaceId == given.Place.Id));
        // What the entry keeps of the form does not lead to the sheet.
        Assert.NotEqual(SheetKey.Id(PaperEntry.KeyOf(entry.Once!.Value, given.Place, 1), "feuille"), sheet.Id);
        browser.Dispose();
    }

    [Fact]
    public async Task A_new_paper_sent_twelve_times_at_once_is_one_sheet()
    {
        var (given, browser, page) = await AKeyer();
        var form = (await browser.Open(page)).Form(Save).Fill(Known, "1");
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => form.Send())));
        Assert.All(sent, s => Assert.True((int)s.Status < 400, s.Source));
        Assert.Single(await Sheets(given));
        browser.Dispose();
    }
}
