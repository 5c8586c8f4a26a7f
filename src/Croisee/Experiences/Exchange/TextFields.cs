using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using Croisee.Experiences.Answers;

namespace Croisee.Experiences.Exchange;

/// <summary>A free text, exactly as it was written.</summary>
class TextField(string code, string label, Expression<Func<ExchangeRow, string?>> place) : Field(code, label)
{
    readonly Accessor<string?> at = new(place);
    /// <summary>In JSON a list of lines, as for the easy-read summary.</summary>
    public bool AsLines { get; init; }
    public override string Path => at.Path;
    public override string Kind => "texte";

    public override string Cell(ExchangeRow row) => at.Get(row) ?? "";

    public override string? Take(string cell, ExchangeRow row) { at.Set(row, cell.Length == 0 ? null : cell); return null; }

    public override void Write(Utf8JsonWriter json, ExchangeRow row)
    {
        var text = at.Get(row);
        if (!AsLines || text is null) { json.WriteStringValue(text); return; }
        json.WriteStartArray();
        foreach (var line in text.Split('\n')) json.WriteStringValue(line);
        json.WriteEndArray();
    }

    public override string? Take(JsonElement json, ExchangeRow row)
    {
        if (json.ValueKind is JsonValueKind.Null) { at.Set(row, null); return null; }
        if (AsLines && json.ValueKind is JsonValueKind.Array)
        {
            var lines = new List<string>();
            foreach (var one in json.EnumerateArray()) if (Text(one, out var line)) lines.Add(line); else return "Écrivez une liste de textes.";
            at.Set(row, lines.Count == 0 ? null : string.Join('\n', lines));
            return null;
        }
        if (!Text(json, out var text)) return "Écrivez un texte.";
        return Take(text, row);
    }
}

/// <summary>A month, <c>2019-03</c>, <c>03/2019</c> or the year alone, and what <see cref="ToldMonth.InAnotherShape"/> reads as one.</summary>
sealed class MonthField(string code, string label, Expression<Func<ExchangeRow, string?>> place) : TextField(code, label, place)
{
    public override string Kind => "mois (AAAA-MM)";

    public override string? Take(string cell, ExchangeRow row) => base.Take(ToldMonth.InAnotherShape(cell) ?? cell, row);
}

/// <summary>A day, <c>2019-05-31</c>, or <c>31/05/2019</c> as a French spreadsheet shows and saves it.</summary>
sealed class DayField(string code, string label, Expression<Func<ExchangeRow, string?>> place) : TextField(code, label, place)
{
    public const string Written = "yyyy-MM-dd";
    static readonly string[] Read = [Written, "d/M/yyyy", "yyyy-MM-dd HH:mm:ss"];
    public override string Kind => "jour (AAAA-MM-JJ)";

    public override string? Take(string cell, ExchangeRow row)
    {
        if (cell.Trim().Length == 0) return base.Take("", row);
        return DateOnly.TryParseExact(cell.Trim(), Read, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? base.Take(day.ToString(Written, CultureInfo.InvariantCulture), row) : $"« {Shown(cell)} » n’est pas un jour : écrivez par exemple 2019-05-31.";
    }
}

/// <summary>A whole number, zero or more.</summary>
sealed class NumberField(string code, string label, Expression<Func<ExchangeRow, int?>> place) : Field(code, label)
{
    const string Fault = "Écrivez un nombre entier, ou rien.";
    readonly Accessor<int?> at = new(place);
    public override string Path => at.Path;
    public override string Kind => "nombre entier";

    public override string Cell(ExchangeRow row) => at.Get(row)?.ToString(CultureInfo.InvariantCulture) ?? "";

    public override string? Take(string cell, ExchangeRow row)
    {
        var digits = string.Concat(cell.Where(c => !char.IsWhiteSpace(c)));
        if (digits.Length == 0) { at.Set(row, null); return null; }
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return Fault;
        at.Set(row, number);
        return null;
    }

    public override void Write(Utf8JsonWriter json, ExchangeRow row)
    {
        if (at.Get(row) is { } number) json.WriteNumberValue(number); else json.WriteNullValue();
    }

    public override string? Take(JsonElement json, ExchangeRow row)
    {
        if (json.ValueKind is JsonValueKind.Null) { at.Set(row, null); return null; }
        if (json.ValueKind is not JsonValueKind.Number || !json.TryGetInt32(out var number)) return Fault;
        at.Set(row, number);
        return null;
    }
}

/// <summary>Yes, no, or no answer.</summary>
sealed class YesNoField(string code, string label, Expression<Func<ExchangeRow, bool?>> place) : Field(code, label)
{
    const string Fault = "Écrivez oui ou non, ou rien.";
    readonly Accessor<bool?> at = new(place);
    public override string Path => at.Path;
    public override string Kind => "oui ou non";

    public override string Cell(ExchangeRow row) => at.Get(row) switch { true => "oui", false => "non", null => "" };

    public override string? Take(string cell, ExchangeRow row)
    {
        bool? said;
        switch (cell.Trim().ToLowerInvariant())
        {
            case "": said = null; break;
            case "oui" or "o" or "vrai" or "true" or "1": said = true; break;
            case "non" or "n" or "faux" or "false" or "0": said = false; break;
            default: return Fault;
        }
        at.Set(row, said);
        return null;
    }

    public override void Write(Utf8JsonWriter json, ExchangeRow row)
    {
        if (at.Get(row) is { } said) json.WriteBooleanValue(said); else json.WriteNullValue();
    }

    public override string? Take(JsonElement json, ExchangeRow row)
    {
        if (json.ValueKind is not (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null)) return Fault;
        at.Set(row, json.ValueKind is JsonValueKind.Null ? null : json.ValueKind is JsonValueKind.True);
        return null;
    }
}
