using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Library.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The read API: as its description says, page by page without loss, errors in words, 304 for what is known.</summary>
public sealed class ApiTest(Place place) : IClassFixture<Place>
{
    async Task<(HttpStatusCode Status, JsonNode Body, HttpResponseMessage Response)> Get(string address)
    {
        using var browser = place.Browser();
        var response = await browser.Send(new(HttpMethod.Get, address));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!, response);
    }

    static string Local(string address) => new Uri(address).PathAndQuery;

    [Theory, InlineData("", 7), InlineData("region=R53&region=R32", 3), InlineData("q=jardin%20OU%20musique", 4)]
    public async Task Reads_all_page_by_page_even_while_sheets_come_and_go(string query, int most)
    {
        await SomeLibrary.In(place);
        var (seen, gone, address, pages) = (new List<string>(), "",  $"{SheetListModel.Path}?{query}&combien={most}".Replace("?&", "?"), 0);
        var before = (await Get($"{SheetListModel.Path}?{query}&combien=100".Replace("?&", "?"))).Body["fiches"]!.AsArray().Select(f => (string)f!["reference"]!).ToList();
        while (address is not null && pages++ < 60)
        {
            var (status, body, _) = await Get(address);
            Assert.Equal(HttpStatusCode.OK, status);
            seen.AddRange(body["fiches"]!.AsArray().Select(f => (string)f!["reference"]!));
            // A correction meanwhile gives the sheet a new place in the index, not in the reading.
            if (pages == 1) await IsIndexedAgain(seen[0]);
            // The sheet that was read last leaves, on which the next page would lean; so does one that nobody has read yet.
            if (pages == 2)
            {
                gone = before[seen.Count + 1];
                foreach (var reference in new[] { seen[^1], gone }) await IsWithdrawn(reference);
            }
            if (pages == 2) await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Venue pendant la lecture", a => a.Essentials.Summary = "jardin");
            address = (string?)body["suite"] is { } next ? Local(next) : null;
        }
        Assert.Equal(before.Where(r => r != gone), seen.Take(before.Count - 1));
        Assert.DoesNotContain(gone, seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    Task IsWithdrawn(string reference) => place.With(async services =>
    {
        var experience = await services.GetRequiredService<AppDb>().Experiences.Include(e => e.Call).SingleAsync(e => e.Reference == reference);
        await services.GetRequiredService<Withdraw>().Run(experience, Actor.System, null);
        return 0;
    });

    Task IsIndexedAgain(string reference) => place.Db(async db =>
    {
        var sheet = await db.Sheets.SingleAsync(s => s.Reference == reference);
        var searched = await db.SearchedSheets.SingleAsync(s => s.Id == sheet.Id);
        searched.Show(searched.Title, searched.Text + " encore", SheetFacets.CodesOf(sheet.Read()), searched.PublishedOn);
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Runs_every_example_of_its_page()
    {
        await SomeLibrary.In(place);
        var page = await place.Browser().Open("/donnees-ouvertes/api");
        Assert.Equal("L’API de lecture", page.Heading);
        var examples = page.Document.QuerySelectorAll("pre code").Select(c => (Command: c.TextContent, Said: Page.Text(c.ParentElement!.NextElementSibling))).ToList();
        Assert.True(examples.Count >= 8);
        foreach (var (command, said) in examples)
        {
            Assert.StartsWith("curl -i \"http", command);
            var (status, _, response) = await Get(Local(command.Split('"')[1]));
            Assert.Equal($"Réponse : {(int)status}.", said);
            Assert.Equal((int)status < 300 ? "application/json" : "application/problem+json", response.Content.Headers.ContentType!.MediaType);
        }
    }

    /// <summary>Every answer against the description, to the letter: no part missing, none that is not described.</summary>
    [Fact]
    public async Task Answers_as_its_description_says()
    {
        await SomeLibrary.In(place);
        var document = (await Get(OpenApiPageModel.Path)).Body;
        Assert.Equal("3.1.0", (string)document["openapi"]!);
        var reference = (await place.Db(db => db.Sheets.FirstAsync(s => s.WithdrawnAt == null))).Reference;
        var tried = 0;
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            var get = item!["get"]!;
            Assert.All(get["parameters"]!.AsArray().Where(p => (string)p!["in"]! == "path"), p => Assert.Contains($"{{{p!["name"]}}}", path));
            var address = path.Replace("{reference}", reference).Replace("{code}", "V-DEGRE");
            Fits((await Get(address)).Body, document, get["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, address);
            Fits((await Get(address + "?inconnu=1")).Body, document, get["responses"]!["400"]!["content"]!["application/problem+json"]!["schema"]!, address);
            if (get["responses"]!["404"] is { } absent) Fits((await Get(path.Replace("{reference}", "zzzzzzzz").Replace("{code}", "V-RIEN"))).Body, document, absent["content"]!["application/problem+json"]!["schema"]!, path);
            tried++;
        }
        Assert.Equal(SheetListModel.Parameters, document["paths"]![SheetListModel.Path]!["get"]!["parameters"]!.AsArray().Select(p => (string)p!["name"]!));
        // A value that the list takes is one that its description lists, and the other way round.
        foreach (var facet in SheetFacets.All.Where(f => f.Codes.Any()))
        {
            var listed = document["paths"]![SheetListModel.Path]!["get"]!["parameters"]!.AsArray().Single(p => (string)p!["name"]! == facet.Field)!["schema"]!["items"]!["enum"]!.AsArray().Select(c => (string)c!).ToList();
            Assert.All(listed, c => Assert.True(facet.Knows(c)));
            Assert.Equal(facet.Knows(SheetFacets.Unsaid), listed.Contains(SheetFacets.Unsaid));
        }
        var routes = (await House.ScreenList.Read(place)).Select(s => s.Route).Where(r => r.StartsWith(ApiScreen.Root, StringComparison.Ordinal) && r != OpenApiPageModel.Path);
        Assert.Equal(routes.Order(), document["paths"]!.AsObject().Select(p => p.Key).Order());
        Assert.True(tried >= 4);
    }

    static void Fits(JsonNode? value, JsonNode document, JsonNode schema, string where)
    {
        if ((string?)schema["$ref"] is { } reference) { Fits(value, document, reference.TrimStart('#', '/').Split('/').Aggregate(document, (n, p) => n[p]!), where); return; }
        var types = schema["type"] is JsonArray several ? several.Select(t => (string)t!).ToList() : [(string)schema["type"]!];
        var kind = value?.GetValueKind() switch { null or JsonValueKind.Null => "null", JsonValueKind.String => "string", JsonValueKind.Number => "integer", JsonValueKind.True or JsonValueKind.False => "boolean", JsonValueKind.Array => "array", _ => "object" };
        Assert.True(types.Contains(kind), $"{where} is {kind}, described as {string.Join(" or ", types)}");
        if (value is JsonArray list) foreach (var one in list) Fits(one, document, schema["items"]!, where + "[]");
        if (value is not JsonObject thing) return;
        foreach (var (name, part) in thing)
            if (schema["properties"]?[name] is { } described) Fits(part, document, described, $"{where}.{name}");
            else if (schema["additionalProperties"] is JsonObject any) Fits(part, document, any, $"{where}.{name}");
            else Assert.Fail($"{where}.{name} is not described");
        foreach (var required in schema["required"]?.AsArray() ?? []) Assert.True(thing.ContainsKey((string)required!), $"{where} lacks {required}");
    }

    [Theory]
    [InlineData("?regoin=R53"), InlineData("?region=Bretagne"), InlineData("?combien=0"), InlineData("?combien=101"), InlineData("?combien=5&combien=6"), InlineData("?apres=zzz"), InlineData("?apres=AQAAAAE&apres=AQAAAAE"), InlineData("?apres=%00"), InlineData("?apres=Af____8"), InlineData("?page=2"), InlineData("?annee=12")]
    public async Task Refuses_what_it_does_not_understand_in_words(string query)
    {
        var (status, body, response) = await Get(SheetListModel.Path + query);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (status, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("Paramètre non compris", "Parameter not understood", 400), ((string)body["title"]!, (string)body["title_en"]!, (int)body["status"]!));
        Assert.True(((string)body["detail"]!).Length > 20);
        Assert.Contains("#erreur-parametre", (string)body["type"]!);
    }

    [Fact]
    public async Task Sends_nothing_that_is_known_and_only_the_head_when_asked()
    {
        await SomeLibrary.In(place);
        using var browser = place.Browser();
        foreach (var address in new[] { SheetListModel.Path + "?region=R53", VocabularyIndexModel.Path, VocabularyIndexModel.Path + "/V-DEGRE", OpenApiPageModel.Path })
        {
            using var first = await browser.Send(new(HttpMethod.Get, address));
            var size = (await first.Content.ReadAsByteArrayAsync()).Length;
            Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
            using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", "\"autre\", " + first.Headers.ETag } } };
            using var known = await browser.Send(again);
            Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (known.StatusCode, known.Headers.ETag));
            using var head = await browser.Send(new(HttpMethod.Head, address));
            Assert.Equal((HttpStatusCode.OK, (long?)size, 0), (head.StatusCode, head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length));
        }
    }

    /// <summary>What is not published cannot be told from what is not there (S44).</summary>
    [Fact]
    public async Task Says_nothing_of_what_is_not_published()
    {
        var hidden = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall(), "Pas encore publiée");
        var (there, absent) = (await Get($"{SheetListModel.Path}/{hidden.Reference}"), await Get($"{SheetListModel.Path}/zzzzzzzz"));
        Assert.Equal(HttpStatusCode.NotFound, there.Status);
        Assert.Equal(absent.Body.ToJsonString().Replace("zzzzzzzz", hidden.Reference), there.Body.ToJsonString());
        Assert.DoesNotContain("Pas encore publiée", (await Get(SheetListModel.Path + "?combien=100")).Body.ToJsonString());
    }
}
