namespace Croisee.Library.Reading;

/// <summary>How long one reads a sheet: its words at a quiet pace. Lists of names and codes are looked at, not read.</summary>
public static class ReadingTime
{
    /// <summary>A quiet pace, below the usual speed of silent reading.</summary>
    public const int WordsPerMinute = 180;

    public static int Minutes(SheetContent content) => Math.Max(1, (int)Math.Ceiling(content.Account.Steps.SelectMany(s => s.FreeTexts()).Sum(t => Words(t.Text)) / (double)WordsPerMinute));

    public static int Words(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit)) ?? 0;
}
