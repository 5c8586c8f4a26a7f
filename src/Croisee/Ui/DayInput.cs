using System.Globalization;
using Croisee.Words;

namespace Croisee.Ui;

/// <summary>A day as a browser sends it, or as a person types it where there is no calendar.</summary>
static class DayInput
{
    public const string Shape = @"^\s*(\d{4}-\d{2}-\d{2}|\d{1,2}[/. -]\d{1,2}[/. -]\d{4})\s*$", Help = "Écrivez un jour, par exemple 31/05/2027.";
    static readonly string[] Forms = ["yyyy-MM-dd", "d/M/yyyy"];

    public static DateOnly? Read(string? text) =>
        text is not null && DateOnly.TryParseExact(text.Trim() is [_, _, _, _, '-', ..] iso ? iso : text.Trim().Replace('.', '/').Replace(' ', '/').Replace('-', '/'), Forms, Localizer.French, DateTimeStyles.None, out var day)
        && day.Year is >= 2000 and < 2100 ? day : null;

    /// <summary>Why <paramref name="text"/> is no day: the day that the month does not have, or else how days are written.</summary>
    public static string Refusal(string? text)
    {
        var parts = (text ?? "").Trim().Split('-', '/', '.', ' ');
        if (parts is not [_, _, _] || !Array.TrueForAll(parts, p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return Help;
        var numbers = Array.ConvertAll(parts, p => int.Parse(p, CultureInfo.InvariantCulture));
        var (day, month, year) = parts[0].Length == 4 ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2]);
        if (month is < 1 or > 12 || year is < 2000 or >= 2100 || day is < 1 or > 31 || day <= DateTime.DaysInMonth(year, month)) return Help;
        return $"Le {day} {Localizer.French.DateTimeFormat.GetMonthName(month)} {year} n’existe pas : ce mois-là a {DateTime.DaysInMonth(year, month)} jours. {Help}";
    }

    public static string Write(DateOnly? day) => day is { } d && d != default ? d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
