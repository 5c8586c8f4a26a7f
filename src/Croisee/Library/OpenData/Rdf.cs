using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Croisee.Library.OpenData;

/// <summary>A value in a description: a thing by its address, or a text with its language or its datatype.</summary>
sealed record RdfValue(string Text, bool IsAddress = false, string? Language = null, string? Datatype = null)
{
    public static RdfValue At(string address) => new(address, IsAddress: true);
    public static RdfValue French(string text) => new(text, Language: "fr");
    public static RdfValue Day(string day) => new(day, Datatype: "xsd:date");
}

/// <summary>A thing described: its address, its classes, what is said of it. Names are written with the prefixes of <see cref="Rdf.Prefixes"/>.</summary>
sealed record RdfThing(string Address, IReadOnlyList<string> Classes, IReadOnlyList<(string Name, RdfValue Value)> Said);

/// <summary>The same description in two languages of machines.</summary>
static class Rdf
{
    public static IReadOnlyList<(string Prefix, string Address)> Prefixes { get; } =
    [
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"), ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"), ("skos", "http://www.w3.org/2004/02/skos/core#"), ("vcard", "http://www.w3.org/2006/vcard/ns#"), ("owl", "http://www.w3.org/2002/07/owl#"),
        ("dcatap", "http://data.europa.eu/r5r/"),
    ];

    public static string Turtle(IEnumerable<RdfThing> things)
    {
        var text = new StringBuilder();
        foreach (var (prefix, address) in Prefixes) text.Append("@prefix ").Append(prefix).Append(": <").Append(address).Append("> .\n");
        foreach (var thing in things)
        {
            text.Append('\n').Append(Address(thing.Address)).Append(" a ").AppendJoin(", ", thing.Classes);
            foreach (var (name, value) in thing.Said) text.Append(" ;\n    ").Append(name).Append(' ').Append(Term(value));
            text.Append(" .\n");
        }
        return text.ToString();
    }

    static string Term(RdfValue value) => value.IsAddress ? Address(value.Text) : Quoted(value.Text) + (value.Language is not null ? "@" + value.Language : value.Datatype is not null ? "^^" + value.Datatype : "");

    /// <summary>Signs that an address may not hold are written in per cents.</summary>
    static string Address(string address)
    {
        var safe = new StringBuilder("<");
        foreach (var c in address) if (c <= ' ' || "<>\"{}|^`\\".Contains(c)) safe.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture)); else safe.Append(c);
        return safe.Append('>').ToString();
    }

    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c switch { '\\' => "\\\\", '"' => "\\\"", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", < ' ' => " ", _ => c.ToString() });
        return quoted.Append('"').ToString();
    }

    public static byte[] JsonLd(IEnumerable<RdfThing> things)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            foreach (var (prefix, address) in Prefixes) json.WriteString(prefix, address);
            json.WriteEndObject();
            json.WriteStartArray("@graph");
            foreach (var thing in things) Write(json, thing);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    static void Write(Utf8JsonWriter json, RdfThing thing)
    {
        json.WriteStartObject();
        json.WriteString("@id", thing.Address);
        json.WriteStartArray("@type");
        foreach (var one in thing.Classes) json.WriteStringValue(one);
        json.WriteEndArray();
        foreach (var said in thing.Said.GroupBy(s => s.Name))
        {
            json.WriteStartArray(said.Key);
            foreach (var (_, value) in said)
            {
                json.WriteStartObject();
                json.WriteString(value.IsAddress ? "@id" : "@value", value.Text);
                if (value.Language is not null) json.WriteString("@language", value.Language);
                if (value.Datatype is not null) json.WriteString("@type", value.Datatype);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
