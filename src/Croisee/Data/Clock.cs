namespace Croisee.Data;

/// <summary>Time as the house tells it: instants in UTC, days of Europe/Paris (invariant 7).</summary>
public static class Clock
{
    public static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    /// <summary>The calendar day in Europe/Paris.</summary>
    public static DateOnly ParisToday(this TimeProvider clock) => clock.UtcNow().ParisDay();

    public static DateOnly ParisDay(this DateTime utc) => DateOnly.FromDateTime(utc.InParis());

    public static DateTime InParis(this DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Paris);

    /// <summary>The first instant (UTC) that no longer belongs to <paramref name="day"/> in Europe/Paris: an inclusive deadline ends here (EXP-R2).</summary>
    public static DateTime EndOfParisDay(this DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), Paris);
}
