using System.Net;
using Croisee.Experiences;
using Croisee.Framework;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The maps: each number is the length of the list behind it, what is missing is named, and a call can begin there.</summary>
public sealed class CoverageTest(Place place) : IClassFixture<Place>
{
    [Theory]
    [InlineData("?lignes=contexte&colonnes=registre"), InlineData("?lignes=region&colonnes=degre&remarquable=oui"), InlineData("?lignes=levier&colonnes=contexte&q=foyer"), InlineData("?lignes=annee&colonnes=region"), InlineData("")]
    public async Task Each_number_opens_exactly_its_list(string query)
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open("/repertoire/carte" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var links = page.Document.QuerySelectorAll(".heat td a");
        Assert.NotEmpty(links);
        // Every place leads to its list, also where nothing is: there one may follow what will come.
        Assert.Equal(page.Document.QuerySelectorAll(".heat td").Length, links.Length);
        foreach (var link in links.Where(l => l.FirstChild!.TextContent != "0").Take(12).Concat(links.Where(l => l.FirstChild!.TextContent == "0").Take(3)))
        {
            var list = await place.Browser().Open(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, list.Status);
            Assert.StartsWith(Said(link.FirstChild!.TextContent), Page.Text(list.Document.QuerySelector("[role=status] b")));
        }
    }

    static string Said(string count) => (count == "0" ? "Aucune" : count) + " expérience";

    [Fact]
    public async Task Leads_from_nothing_to_a_list_that_can_be_kept_and_followed()
    {
        await SomeLibrary.In(place);
        var map = await place.Browser().Open("/repertoire/carte?lignes=contexte&colonnes=registre");
        var empty = map.Document.QuerySelectorAll(".heat td a").First(l => l.FirstChild!.TextContent == "0").GetAttribute("href")!;
        var list = await place.Browser().Open(empty);
        Assert.Contains("Télécharger cette liste, vide pour l’instant", list.TextContent);
        var asked = empty[(empty.IndexOf('?', StringComparison.Ordinal))..];
        foreach (var way in new[] { "/repertoire/fichier/csv", "/repertoire/flux/atom", "/repertoire/suivre" })
        {
            Assert.Contains(list.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == way + asked);
            Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open(way + asked)).Status);
        }
        Assert.Contains(map.Document.QuerySelectorAll("[aria-labelledby=blanches] li a"), a => Page.Text(a).StartsWith("aucune fiche", StringComparison.Ordinal));
        Assert.All((await place.Browser().Open("/repertoire/carte")).Document.QuerySelectorAll("[aria-labelledby=parts] tbody tr, [aria-labelledby=a-raconter] tbody tr"), r => Assert.NotNull(r.QuerySelector("td a")));
    }

    [Fact]
    public async Task Counts_as_one_would_by_hand_on_the_map_and_in_its_file()
    {
        await SomeLibrary.In(place);
        var contents = (await place.Db(db => db.Sheets.AsNoTracking().Select(s => s.Content).ToListAsync())).Select(SheetContent.FromJson).ToList();
        var file = await place.Browser().Open("/repertoire/carte/fichier?lignes=contexte&colonnes=registre");
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        var rows = file.Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).ToList();
        // The last line counts who stands in no place.
        var outside = contents.Select(c => SheetFacets.CodesOf(c).Select(x => x.Field).ToHashSet()).Count(f => !f.Contains("contexte") || !f.Contains("registre"));
        Assert.Equal(["contexte", "", "Dans aucune case", "registre", "", "Dans aucune case", $"{outside}", ""], rows[^1].Take(8));
        rows.RemoveAt(rows.Count - 1);
        Assert.Equal(Vocabularies.Get("V-CONTEXTE").Terms.Count * Vocabularies.Get("V-REGISTRE").Terms.Count, rows.Count);
        foreach (var row in rows)
        {
            var count = contents.Select(c => SheetFacets.CodesOf(c).ToHashSet()).Count(c => c.Contains(("contexte", row[1])) && c.Contains(("registre", row[4])));
            Assert.Equal((count, count < 2 && row[1] != "CTX_AUTRE" ? "oui" : "non"), (int.Parse(row[6], System.Globalization.CultureInfo.InvariantCulture), row[7]));
        }
        var page = await place.Browser().Open("/repertoire/carte?lignes=contexte&colonnes=registre");
        Assert.Contains($"{rows.Count(r => r[7] == "oui")} cases blanches", page.TextContent);
    }

    [Fact]
    public async Task A_call_begins_around_a_blank_for_those_who_may_write_one()
    {
        await SomeLibrary.In(place);
        const string map = "/repertoire/carte?lignes=contexte&colonnes=registre";
        Assert.DoesNotContain("Préparer un appel", (await place.Browser().Open(map)).TextContent);
        var organisation = await place.Given.AnOrganisation();
        var organiser = await place.Given.APerson("Mathilde", Role.Organiser, organisation);
        var administrator = await place.Given.APerson("Adèle", Role.Administrator, organisation);
        Assert.Contains("Préparer un appel", (await administrator.Open(map)).TextContent);
        var page = await organiser.Open(map);
        var link = page.Document.QuerySelectorAll("main a").First(a => Page.Text(a).StartsWith("Préparer un appel", StringComparison.Ordinal));
        var form = await organiser.Open(link.GetAttribute("href")!);
        Assert.Contains("ce qui manque au répertoire", form.TextContent);
        var begun = await form.Form("Commencer").Fill("Titre de l’appel", "Ce qui manque encore").Send();
        Assert.Contains("Réunir des expériences que le répertoire n’a pas encore", begun.TextContent);
        var call = await place.Db(db => db.Calls.AsNoTracking().SingleAsync(c => c.Title == "Ce qui manque encore"));
        Assert.StartsWith("CTX", Assert.Single(call.Contexts));
    }

    [Theory]
    [InlineData("?lignes=contexte"), InlineData("?colonnes=contexte&q=foyer"), InlineData("?lignes=rien&colonnes=registre"), InlineData("?lignes=registre&colonnes=registre"), InlineData("?lignes=contexte&colonnes=registre&region=%3Cscript%3E"), InlineData("?q=" + "%00&page=-4")]
    public async Task Odd_addresses_are_told_and_never_break(string query)
    {
        await SomeLibrary.In(place);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/carte" + query)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/carte/fichier" + query)).Status);
    }

    [Fact]
    public async Task What_was_published_before_new_codes_is_read_again_at_start()
    {
        await SomeLibrary.In(place);
        await place.Db(db => db.Write(d => d.SearchedSheets.Where(s => s.Shown).ExecuteUpdate(u => u.SetProperty(s => s.Codes, "").SetProperty(s => s.Edition, 0))));
        Assert.Empty((await Ask()).Rows);
        await place.With(async services => { await ReadSheetsAgain.Run(services); return 0; });
        Assert.NotEmpty((await Ask()).Counts);
        Assert.False(await place.Db(db => db.SearchedSheets.AnyAsync(s => s.Shown && s.Edition < SheetFacets.Edition)));
        Task<SearchCrossing> Ask() => place.With(s => s.GetRequiredService<ISheetSearch>().CrossAsync(new(), "contexte", "registre"));
    }

    [Fact]
    public async Task An_empty_library_says_so()
    {
        await using var empty = new Place();
        await empty.InitializeAsync();
        Assert.Contains("Aucune fiche ne correspond", (await empty.Browser().Open("/repertoire/carte?lignes=annee&colonnes=region")).TextContent);
    }

    [Fact]
    public async Task One_landmark_alone_asks_for_the_other()
    {
        await SomeLibrary.In(place);
        Assert.Contains("Choisissez aussi les colonnes.", (await place.Browser().Open("/repertoire/carte?lignes=contexte")).TextContent);
        Assert.Contains("Choisissez aussi les lignes.", (await place.Browser().Open("/repertoire/carte/fichier?colonnes=contexte")).Source);
    }

    [Fact]
    public async Task Says_the_shares_of_training_recognition_evaluation_and_reading_again_each_with_its_list()
    {
        await SomeLibrary.In(place);
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Formés et payés", a =>
        {
            (a.Means.PersonsTraining.Level, a.Means.ProfessionalsTraining.Level, a.Means.TrainedTogether) = ("PREP_FORMATION", "PREP_FORMATION", true);
            (a.Means.Recognition, a.Lessons.Evaluation) = (["RCO_VACATION", "RCO_FRAIS_AVANCES", "RCO_BONS", "RCO_REFUSEE"], "EVAL_FAITE");
        });
        var contents = (await place.Db(db => db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null).Select(s => s.Content).ToListAsync())).Select(SheetContent.FromJson).ToList();
        var page = await place.Browser().Open("/repertoire/carte");
        Assert.Contains($"Des personnes concernées formées : 1 sur {contents.Count}.", page.TextContent);
        Assert.Contains($"Un paiement : 1 sur {contents.Count}.", page.TextContent);
        var rows = (await place.Browser().Open("/repertoire/carte/parts")).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).ToList();
        int By(string field, string code) => int.Parse(rows.Single(r => r[0] == field && r[2] == code)[4], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal((1, 1, 1), (By("formation", "personnes"), By("formation", "professionnels"), By("formation", "ensemble")));
        Assert.Equal((1, 1, 1, contents.Count - 1), (By("reconnaissance", "argent"), By("reconnaissance", "frais"), By("reconnaissance", "autre"), By("reconnaissance", "aucune")));
        Assert.Equal(1, By("reconnaissance", "refusee"));
        Assert.Equal((1, contents.Count - 1), (By("evaluation", "EVAL_FAITE"), By("evaluation", "EVAL_NON")));
        Assert.Equal((contents.Count(c => c.Voices.PersonsConcerned), contents.Count(c => c.WrittenBy is not null && !c.Voices.PersonsConcerned)), (By("relecture", "oui"), By("relecture", "non")));
        foreach (var link in page.Document.QuerySelectorAll("[aria-labelledby=parts] table a"))
        {
            var list = await place.Browser().Open(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, list.Status);
            Assert.StartsWith(Said(link.FirstChild!.TextContent), Page.Text(list.Document.QuerySelector("[role=status] b")));
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/repertoire/carte/parts?region=FAUX")).Status);
    }

    /// <summary>Words that no sheet has together: every page of numbers says so, a feed tells nothing, a file says what it holds.</summary>
    [Fact]
    public async Task Says_wherever_the_search_was_widened()
    {
        var call = await place.Given.AnOpenCall();
        foreach (var word in new[] { "brindezingue", "turlututu" }) await place.Given.APublishedSheet(call, "La fiche " + word, a => (a.Changes.Brakes, a.Changes.Levers) = (["FREIN_TEMPS"], [Croisee.Framework.Vocabularies.Get("V-LEVIER").Terms[0].Code]));
        const string asked = "?q=brindezingue+turlututu";
        foreach (var path in new[] { "/repertoire", "/repertoire/carte", "/repertoire/carte-de-france", "/repertoire/carte-de-france/departements", "/repertoire/freins-et-leviers" })
        {
            Assert.Contains(SearchCrossing.Widening, (await place.Browser().Open(path + asked)).TextContent);
            Assert.DoesNotContain(SearchCrossing.Widening, (await place.Browser().Open(path + "?q=brindezingue")).TextContent);
        }
        var reader = await place.Given.APerson("Basile");
        Assert.Contains(SearchCrossing.Widening, (await reader.Open("/dossiers/ajouter" + asked)).TextContent);
        foreach (var format in new[] { "rss", "atom", "json" })
        {
            Assert.DoesNotContain("La fiche", (await place.Browser().Open($"/repertoire/flux/{format}{asked}")).Source);
            Assert.Contains("La fiche", (await place.Browser().Open($"/repertoire/flux/{format}?q=brindezingue")).Source);
        }
        async Task<string> Ods(string query)
        {
            using var response = await place.Browser().Send(new HttpRequestMessage(HttpMethod.Get, "/repertoire/fichier/ods" + query));
            using var zip = new System.IO.Compression.ZipArchive(await response.Content.ReadAsStreamAsync());
            using var text = new StreamReader(zip.GetEntry("content.xml")!.Open());
            return await text.ReadToEndAsync();
        }
        Assert.Contains("Recherche élargie", await Ods(asked));
        Assert.DoesNotContain("Recherche élargie", await Ods("?q=brindezingue"));
        // Formats that hold lines only say it on each line.
        async Task<string[]> Lines(string path)
        {
            using var response = await place.Browser().Send(new HttpRequestMessage(HttpMethod.Get, path));
            return (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        foreach (var path in new[] { "/repertoire/carte/fichier", "/repertoire/carte/parts", "/repertoire/carte-de-france/fichier", "/repertoire/carte-de-france/departements/fichier", "/repertoire/freins-et-leviers/fichier" })
            foreach (var (query, said) in new[] { (asked, "oui"), ("?q=brindezingue", "non") })
            {
                var table = await Lines(path + query);
                Assert.EndsWith(";recherche_elargie", table[0]);
                Assert.True(table.Length > 1, path);
                Assert.All(table.Skip(1), l => Assert.EndsWith(";" + said, l));
            }
        var csv = await Lines("/repertoire/fichier/csv" + asked);
        Assert.EndsWith("recherche_elargie", csv[0].Trim('"'));
        Assert.EndsWith("oui", csv[^1].Trim('"'));
        Assert.DoesNotContain("recherche_elargie", (await Lines("/repertoire/fichier/csv?q=brindezingue"))[0]);
        var json = await Lines("/repertoire/fichier/jsonl" + asked);
        Assert.Equal(2, json.Length);
        Assert.All(json, l => Assert.True(System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("recherche_elargie").GetBoolean()));
        Assert.DoesNotContain("recherche_elargie", (await Lines("/repertoire/fichier/jsonl?q=brindezingue"))[0]);
    }
}
