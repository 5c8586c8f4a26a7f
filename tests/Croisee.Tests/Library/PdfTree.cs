using System.Text.Json;

namespace Croisee.Tests.Library;

/// <summary>The objects of a PDF as qpdf tells them: references are followed where they are met.</summary>
sealed class PdfTree
{
    readonly JsonElement objects;

    public PdfTree(string json)
    {
        objects = JsonDocument.Parse(json).RootElement.GetProperty("qpdf")[1];
        Catalog = In(Object("trailer"), "/Root")!.Value;
        Info = In(Object("trailer"), "/Info")!.Value;
    }

    public JsonElement Catalog { get; }
    public JsonElement Info { get; }
    public JsonElement Trailer => Object("trailer");

    JsonElement Object(string name)
    {
        var found = objects.GetProperty(name);
        return found.TryGetProperty("value", out var value) ? value : found.GetProperty("stream").GetProperty("dict");
    }

    public static bool IsReference(JsonElement value) => value.ValueKind is JsonValueKind.String && value.GetString()!.EndsWith(" 0 R", StringComparison.Ordinal);

    public JsonElement Follow(JsonElement value) => IsReference(value) ? Object("obj:" + value.GetString()) : value;

    /// <summary>What stands under a key, followed; null when it is absent.</summary>
    public JsonElement? In(JsonElement dictionary, string key) => dictionary.ValueKind is JsonValueKind.Object && dictionary.TryGetProperty(key, out var value) ? Follow(value) : null;

    /// <summary>The reference itself: what two objects that name the same third one have in common.</summary>
    public static string? Raw(JsonElement dictionary, string key) => dictionary.TryGetProperty(key, out var value) ? value.GetString() : null;

    public string? Name(JsonElement dictionary, string key) => In(dictionary, key) is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    /// <summary>A text string, without the mark of its encoding.</summary>
    public string? Text(JsonElement dictionary, string key) => Name(dictionary, key) is { } text ? text.StartsWith("u:", StringComparison.Ordinal) ? text[2..] : text : null;

    public IEnumerable<JsonElement> Pages => All(In(Catalog, "/Pages")!.Value, "/Kids");

    /// <summary>Every object, with the name by which others refer to it.</summary>
    public IEnumerable<(string Reference, JsonElement Value)> Objects =>
        objects.EnumerateObject().Where(o => o.Name.StartsWith("obj:", StringComparison.Ordinal)).Select(o => (o.Name[4..], Object(o.Name)));

    IEnumerable<JsonElement> All(JsonElement node, string key) => In(node, key) is { } kids ? kids.EnumerateArray().Select(Follow).SelectMany(k => All(k, key)) : [node];
}
