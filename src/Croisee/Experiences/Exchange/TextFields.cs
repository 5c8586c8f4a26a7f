using System.Globalization;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.RegularExpressions;

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

/// <summary>
/// A month, <c>2019-03</c>, <c>03/2019</c> or the year alone. A whole date, as a spreadsheet likes to make of it, keeps its month; so does
/// <c>mars-19</c>, which a French one shows and saves in place of 2019-03.
/// </summary>
sealed partial class MonthField(string code, string label, Expression<Func<ExchangeRow, string?>> place) : TextField(code, label, place)
{
    public override string Kind => "mois (AAAA-MM)";

    public override string? Take(string cell, ExchangeRow row)
    {
        if (Day().Match(cell.Trim()) is { Success: true } day) return base.Take($"{day.Groups["year"].Value}-{day.Groups["month"].Value.PadLeft(2, '0')}", row);
        return base.Take(Named().Match(cell.Trim()) is { Success: true } named && MonthOf(named.Groups["month"].Value) is { } month ? $"{YearOf(named.Groups["year"].Value)}-{month:00}" : cell, row);
    }

    static readonly string[] Months = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    /// <summary>« janv », « févr. », « sept », « juil »: as many letters as only one month has, three at least (« jui » is two of them).</summary>
    static int? MonthOf(string said)
    {
        var word = string.Concat(Slugs.Words(said));
        var like = Months.Index().Where(m => m.Item.StartsWith(word, StringComparison.Ordinal)).ToList();
        return word.Length >= 3 && like is [var only] ? only.Index + 1 : null;
    }

    /// <summary>Two figures as spreadsheets read them: up to 29 they are of this century.</summary>
    static string YearOf(string said) => said.Length == 4 ? said : (int.Parse(said, CultureInfo.InvariantCulture) < 30 ? "20" : "19") + said;

    [GeneratedRegex(@"^(?:(?<year>\d{4})-(?<month>\d\d)-\d\d|\d\d?/(?<month>\d\d?)/(?<year>\d{4}))(?: 00:00(?::00)?)?$", RegexOptions.None, 1000)] private static partial Regex Day();
    [GeneratedRegex(@"^(?<month>\p{L}{3,9})\.?[\s-]*(?<year>\d{4}|\d\d)$", RegexOptions.None, 1000)] private static partial Regex Named();
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
