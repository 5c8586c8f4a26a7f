using System.Text.Json.Nodes;
using Croisee.Experiences.Exchange;
using Croisee.Library.OpenData;

namespace Croisee.Library.Api;

/// <summary>
/// The read API in OpenAPI 3.1, made from the same lists as the answers: facets give the parameters, public columns give the shape of a sheet.
/// A description that is written apart ages; this one cannot.
/// </summary>
static class OpenApiDocument
{
    public static JsonObject Of(string origin) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "Croisée : API de lecture", ["version"] = "1.0.0", ["summary"] = "Les fiches publiées et les listes de codes.", ["description"] = OpenDataFacts.Description,
            ["license"] = new JsonObject { ["name"] = Sheet.Licence, ["identifier"] = "etalab-2.0" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = origin }),
        ["externalDocs"] = new JsonObject { ["url"] = origin + OpenDataFacts.ApiPath, ["description"] = "La même chose en français, avec des exemples." },
        ["paths"] = new JsonObject
        {
            [SheetListModel.Path] = Get("fiches", "Des fiches, avec les filtres du répertoire", "Fiches", [.. Facets(), Asked(SheetListModel.After, "Reprendre après la dernière fiche lue : la valeur que donne « suite ».", Text()), Asked(SheetListModel.Most, "Combien de fiches à la fois.", new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = SheetListModel.MostMax, ["default"] = SheetListModel.Usual })], 400),
            [SheetListModel.Path + "/{reference}"] = Get("fiche", "Une fiche", "Fiche", [Hole("reference", "La référence de la fiche.")], 404, 410),
            [VocabularyIndexModel.Path] = Get("vocabulaires", "Les listes de codes", "Vocabulaires", []),
            [VocabularyIndexModel.Path + "/{code}"] = Get("vocabulaire", "Une liste de codes", "Vocabulaire", [Hole("code", "Le code de la liste, par exemple V-DEGRE.")], 404),
        },
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject
            {
                ["Fiche"] = SheetShape(),
                ["Fiches"] = Shape(("total", Typed("integer")), ("elargie", Typed("boolean")), ("licence", Text()), ("suite", OrNull("string")), ("fiches", ListOf(Ref("Fiche")))),
                ["Vocabulaires"] = Shape(("version", Typed("integer")), ("edition", Typed("integer")), ("vocabulaires", ListOf(Shape(("code", Text()), ("libelle", Text()), ("anglais", Text()), ("version", Typed("integer")), ("edition", Typed("integer")), ("termes", Typed("integer")), ("adresse", Text()))))),
                ["Vocabulaire"] = Shape(("code", Text()), ("libelle", Text()), ("anglais", Text()), ("version", Typed("integer")), ("edition", Typed("integer")), ("termes", ListOf(Shape(("code", Text()), ("libelle", Text()), ("libelle_facile", Text()), ("anglais", Text()), ("definition", OrNull("string")), ("parent", OrNull("string")), ("propose", Typed("boolean")), ("edition", Typed("integer")))))),
                ["Probleme"] = Shape(("type", Text()), ("title", Text()), ("title_en", Text()), ("status", Typed("integer")), ("detail", Text()), ("instance", Text())),
            },
        },
    };

    static JsonObject Get(string id, string summary, string schema, JsonNode[] parameters, params int[] problems)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = summary, ["headers"] = new JsonObject { ["ETag"] = new JsonObject { ["description"] = "À renvoyer dans If-None-Match.", ["schema"] = Text() } }, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Ref(schema) } } },
            ["304"] = new JsonObject { ["description"] = "Rien n’a changé depuis l’ETag donné." },
        };
        foreach (var status in problems.Append(400).Distinct().Order())
            responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["description"] = status switch { 400 => "Un paramètre n’est pas compris.", 404 => "Rien à cette adresse.", _ => "La fiche a été retirée." },
                ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Ref("Probleme") } },
            };
        return new() { ["get"] = new JsonObject { ["operationId"] = id, ["summary"] = summary, ["parameters"] = new JsonArray([.. parameters]), ["responses"] = responses } };
    }

    static IEnumerable<JsonNode> Facets() =>
        new JsonNode[] { Asked("q", "Mots cherchés. Tous doivent y être ; OU en capitales entre les mots les rend au choix.", new() { ["type"] = "string", ["maxLength"] = SearchLimits.Characters }) }
            .Concat(SheetFacets.All.Select(f => Asked(f.Field, f.Label + (f.Form is { } form ? $" : {form.Means}" : f.Vocabulary is null ? "" : $" : des codes de {f.Vocabulary}") + ". Répété, il dit « l’un ou l’autre ».", ListOf(f.Codes.Any() ? new() { ["type"] = "string", ["enum"] = new JsonArray([.. f.Asked.Select(c => JsonValue.Create(c))]) } : f.Form is { } coded ? new() { ["type"] = "string", ["pattern"] = coded.Pattern, ["maxLength"] = coded.Longest } : Text()))));

    static JsonNode Asked(string name, string description, JsonObject schema) => new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = schema };
    static JsonNode Hole(string name, string description) => new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["description"] = description, ["schema"] = Text() };

    static JsonObject SheetShape() => Shape([.. SheetJsonText.Groups.SelectMany(g => g.First().JsonPart is null ? g.SelectMany(Values) : [(g.Key, Shape([.. g.SelectMany(Values)]))])]);

    static IEnumerable<(string, JsonObject)> Values(SheetColumn column)
    {
        var schema = column.Shape switch
        {
            ValueShape.Number => OrNull("integer"),
            ValueShape.YesNo => OrNull("boolean"),
            ValueShape.Texts => new() { ["type"] = new JsonArray("array", "null"), ["items"] = Text() },
            ValueShape.Pairs => new() { ["type"] = "object", ["additionalProperties"] = Text() },
            ValueShape.Lines => ListOf(new() { ["type"] = "object", ["additionalProperties"] = OrNull("string") }),
            _ => OrNull("string"),
        };
        schema["description"] = column.Label + (column.Vocabulary is { } vocabulary ? $" (codes de {vocabulary.Code})" : "");
        yield return (column.JsonPart ?? column.JsonKey, schema);
        if (column.HasWords) yield return ((column.JsonPart ?? column.JsonKey) + Field.Companion, Text());
    }

    static JsonObject Shape(params (string Name, JsonObject Schema)[] parts)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in parts) properties[name] = schema;
        return new() { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. parts.Select(p => JsonValue.Create(p.Name))]), ["additionalProperties"] = false };
    }

    static JsonObject Typed(string type) => new() { ["type"] = type };
    static JsonObject Text() => Typed("string");
    static JsonObject OrNull(string type) => new() { ["type"] = new JsonArray(type, "null") };
    static JsonObject ListOf(JsonObject one) => new() { ["type"] = "array", ["items"] = one };
    static JsonObject Ref(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };
}
