using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Croisee.Library;
using Croisee.Library.Participedia;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>
/// The catalogue entry against what the SHACL shapes of DCAT-AP 3.0.0 ask of the classes used here (the file releases/3.0.0/shacl/dcat-ap-SHACL.ttl, which holds ranges too: of the
/// addresses where data are got it asks the class rdfs:Resource): how often a property may be there, what kind of value it has, and of which class the thing is that it names. Written again by hand: no SHACL engine runs here.
/// </summary>
public sealed class DcatTest(Place place) : IClassFixture<Place>
{
    enum Kind { Literal, Thing, Date, Any }

    sealed record Rule(string Class, string Property, int Least, int Most, Kind Kind, string? Of = null);

    static readonly Rule[] Rules =
    [
        new("dcat:Catalog", "dct:title", 1, 99, Kind.Literal), new("dcat:Catalog", "dct:description", 1, 99, Kind.Literal), new("dcat:Catalog", "dct:publisher", 1, 1, Kind.Thing, "foaf:Agent"),
        new("dcat:Catalog", "dcat:dataset", 0, 99, Kind.Thing, "dcat:Dataset"), new("dcat:Catalog", "dcat:service", 0, 99, Kind.Thing, "dcat:DataService"), new("dcat:Catalog", "dct:license", 0, 1, Kind.Thing, "dct:LicenseDocument"),
        new("dcat:Catalog", "dct:language", 0, 99, Kind.Thing, "dct:LinguisticSystem"), new("dcat:Catalog", "dct:issued", 0, 1, Kind.Date), new("dcat:Catalog", "dct:modified", 0, 1, Kind.Date),
        new("dcat:Catalog", "dcat:themeTaxonomy", 0, 99, Kind.Thing, "skos:ConceptScheme"), new("dcat:Catalog", "foaf:homepage", 0, 1, Kind.Thing, "foaf:Document"), new("dcat:Catalog", "dct:spatial", 0, 99, Kind.Thing, "dct:Location"),
        new("dcat:Catalog", "dct:rights", 0, 1, Kind.Thing, "dct:RightsStatement"),
        new("dcat:Dataset", "dct:title", 1, 99, Kind.Literal), new("dcat:Dataset", "dct:description", 1, 99, Kind.Literal), new("dcat:Dataset", "dct:identifier", 0, 99, Kind.Literal), new("dcat:Dataset", "dcat:keyword", 0, 99, Kind.Literal),
        new("dcat:Dataset", "dct:publisher", 0, 1, Kind.Thing, "foaf:Agent"), new("dcat:Dataset", "dcat:contactPoint", 0, 99, Kind.Thing, "vcard:Kind"), new("dcat:Dataset", "dcat:distribution", 0, 99, Kind.Thing, "dcat:Distribution"),
        new("dcat:Dataset", "dcat:theme", 0, 99, Kind.Thing, "skos:Concept"), new("dcat:Dataset", "dct:accessRights", 0, 1, Kind.Thing, "dct:RightsStatement"), new("dcat:Dataset", "dct:accrualPeriodicity", 0, 1, Kind.Thing, "dct:Frequency"),
        new("dcat:Dataset", "dct:spatial", 0, 99, Kind.Thing, "dct:Location"), new("dcat:Dataset", "dct:language", 0, 99, Kind.Thing, "dct:LinguisticSystem"), new("dcat:Dataset", "dct:issued", 0, 1, Kind.Date), new("dcat:Dataset", "dct:modified", 0, 1, Kind.Date),
        new("dcat:Dataset", "dcat:landingPage", 0, 99, Kind.Thing, "foaf:Document"), new("dcat:Dataset", "foaf:page", 0, 99, Kind.Thing, "foaf:Document"),
        new("dcat:Distribution", "dcat:accessURL", 1, 99, Kind.Thing, "rdfs:Resource"), new("dcat:Distribution", "dcat:downloadURL", 0, 99, Kind.Thing, "rdfs:Resource"), new("dcat:Distribution", "dct:title", 0, 99, Kind.Literal), new("dcat:Distribution", "dct:description", 0, 99, Kind.Literal),
        new("dcat:Distribution", "dct:format", 0, 1, Kind.Thing, "dct:MediaTypeOrExtent"), new("dcat:Distribution", "dcat:mediaType", 0, 1, Kind.Thing, "dct:MediaType"), new("dcat:Distribution", "dct:license", 0, 1, Kind.Thing, "dct:LicenseDocument"),
        new("dcat:Distribution", "dct:rights", 0, 1, Kind.Thing, "dct:RightsStatement"),
        new("dcat:Distribution", "dct:language", 0, 99, Kind.Thing, "dct:LinguisticSystem"), new("dcat:Distribution", "dcatap:availability", 0, 1, Kind.Thing, "skos:Concept"), new("dcat:Distribution", "dct:issued", 0, 1, Kind.Date), new("dcat:Distribution", "dct:modified", 0, 1, Kind.Date),
        new("dcat:DataService", "dct:title", 1, 99, Kind.Literal), new("dcat:DataService", "dcat:endpointURL", 1, 99, Kind.Thing, "rdfs:Resource"), new("dcat:DataService", "dcat:endpointDescription", 0, 99, Kind.Thing, "rdfs:Resource"), new("dcat:DataService", "dcat:servesDataset", 0, 99, Kind.Thing, "dcat:Dataset"),
        new("dcat:DataService", "dct:description", 0, 99, Kind.Literal), new("dcat:DataService", "dct:license", 0, 1, Kind.Thing, "dct:LicenseDocument"), new("dcat:DataService", "dct:accessRights", 0, 1, Kind.Thing, "dct:RightsStatement"), new("dcat:DataService", "dct:publisher", 0, 1, Kind.Thing, "foaf:Agent"),
        new("foaf:Agent", "foaf:name", 1, 99, Kind.Literal), new("foaf:Agent", "dct:type", 0, 1, Kind.Any), new("foaf:Agent", "foaf:homepage", 0, 99, Kind.Thing), new("skos:Concept", "skos:prefLabel", 1, 99, Kind.Literal), new("skos:ConceptScheme", "dct:title", 1, 99, Kind.Literal),
    ];

    async Task<Dictionary<string, JsonObject>> Graph()
    {
        await SomeLibrary.In(place);
        var document = JsonNode.Parse((await place.Browser().Open("/donnees-ouvertes/catalogue/jsonld")).Source)!;
        return document["@graph"]!.AsArray().ToDictionary(t => (string)t!["@id"]!, t => t!.AsObject());
    }

    static IEnumerable<string> Classes(JsonObject thing) => thing["@type"]!.AsArray().Select(t => (string)t!);

    static List<string> Faults(Dictionary<string, JsonObject> graph)
    {
        var faults = new List<string>();
        foreach (var (id, thing) in graph)
            foreach (var rule in Rules.Where(r => Classes(thing).Contains(r.Class)))
            {
                var values = thing[rule.Property]?.AsArray() ?? [];
                if (values.Count < rule.Least || values.Count > rule.Most) faults.Add($"{id} {rule.Property}: {values.Count} values");
                foreach (var value in values)
                {
                    var named = (string?)value!["@id"];
                    var fits = rule.Kind switch { Kind.Literal => named is null, Kind.Thing => named is not null && Uri.IsWellFormedUriString(named, UriKind.Absolute), Kind.Date => (string?)value["@type"] is "xsd:date" or "xsd:dateTime", _ => true };
                    if (!fits) faults.Add($"{id} {rule.Property}: {value}");
                    if (rule.Of is not null && (named is null || !graph.TryGetValue(named, out var other) || !Classes(other).Contains(rule.Of))) faults.Add($"{id} {rule.Property}: {named} is no {rule.Of}");
                }
            }
        return faults;
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Keeps_the_constraints_of_DCAT_AP_3_0_0(bool withCases)
    {
        await place.Db(db => db.Write(d => d.ImportedCases.ExecuteDelete()));
        if (withCases)
        {
            var content = new CaseContent();
            content.Texts["title"] = new() { ["en"] = "An invented case" };
            await place.Given.Added(new ImportedCase("1001", "en", "CC BY-SA 3.0", content, place.Clock.GetUtcNow().UtcDateTime));
        }
        // What is announced is kept for a minute.
        await place.With(async s => { await s.GetRequiredService<LibraryCache>().Forget(); return 0; });
        var graph = await Graph();
        Assert.Empty(Faults(graph));
        Assert.Single(graph.Values, t => Classes(t).Contains("dcat:Catalog"));
        string[] beside = withCases ? ["nouvelles", "paroles", "methodes", "dossiers", "participedia"] : ["nouvelles", "paroles", "methodes", "dossiers"];
        string[] formats = ["csv", "xlsx", "ods", "jsonl"];
        Assert.Equal([.. formats.Order(), .. beside.SelectMany(c => formats.Select(f => $"{c}-{f}")).Order(StringComparer.Ordinal)], graph.Where(t => Classes(t.Value).Contains("dcat:Distribution")).Select(t => t.Key.Split('#')[1]).OrderBy(c => c.Contains('-')).ThenBy(c => c, StringComparer.Ordinal));
        Assert.Equal(beside.Append("fiches").Order(), graph.Where(t => Classes(t.Value).Contains("dcat:Dataset")).Select(t => t.Key.Split('#')[1]).Order());
        Assert.Equal(beside.Length + 1, graph.Values.Single(t => Classes(t).Contains("dcat:Catalog"))["dcat:dataset"]!.AsArray().Count);
        // What was taken over is not ours to give: each of its lines says its licence.
        Assert.All(graph.Where(t => Classes(t.Value).Contains("dcat:Distribution")), d => Assert.Equal(d.Key.Contains("#participedia-", StringComparison.Ordinal) ? null : "https://spdx.org/licenses/etalab-2.0", (string?)d.Value["dct:license"]?[0]!["@id"]!));
        // Nothing is said by a property that no rule looked at.
        var known = Rules.Select(r => (r.Class, r.Property)).ToHashSet();
        string[] looked = ["dcat:Catalog", "dcat:Dataset", "dcat:Distribution", "dcat:DataService", "foaf:Agent"];
        Assert.Empty(graph.Values.Where(t => Classes(t).Any(looked.Contains)).SelectMany(t => t.Select(p => p.Key).Where(k => k[0] != '@' && !Classes(t).Any(c => known.Contains((c, k))))));
    }

    [Fact]
    public async Task The_check_sees_what_is_wrong()
    {
        var graph = await Graph();
        var dataset = graph.Single(t => t.Key.EndsWith("#fiches", StringComparison.Ordinal)).Value;
        dataset.Remove("dct:title");
        graph.First(t => Classes(t.Value).Contains("dcat:Distribution")).Value.Remove("dcat:accessURL");
        dataset["dct:modified"]!.AsArray().Add(new JsonObject { ["@value"] = "hier" });
        graph.Single(t => t.Key.EndsWith("/api/v1", StringComparison.Ordinal)).Value["@type"] = new JsonArray("dcat:Resource");
        Assert.Equal(5, Faults(graph).Count);
    }

    [Fact]
    public async Task Says_the_same_in_Turtle()
    {
        var graph = await Graph();
        var turtle = (await place.Browser().Open("/donnees-ouvertes/catalogue/ttl")).Source;
        var statements = graph.Values.Sum(t => Classes(t).Count() + t.Where(p => p.Key[0] != '@').Sum(p => p.Value!.AsArray().Count));
        // One line for each value, the classes on the first line of their thing.
        var lines = turtle.Split('\n').Where(l => l.Length > 0 && !l.StartsWith('@') && l != " .").ToList();
        Assert.Equal(statements, lines.Count(l => l.StartsWith("    ", StringComparison.Ordinal)) + lines.Where(l => l[0] == '<').Sum(l => Regex.Match(l, " a (.*?)( [;.])?$").Groups[1].Value.Split(", ").Length));
        foreach (var (prefix, _) in graph.Values.SelectMany(t => Classes(t).Concat(t.Select(p => p.Key).Where(k => k[0] != '@'))).Select(n => (n.Split(':')[0], 0)).Distinct()) Assert.Contains($"@prefix {prefix}: <", turtle);
    }
}
