using System.Text.Encodings.Web;
using System.Text.Json;

namespace Croisee.Deliberation;

/// <summary>
/// The urn as a file: its chain, and beside it what the rows say when the file is written. A program that shares nothing with this one compares both (verify/urne.cs).
/// It tells who voted and what was voted, never who voted what: ballots are prints, voices are sorted.
/// </summary>
static class UrnFile
{
    public const string Type = "application/json";

    /// <summary>Accents are read as they are: it is a file, in no page.</summary>
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Deliberation question, ReadUrn.Reading reading)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Readable))
        {
            json.WriteStartObject();
            json.WriteString("format", ChainLink.Format);
            json.WriteString("question", question.Reference);
            json.WriteStartArray("chaine");
            foreach (var link in question.Links)
            {
                json.WriteStartObject();
                json.WriteNumber("numero", link.Number);
                json.WriteString("sorte", link.Kind.Word());
                json.WriteString("contenu", link.Content);
                json.WriteString("empreinte", link.Print);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("sceaux", reading.Sealed);
            json.WriteStartObject("relu");
            Read(json, question);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return file.ToArray();
    }

    /// <summary>What the rows say now.</summary>
    static void Read(Utf8JsonWriter json, Deliberation question)
    {
        var erased = question.ErasedAt is not null;
        json.WriteBoolean("chaine", question.Chained);
        json.WriteString("conditions", ChainContents.Terms(question));
        json.WriteStartArray("bulletins");
        foreach (var mark in question.Ballots.Select(ChainContents.Mark).Order(StringComparer.Ordinal)) json.WriteStringValue(mark);
        json.WriteEndArray();
        json.WriteString("decompte", erased || question.Step != Step.Closed ? null : ChainContents.Tally(question));
        json.WriteString("cloture", ChainContents.Closing(question));
        json.WriteString("motif", ChainContents.Reason(question));
        json.WriteString("effacement", ChainContents.Erasure(question));
        if (ChainContents.Opened(question) is not { } opened) return;
        json.WriteString("sel", opened.Salt);
        json.WriteStartArray("emargement");
        foreach (var number in opened.Voted) json.WriteNumberValue(number);
        json.WriteEndArray();
        json.WriteStartArray("voix");
        foreach (var voice in opened.Voices)
        {
            json.WriteStartObject();
            json.WriteString("college", voice.College.ToString());
            json.WriteString("vote", voice.Vote.ToString());
            json.WriteString("motif", voice.Motive);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
