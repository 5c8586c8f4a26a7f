using Croisee.Data;

namespace Croisee.Words;

/// <summary>Dates in words (invariant 7): « lundi 31 mai 2027 », « 31 mai 2027 à 14 h 12 ».</summary>
public static class FrenchDates
{
    public static string InWords(this DateOnly day) => day.Day == 1 ? day.ToString("dddd 1'er' MMMM yyyy", Localizer.French) : day.ToString("dddd d MMMM yyyy", Localizer.French);

    public static string Short(this DateOnly day) => day.Day == 1 ? day.ToString("1'er' MMMM yyyy", Localizer.French) : day.ToString("d MMMM yyyy", Localizer.French);

    /// <summary>An inclusive deadline is always said so (EXP-R2).</summary>
    public static string UntilInclusive(this DateOnly day) => $"jusqu’au {day.InWords()} inclus";

    /// <summary>The Paris day of an instant, in words.</summary>
    public static string DayInWords(this DateTime utc) => utc.ParisDay().Short();

    public static string Moment(this DateTime utc) => $"{utc.DayInWords()} à {utc.InParis():H'\u00A0h\u00A0'mm}";

    /// <summary>« mars 2019 » from a month kept as its first day.</summary>
    public static string MonthInWords(this DateOnly month) => month.ToString("MMMM yyyy", Localizer.French);
}
