using System.Linq.Expressions;
using System.Text.Json;
using Croisee.Framework;

namespace Croisee.Experiences.Exchange;

/// <summary>Several free texts.</summary>
sealed class TextsField(string code, string label, Expression<Func<ExchangeRow, List<string>>> place) : Field(code, label)
{
    readonly Accessor<List<string>> at = new(place);
    public override string Path => at.Path;
    public override string Kind => "textes séparés par « | »";

    public override string Cell(ExchangeRow row) => PackedCell.Pack(at.Get(row));

    public override string? Take(string cell, ExchangeRow row) { at.Set(row, PackedCell.Unpack(cell)); return null; }

    public override void Write(Utf8JsonWriter json, ExchangeRow row)
    {
        json.WriteStartArray();
        foreach (var one in at.Get(row)) json.WriteStringValue(one);
        json.WriteEndArray();
    }

    public override string? Take(JsonElement json, ExchangeRow row)
    {
        var texts = new List<string>();
        if (json.ValueKind is JsonValueKind.Array)
            foreach (var one in json.EnumerateArray()) if (Text(one, out var text)) texts.Add(text); else return "Écrivez une liste de textes.";
        else if (json.ValueKind is not JsonValueKind.Null) return "Écrivez une liste de textes.";
        at.Set(row, texts);
        return null;
    }
}

/// <summary>Lines with named parts: the main steps, the decisions influenced.</summary>
sealed class LinesField<TLine>(string code, string label, Expression<Func<ExchangeRow, List<TLine>>> place, string[] parts, Func<TLine, string?[]> read, Func<string?[], TLine> make) : Field(code, label)
{
    readonly Accessor<List<TLine>> at = new(place);
    public override string Path => at.Path;
    public override string Kind => $"lignes séparées par « | », parties séparées par « > » : {string.Join(" > ", parts)}";

    public override string Cell(ExchangeRow row) => PackedCell.PackRows(at.Get(row).Select(read));

    public override string? Take(string cell, ExchangeRow row)
    {
        var lines = PackedCell.UnpackRows(cell);
        if (lines.Any(l => l.Count > parts.Length)) return $"Une ligne a {parts.Length} parties au plus : {string.Join(" > ", parts)}. Écrivez « \\> » pour le signe lui-même.";
        at.Set(row, [.. lines.Select(l => make([.. l, .. Enumerable.Repeat<string?>(null, parts.Length - l.Count)]))]);
        return null;
    }

    public override void Write(Utf8JsonWriter json, ExchangeRow row)
    {
        json.WriteStartArray();
        foreach (var line in at.Get(row))
        {
            json.WriteStartObject();
            foreach (var (part, text) in parts.Zip(read(line))) json.WriteString(part, text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public override string? Take(JsonElement json, ExchangeRow row)
    {
        var fault = $"Écrivez une liste d’objets : {string.Join(", ", parts)}.";
        var lines = new List<TLine>();
        if (json.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null)) return fault;
        foreach (var one in json.ValueKind is JsonValueKind.Array ? json.EnumerateArray() : default)
        {
            if (one.ValueKind is not JsonValueKind.Object) return fault;
            var values = new string?[parts.Length];
            foreach (var part in one.EnumerateObject())
            {
                if (Array.IndexOf(parts, part.Name) is not (>= 0 and var i)) return fault;
                if (part.Value.ValueKind is JsonValueKind.Null) continue;
                if (!Text(part.Value, out var text)) return fault;
                values[i] = text;
            }
            lines.Add(make(values));
        }
        at.Set(row, lines);
        return null;
    }
}

/// <summary>Pairs of a name and a value: a degree for each stage, an answer for each question of the call.</summary>
sealed class PairsField(string code, string label, Expression<Func<ExchangeRow, Dictionary<string, string>>> place, Vocabulary? keys = null) : Field(code, label)
{
    readonly Accessor<Dictionary<string, string>> at = new(place);
    readonly string fault = keys is null ? "Écrivez « question > réponse », une seule fois chacune." : "Écrivez « étape > degré », une seule fois chacune.";
    public override string Path => at.Path;
    public override string Kind => keys is null ? "question > réponse, séparées par « | »" : "étape > degré, séparés par « | »";
    public override Vocabulary? Vocabulary => VocabularyOf(at.Member);

    public override string Cell(ExchangeRow row) => PackedCell.PackRows(Said(row).Select(p => new[] { p.Key, p.Value }));
    public override string InWords(ExchangeRow row) => PackedCell.PackRows(Said(row).Select(p => row.Book.Labels([p.Key, p.Value])));

    public override string? Take(string cell, ExchangeRow row)
    {
        var lines = PackedCell.UnpackRows(cell);
        return lines.Any(l => l.Count != 2 || l[0] is null) ? fault : Take(lines.Select(l => (l[0]!, l[1] ?? "")), row);
    }

    string? Take(IEnumerable<(string Key, string Value)> pairs, ExchangeRow row)
    {
        var found = new Dictionary<string, string>();
        foreach (var (key, value) in pairs)
        {
            var name = keys is null ? key : CodeReading.Find(keys, key, row.Book);
            if (name is null) return CodeReading.Fault(keys!, key);
            var said = Vocabulary is null || value.Length == 0 ? value : CodeReading.Find(Vocabulary, value, row.Book);
            if (said is null) return CodeReading.Fault(Vocabulary!, value);
            if (!found.TryAdd(name, said)) return fault;
        }
        at.Set(row, found);
        return null;
    }

    /// <summary>Stages that a form opened and nobody filled are no answers.</summary>
    IEnumerable<KeyValuePair<string, string>> Said(ExchangeRow row) => at.Get(row).Where(p => p.Value.Length > 0);

    public override void Write(Utf8JsonWriter json, ExchangeRow row)
    {
        json.WriteStartObject();
        foreach (var (key, value) in Said(row)) json.WriteString(key, value);
        json.WriteEndObject();
    }

    public override string? Take(JsonElement json, ExchangeRow row)
    {
        if (json.ValueKind is JsonValueKind.Null) return Take([], row);
        if (json.ValueKind is not JsonValueKind.Object) return fault;
        var pairs = new List<(string, string)>();
        foreach (var one in json.EnumerateObject()) if (Text(one.Value, out var text)) pairs.Add((one.Name, text)); else return fault;
        return Take(pairs, row);
    }
}
