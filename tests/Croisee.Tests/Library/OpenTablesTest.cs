using System.Globalization;
using System.Net;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Data;
using Croisee.Library;
using Croisee.Library.Collections;
using Croisee.Library.OpenData;
using Croisee.Library.Participedia;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>What is published beside the sheets is open data too: readers’ words with their answers, collections, cases taken over; and it leaves with the sheet.</summary>
public sealed class OpenTablesTest(Place place) : IClassFixture<Place>
{
    async Task<List<Dictionary<string, string>>> Read(OpenTable table, string delimiter = ";")
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, table.Path));
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"croisee-{table.Code}-", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(table.IsOurs, response.Headers.GetValues("Link").Single().Contains("rel=\"license\"", StringComparison.Ordinal));
        using var csv = new CsvParser(new StringReader((await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. csv.Record!]);
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }

    async Task Withdraws(GivenExperience given) => await (await (await place.Given.AnAuthorOf(given)).Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();

    [Fact]
    public async Task Gives_what_readers_wrote_and_the_authors_answered()
    {
        var (given, now) = (await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Celle que l’on questionne"), place.Clock.UtcNow());
        var (asked, done) = (new ReaderWord(given.Id, "un", ReaderWordKind.Question, "=Combien de temps ?", null, now), new ReaderWord(given.Id, "deux", ReaderWordKind.DoneToo, "Chez nous, dehors.", "Un foyer à Lorient", now.AddMinutes(1)));
        foreach (var word in new[] { asked, done }) word.Accept(now);
        asked.Reply("Six mois.\nPuis un an.", now.AddDays(2));
        await place.Given.Added(asked, done);
        var lines = (await Read(OpenTable.Words)).Where(l => l["reference"] == given.Reference).ToList();
        Assert.Equal([("question", "'=Combien de temps ?", "", "Six mois.\nPuis un an."), ("fait_aussi", "Chez nous, dehors.", "Un foyer à Lorient", "")], lines.Select(l => (l["sorte"], l["message"], l["ou"], l["reponse"].ReplaceLineEndings("\n"))));
        Assert.Equal((now.ParisDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.AddDays(2).ParisDay().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (lines[0]["ecrite_le"], lines[0]["repondu_le"]));
        await Withdraws(given);
        Assert.DoesNotContain(await Read(OpenTable.Words), l => l["reference"] == given.Reference || l["message"].Contains("Combien de temps", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_the_published_collections_in_their_order_and_none_of_what_left()
    {
        var (call, now) = (await place.Given.AnOpenCall(), place.Clock.UtcNow());
        var (one, two) = (await place.Given.APublishedSheet(call, "La première du dossier"), await place.Given.APublishedSheet(call, "La seconde du dossier"));
        var (organisation, owner) = (await place.Given.AnOrganisation("Une maison des dossiers"), await place.Given.AnAccount("Danièle", Role.Organiser));
        var collection = new Collection(Guid.CreateVersion7(), owner.Id, "Un dossier ouvert", "Pour **commencer**.", now);
        collection.Add([two.Id, one.Id], now);
        collection.Note(two.Id, "La note de la seconde.", now);
        collection.Note(one.Id, "La note de la première.", now);
        collection.Publish(organisation.Id, now);
        await place.Given.Added(collection);
        async Task<List<Dictionary<string, string>>> Mine() => [.. (await Read(OpenTable.Collections)).Where(l => l["dossier"] == collection.Reference)];
        var lines = await Mine();
        Assert.Equal([("1", two.Reference, "La seconde du dossier", "La note de la seconde."), ("2", one.Reference, "La première du dossier", "La note de la première.")], lines.Select(l => (l["place"], l["reference"], l["fiche"], l["note"])));
        Assert.All(lines, l => Assert.Equal(("Un dossier ouvert", "Pour **commencer**.", "Une maison des dossiers", $"http://localhost/dossiers/{collection.Reference}"), (l["titre"], l["introduction"], l["publie_par"], l["adresse"])));
        await Withdraws(two);
        Assert.Equal(one.Reference, Assert.Single(await Mine())["reference"]);
        await Withdraws(one);
        // Its page is still there, and its line too, without a sheet.
        Assert.Equal(("", "", "", "Un dossier ouvert"), (await Mine()).Select(l => (l["reference"], l["fiche"], l["note"], l["titre"])).Single());
        await place.Db(db => db.Write(d => d.Collections.Where(c => c.Id == collection.Id).ExecuteUpdate(u => u.SetProperty(c => c.Reach, CollectionReach.Organisation))));
        Assert.Empty(await Mine());
    }

    [Fact]
    public async Task Gives_the_cases_taken_over_with_their_source_and_licence_as_the_import_reads_them()
    {
        await place.Db(db => db.Write(d => d.ImportedCases.ExecuteDelete()));
        var now = place.Clock.UtcNow();
        // More than one batch, the last case with a column of its own.
        var cases = Enumerable.Range(1, 250).Select(i =>
        {
            var content = new CaseContent();
            content.Texts["title"] = new() { ["en"] = $"An invented case {i}" };
            if (i == 250) content.Values["purposes"] = ["=one", "two"];
            return new ImportedCase($"{1000 + i}", "en", i % 2 == 0 ? "CC BY-SA 3.0" : "CC BY 4.0", content, now);
        }).ToArray();
        await place.Given.Added([.. cases]);
        var lines = await Read(OpenTable.Cases, ",");
        Assert.Equal(cases.Select(c => (c.Number, c.Licence, "Importé de Participedia : https://participedia.net/case/" + c.Number, c.Title)), lines.Select(l => (l["id"], l["licence"], l["attribution"], l["title_en"])));
        Assert.Equal(("'=one", "two", ""), (lines[^1]["purposes_1"], lines[^1]["purposes_2"], lines[0]["purposes_1"]));
        using var browser = place.Browser();
        using var again = new MemoryStream(await (await browser.Send(new HttpRequestMessage(HttpMethod.Get, OpenTable.Cases.Path))).Content.ReadAsByteArrayAsync());
        var reading = CaseFile.Read(again);
        Assert.Empty(reading.Errors);
        Assert.Equal(cases.Select(c => c.Content), reading.Cases.Select(c => c.Content.ToJson()));
    }
}
