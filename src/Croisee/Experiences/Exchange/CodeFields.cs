using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Text.Json;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>Finds the code that a cell means: the code itself, or its label, easy label or English gloss, whatever the case and accents.</summary>
static class CodeReading
{
    static readonly ConcurrentDictionary<string, Dictionary<string, string>> ByWords = new();

    public static string? Find(Vocabulary vocabulary, string given, LabelBook book)
    {
        given = given.Trim();
        if (vocabulary.Has(given)) return given;
        if (given.Length is 0 or > 300) return null;
        var key = Key(given);
        return ByWords.GetOrAdd(vocabulary.Code, _ => Index(vocabulary)).GetValueOrDefault(key)
            ?? vocabulary.Terms.FirstOrDefault(t => Key(book.Label(t)) == key)?.Code;
    }

    public static string Fault(Vocabulary vocabulary, string given)
    {
        var near = Nearest.To(given.Trim(), vocabulary.Terms.Select(t => t.Code)) ?? Nearest.To(given.Trim(), vocabulary.Terms.Select(t => t.Label));
        return $"« {Field.Shown(given)} » n’est pas dans la liste « {vocabulary.Label} »." + (near is null ? "" : $" Vouliez-vous dire {near} ?");
    }

    /// <summary>The code first: a label that is another term's code never wins.</summary>
    static Dictionary<string, string> Index(Vocabulary vocabulary)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var words in new Func<Term, string>[] { t => t.Code, t => t.Label, t => t.Easy, t => t.English })
            foreach (var term in vocabulary.Terms) index.TryAdd(Key(words(term)), term.Code);
        return index;
    }

    static string Key(string text) => string.Join(' ', Slugs.Words(text));
}

/// <summary>One code of a closed list.</summary>
sealed class CodeField(string code, string label, Expression<Func<ExchangeRow, string?>> place) : Field(code, label)
{
    readonly Accessor<string?> at = new(place);
    public override string Path => at.Path;
    public override string Kind => "code";
    public override Vocabulary Vocabulary => VocabularyOf(at.Member)!;

    public override string Cell(ExchangeRow row) => at.Get(row) ?? "";
    public override string InWords(ExchangeRow row) => at.Get(row) is { } one ? row.Book.Label(one) : "";

    public override string? Take(string cell, ExchangeRow row)
    {
        if (string.IsNullOrWhiteSpace(cell)) { at.Set(row, null); return null; }
        if (CodeReading.Find(Vocabulary, cell, row.Book) is not { } found) return CodeReading.Fault(Vocabulary, cell);
        at.Set(row, found);
        return null;
    }

    public override void Write(Utf8JsonWriter json, ExchangeRow row) => json.WriteStringValue(at.Get(row));

    public override string? Take(JsonElement json, ExchangeRow row) =>
        json.ValueKind is JsonValueKind.Null ? Take("", row) : Text(json, out var text) ? Take(text, row) : "Écrivez un code.";
}

/// <summary>Several codes of a closed list, in the order chosen.</summary>
sealed class CodesField(string code, string label, Expression<Func<ExchangeRow, List<string>>> place) : Field(code, label)
{
    readonly Accessor<List<string>> at = new(place);
    public override string Path => at.Path;
    public override string Kind => "codes séparés par « | »";
    public override Vocabulary Vocabulary => VocabularyOf(at.Member)!;

    public override string Cell(ExchangeRow row) => PackedCell.Pack(at.Get(row));
    public override string InWords(ExchangeRow row) => PackedCell.Pack(row.Book.Labels(at.Get(row)));

    public override string? Take(string cell, ExchangeRow row) => Take(PackedCell.Unpack(cell).SelectMany(p => ByHand(p, row.Book)), row);

    string? Take(IEnumerable<string> given, ExchangeRow row)
    {
        var codes = new List<string>();
        foreach (var one in given.Where(g => !string.IsNullOrWhiteSpace(g)))
        {
            if (CodeReading.Find(Vocabulary, one, row.Book) is not { } found) return CodeReading.Fault(Vocabulary, one);
            if (!codes.Contains(found)) codes.Add(found);
        }
        at.Set(row, codes);
        return null;
    }

    static readonly char[][] Between = [['\n'], [';', '\n'], [',', ';', '\n']];

    /// <summary>Codes and labels written by hand with a comma, a semicolon or a line break between them are understood, when each of them is known: a label may contain such signs.</summary>
    IEnumerable<string> ByHand(string piece, LabelBook book)
    {
        if (CodeReading.Find(Vocabulary, piece, book) is not null) return [piece];
        foreach (var signs in Between)
            if (piece.Split(signs, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts && parts.All(p => CodeReading.Find(Vocabulary, p, book) is not null)) return parts;
        return [piece];
    }

    public override void Write(Utf8JsonWriter json, ExchangeRow row)
    {
        json.WriteStartArray();
        foreach (var one in at.Get(row)) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    public override string? Take(JsonElement json, ExchangeRow row)
    {
        if (json.ValueKind is JsonValueKind.Null) return Take([], row);
        if (json.ValueKind is not JsonValueKind.Array) return "Écrivez une liste de codes.";
        var given = new List<string>();
        foreach (var one in json.EnumerateArray()) if (Text(one, out var text)) given.Add(text); else return "Écrivez une liste de codes.";
        return Take(given, row);
    }
}
