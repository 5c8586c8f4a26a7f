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

    public static string Write(DateOnly? day) => day is { } d && d != default ? d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}
