using System.Text;
using System.Text.Json;
using Croisee.Surveys.Content;

namespace Croisee.Surveys.Exchange;

/// <summary>One sheet of a file: its key, by which the same sheet is made once whatever file brings it; what was read; and the key that it had while keys were made from the whole file.</summary>
public sealed record FiledSheet(int Number, string Key, ReadSheet Read, string Former);

/// <summary>Several QuestionnaireResponses in one file: one alone, a Bundle, or one on each line (NDJSON).</summary>
public static class FhirSheets
{
    public const int SheetsMax = 1000;

    /// <summary>None when the file holds nothing that looks like a sheet, or too many. A sheet that stands there twice is one.</summary>
    public static IReadOnlyList<FiledSheet> Read(byte[] file, QuestionnaireContent content, Guid survey)
    {
        var parts = Parts(file).Take(SheetsMax + 1).ToList();
        if (parts.Count > SheetsMax) return [];
        var keys = new SheetKeys(file, survey);
        return [.. parts.Select((p, i) => new FiledSheet(i + 1, keys.Of(p), FhirAnswers.Read(p, content), keys.Former(i))).DistinctBy(s => s.Key)];
    }

    /// <summary>Of the same sheets, under both of their keys: enough to find again what a file brought.</summary>
    public static IReadOnlyList<string> Keys(byte[] file, Guid survey)
    {
        var keys = new SheetKeys(file, survey);
        return [.. Parts(file).Take(SheetsMax).SelectMany((p, i) => new[] { keys.Of(p), keys.Former(i) }).Distinct()];
    }

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
