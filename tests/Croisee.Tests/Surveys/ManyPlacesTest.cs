using System.IO.Compression;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Desk;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Eighty places of one survey: added from a spreadsheet, all or none, printed at once, and followed from what is published.</summary>
public sealed class ManyPlacesTest(Place place) : IClassFixture<Place>
{
    const string Lines = "Un lieu par ligne ; nombre de personnes ; FINESS ; regroupement", Read = "Relire la liste";

    static string Desk(GivenSurvey given) => $"/bureau/enquetes/{given.Survey.Reference}";

    async Task<Browser> Team(GivenSurvey given) => await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));

    Task<List<SurveyPlace>> Places(GivenSurvey given) => place.Db(db => db.SurveyPlaces.AsNoTracking().Where(p => p.SurveyId == given.Survey.Id).OrderBy(p => p.Name).ToListAsync());

    [Fact]
    public async Task A_pasted_list_is_shown_as_it_was_understood_then_added_at_once()
    {
        var given = await place.Given.AnOpenSurvey();
        var home = new Organisation("Foyer du Port", OrganisationKind.Establishment, given.Survey.Organisation, "990000123");
        await place.Given.Added(home);
        using var team = await Team(given);
        var page = await (await team.Open(Desk(given) + "/lieux/ajouter")).Form(Read).Fill(Lines, "Foyer du Port\t1 250\t99 000 0123\n\nMaison des Vignes ; 40\n\"Ferme ; le Pré\"\t\t\nClos Fleuri").Send();
        Assert.Empty(page.Errors);
        Assert.Contains("4 lieux compris", page.TextContent, StringComparison.Ordinal);
        Assert.Single(await Places(given));
        // Changed after it was shown, it is shown again.
        page = await page.Form("Ajouter ces 4 lieux").Fill(Lines, "Foyer du Port ; 1 250 ; 990000123\nMaison des Vignes ; 40\nClos Fleuri").Send();
        Assert.Single(await Places(given));
        await page.Form("Ajouter ces 3 lieux").Send();
        var places = await Places(given);
        Assert.Equal(["Clos Fleuri", "Foyer du Port", "Maison des Vignes", "Résidence des Tilleuls"], places.Select(p => p.Name));
        Assert.Equal([null, 1250, 40, 60], places.Select(p => p.Eligible));
        Assert.Equal(home.Id, places[1].OrganisationId);
    }

    [Fact]
    public async Task Whatever_is_wrong_in_a_list_is_said_by_line_and_nothing_is_added()
    {
        var given = await place.Given.AnOpenSurvey();
        using var team = await Team(given);
        var page = await (await team.Open(Desk(given) + "/lieux/ajouter")).Form(Read).Fill(Lines, "Foyer du Port ; beaucoup\nrésidence des tilleuls ; 12\nClos Fleuri ; 12\nClos Fleuri\n ; 8\nMas du Lac ; 9 ; 990009999").Send();
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["Ligne 1", "Ligne 2", "Ligne 4", "Ligne 5", "Ligne 6"], page.Errors.Select(e => e.Split(" :")[0]));
        Assert.DoesNotContain("Ajouter ce", page.TextContent, StringComparison.Ordinal);
        // Nor by a page that says that it was read.
        await page.Form(Read).Set("faire", AddPlacesModel.Sure).Send();
        Assert.Single(await Places(given));
    }

    [Fact]
    public async Task All_posters_codes_and_papers_come_at_once()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: ["Foyer du Port", "Maison des Vignes"]);
        using var team = await Team(given);
        var places = await Places(given);
        var posters = (await team.Open(Desk(given) + "/affiches")).Document.QuerySelectorAll("article.poster");
        Assert.Equal(places.Select(p => p.Name), posters.Select(p => Page.Text(p.QuerySelector("p.lead"))));
        Assert.Equal(2, posters.Count(p => p.ClassList.Contains("own-page")));
        var lines = (await team.Open(Desk(given) + "/lieux.csv")).Source.Trim().Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.All(places, p => Assert.Contains(lines, l => l.StartsWith(p.Name + ";" + p.Code + ";http", StringComparison.Ordinal) && l.Contains(";60;", StringComparison.Ordinal)));
        using var answer = await team.Send(new HttpRequestMessage(HttpMethod.Get, Desk(given) + "/papiers/facile-1.zip"));
        if (answer.StatusCode is System.Net.HttpStatusCode.ServiceUnavailable) return;
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(places.Select(p => p.Name.Split(' ')[0][..3].ToLowerInvariant().Replace('é', 'e') + p.Code).Order(), zip.Entries.Select(e => e.Name[..3] + e.Name[..^"-facile.pdf".Length][^6..]).Order());
        using var first = new StreamReader(zip.Entries[0].Open());
        Assert.StartsWith("%PDF-1.", await first.ReadLineAsync(), StringComparison.Ordinal);
        using var more = await team.Send(new HttpRequestMessage(HttpMethod.Get, Desk(given) + "/papiers/facile-2.zip"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, more.StatusCode);
    }

    /// <summary>Row for row what each place's own file says: a place of which nothing is published has no row, and nothing is said of all of them together.</summary>
    [Fact]
    public async Task The_results_of_all_places_come_in_one_file_and_say_no_more_than_those_of_each()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: ["Foyer du Port", "Maison des Vignes"]);
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        await place.Given.TheyAnswered(given, 30, atPlace: 1, choice: i => i % 3 == 0 ? 1 : 0);
        await place.Given.TheyAnswered(given, 4, atPlace: 2);
        await place.Given.TheJobRan(Croisee.Surveys.Results.PublishFigures.Job);
        using var team = await Team(given);
        var list = await team.Open(Desk(given) + "/lieux");
        static string[] Rows(string file) => [.. file.Split('\n').Skip(1).Where(l => l.Contains(';', StringComparison.Ordinal))];
        var all = Rows((await team.Open(list.Link("CSV, tous les lieux").GetAttribute("href")!)).Source);
        List<string> apart = [];
        foreach (var one in (await Places(given)).OrderBy(p => p.Name, StringComparer.Ordinal)) apart.AddRange(Rows((await team.Open($"/repondre/{one.Code}/resultats/fichier/csv")).Source));
        Assert.Equal(apart, all);
        Assert.Equal(["Foyer du Port", "Résidence des Tilleuls"], all.Select(r => r.Split(';')[4]).Distinct());
        foreach (var format in new[] { "XLSX", "ODS" })
        {
            using var file = await team.Send(new HttpRequestMessage(HttpMethod.Get, list.Link(format + ", tous les lieux").GetAttribute("href")));
            Assert.Equal($"resultats-lieux-{given.Survey.Reference}.{format.ToLowerInvariant()}", file.Content.Headers.ContentDisposition!.FileName);
        }
        Assert.Contains("savoir;OUN_OUI;Oui;", (await (await team.Open(list.Path)).Follow("Les codes (CSV)")).Source, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await team.Open(Desk(given) + "/lieux/resultats/docx")).Status);
    }

    [Fact]
    public async Task The_desk_shows_places_some_at_a_time_and_finds_one_by_its_name()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: [.. Enumerable.Range(1, 2 * SurveyDeskModel.PerPage).Select(i => $"Lieu {i:00}")]);
        using var team = await Team(given);
        var desk = await team.Open(Desk(given));
        Assert.Equal(SurveyDeskModel.PerPage, desk.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Page 1 sur 3", desk.TextContent, StringComparison.Ordinal);
        var found = await desk.Form("Chercher").Set("nom", "residence").Send();
        Assert.Equal("Résidence des Tilleuls", Page.Text(Assert.Single(found.Document.QuerySelectorAll("tbody th"))));
        Assert.Equal(1, (await team.Open(Desk(given) + "?feuille=3")).Document.QuerySelectorAll("tbody tr").Length);
    }

    /// <summary>A place of nine answers and one of none read alike.</summary>
    [Fact]
    public async Task Places_are_followed_from_what_is_published_and_nothing_else()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: ["Foyer du Port", "Maison des Vignes"]);
        await place.Given.TheyAnswered(given, 23, choice: i => i % 2);
        await place.Given.TheyAnswered(given, 9, atPlace: 1);
        await place.Given.TheJobRan(PublishFigures.Job);
        using var team = await Team(given);
        var list = await team.Open(Desk(given) + "/lieux");
        string[] Row(Page page, string name) => [.. page.Document.QuerySelectorAll("tbody tr").Single(r => Page.Text(r.QuerySelector("th")) == name).QuerySelectorAll("td").Select(Page.Text)];
        Assert.Equal("de 20 à 24 réponses", Row(list, "Résidence des Tilleuls")[1]);
        Assert.Equal("de 33 à 40 %", Row(list, "Résidence des Tilleuls")[2]);
        Assert.Equal(ResultLines.TooFew, Row(list, "Foyer du Port")[1]);
        Assert.Equal(Row(list, "Maison des Vignes"), Row(list, "Foyer du Port"));
        Assert.Equal(["Foyer du Port", "Maison des Vignes", "Résidence des Tilleuls"], list.Document.QuerySelectorAll("tbody th").Select(Page.Text));
        var turned = await list.Follow(Page.Text(list.Document.QuerySelector("thead a")!));
        Assert.Equal(["Résidence des Tilleuls", "Maison des Vignes", "Foyer du Port"], turned.Document.QuerySelectorAll("tbody th").Select(Page.Text));
    }

    [Fact]
    public void A_separator_between_quotes_is_part_of_the_name()
    {
        var (lines, faults) = PlaceLines.Read("\"Résidence ; Tilleuls\";62\n\"Le \"\"Clos\"\" ; en bas\" ; 8 ; ; \"Gironde ; sud\"\n\"Mas\tdu Lac\" ; 9\n\"Les Vignes ; 12\n\"Port ; 1\"\t5", []);
        Assert.Empty(faults);
        Assert.Equal([("Résidence ; Tilleuls", 62), ("Le \"Clos\" ; en bas", 8), ("Mas\tdu Lac", 9), ("\"Les Vignes", 12), ("Port ; 1", 5)], lines.Select(l => (l.Name, l.Eligible!.Value)));
        Assert.Equal("Gironde ; sud", lines[1].Grouping);
    }
}
