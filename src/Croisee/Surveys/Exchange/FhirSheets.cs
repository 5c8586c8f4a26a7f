using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>One sheet of a file: its key, made from the file and its place there, so that the same file taken in twice makes each sheet once; and what was read.</summary>
public sealed record FiledSheet(int Number, string Key, ReadSheet Read);

/// <summary>Several QuestionnaireResponses in one file: one alone, a Bundle, or one on each line (NDJSON).</summary>
public static class FhirSheets
{
    public const int SheetsMax = 1000;

    /// <summary>None when the file holds nothing that looks like a sheet, or too many.</summary>
    public static IReadOnlyList<FiledSheet> Read(byte[] file, QuestionnaireContent content)
    {
        var whole = SHA256.HashData(file);
        var parts = Parts(file).Take(SheetsMax + 1).ToList();
        return parts.Count > SheetsMax ? [] : [.. parts.Select((p, i) => new FiledSheet(i + 1, Key(whole, i), FhirAnswers.Read(p, content)))];
    }

    /// <summary>Of the same sheets: enough to find again what a file brought.</summary>
    public static IReadOnlyList<string> Keys(byte[] file)
    {
        var whole = SHA256.HashData(file);
        return [.. Parts(file).Take(SheetsMax).Select((_, i) => Key(whole, i))];
    }

    static string Key(byte[] whole, int at) => Base64Url.EncodeToString(SHA256.HashData([.. whole, .. BitConverter.GetBytes(at)]).AsSpan(0, 16));

    static IEnumerable<ReadOnlyMemory<byte>> Parts(byte[] file)
    {
        if (Bundled(file) is { } bundled) return bundled;
        return Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(l));
    }

    /// <summary>Null when the file is not one JSON document.</summary>
    static List<ReadOnlyMemory<byte>>? Bundled(byte[] file)
    {
        try
        {
            using var document = JsonDocument.Parse(file, new() { MaxDepth = 64 });
            if (document.RootElement.ValueKind is not JsonValueKind.Object || document.RootElement.Said("resourceType") != "Bundle") return [file];
            return [.. document.RootElement.Each("entry").Where(e => e.Has("resource")).Select(e => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(e.GetProperty("resource").GetRawText()))];
        }
        catch (JsonException) { return null; }
        catch (InvalidOperationException) { return [file]; }
    }
}
