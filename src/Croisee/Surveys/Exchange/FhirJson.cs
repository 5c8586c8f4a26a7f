using System.Text.Json;
using System.Text.Json.Nodes;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>Texts and extensions as FHIR's JSON lays them: what belongs to a text stands under its name with an underscore before.</summary>
static class FhirJson
{
    public static JsonObject Extension(string url, string type, JsonNode value) => new() { ["url"] = url, [type] = value };

    public static void Extend(this JsonObject item, JsonObject extension)
    {
        if (item["extension"] is JsonArray known) known.Add((JsonNode)extension); else item["extension"] = new JsonArray(extension);
    }

    public static void Put(this JsonObject item, string name, Wording text)
    {
        item[name] = text.Text;
        var aside = new JsonObject();
        void Translated(string language, string? said)
        {
            if (said is { Length: > 0 }) aside.Extend(new JsonObject { ["url"] = FhirNames.Translation, ["extension"] = new JsonArray(Extension("lang", "valueCode", language), Extension("content", "valueString", said)) });
        }
        Translated(XlsFormNames.Easy, text.Easy);
        Translated(XlsFormNames.Proxy, text.Proxy);
        foreach (var (language, said) in text.In ?? new Dictionary<string, string>()) Translated(language, said);
        if (text.Picture is { Length: > 0 } picture) aside.Extend(Extension(FhirNames.Picture, "valueString", picture));
        if (text.Audio is { Length: > 0 } audio) aside.Extend(Extension(FhirNames.Audio, "valueString", audio));
        if (aside.Count > 0) item["_" + name] = aside;
    }

    public static string Said(this JsonElement item, string name) => item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    public static bool Has(this JsonElement item, string name) => item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out _);

    public static bool IsTrue(this JsonElement item, string name) => item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    public static IEnumerable<JsonElement> Each(this JsonElement item, string name) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.Object) : [];

    public static IEnumerable<JsonElement> Extensions(this JsonElement item, string url) => item.Each("extension").Where(e => e.Said("url") == url);

    /// <summary>The name of an extension without the address before it.</summary>
    public static string Tail(string url) => url[(url.LastIndexOf('/') + 1)..];

    public static bool Flag(this JsonElement item, string url) => item.Extensions(url).Any(e => e.IsTrue("valueBoolean"));

    public static int? Number(this JsonElement item, string name) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && Math.Abs(number) <= int.MaxValue ? (int)number : null;

    /// <summary>The text under a name with its translations; null when it has none.</summary>
    public static Wording? Text(this JsonElement item, string name, Gathering gathering, string where, int max = Wording.TextMax)
    {
        if (item.Said(name) is not { Length: > 0 } source || gathering.Text(source, where, max) is not { Length: > 0 } text) return null;
        if (item.ValueKind is not JsonValueKind.Object || !item.TryGetProperty("_" + name, out var aside)) return new Wording(text);
        var others = aside.Each("extension").Select(e => e.Said("url")).Where(u => u is not (FhirNames.Translation or FhirNames.Picture or FhirNames.Audio)).Select(Tail).Distinct().ToList();
        if (others.Count > 0) gathering.Report.Say("control", where, string.Join(", ", others));
        var translated = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var translation in aside.Extensions(FhirNames.Translation))
            if (translation.Extensions("lang").FirstOrDefault().Said("valueCode") is { Length: > 0 and <= Gathering.TagMax } tag && translation.Extensions("content").FirstOrDefault().Said("valueString") is { Length: > 0 } said)
                translated.TryAdd(tag, gathering.Text(said, where, max));
        translated.Remove(XlsFormNames.Easy, out var easy);
        translated.Remove(XlsFormNames.Proxy, out var proxy);
        foreach (var tag in translated.Keys) if (gathering.Languages.TryAdd(tag, LssBook.Named(tag))) gathering.Report.Say("translation", tag);
        string? Own(string url) => aside.Extensions(url).FirstOrDefault().Said("valueString") is { Length: > 0 } said ? said : null;
        return new Wording(text) { Easy = easy, Proxy = proxy, In = translated.Count > 0 ? translated : null, Picture = Own(FhirNames.Picture), Audio = Own(FhirNames.Audio) };
    }
}
