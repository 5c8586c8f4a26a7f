namespace Croisee.Library.Reading;

/// <summary>How long one reads a sheet: its words at a quiet pace. Lists of names and codes are looked at, not read.</summary>
public static class ReadingTime
{
    /// <summary>A quiet pace, below the usual speed of silent reading.</summary>
    public const int WordsPerMinute = 180;

    /// <summary>Who reads with difficulty: half that pace.</summary>
    const int EasyWordsPerMinute = 90;

    public static int Minutes(SheetContent content) => Whole(content.Account.Steps.SelectMany(s => s.FreeTexts()).Sum(t => Words(t.Text)), WordsPerMinute);

    /// <summary>Of the easy page: the title and the easy summary are all that it tells.</summary>
    public static int EasyMinutes(SheetContent content) => Whole(Words(content.Title) + Words(content.Account.Essentials.EasySummary), EasyWordsPerMinute);

    static int Whole(int words, int pace) => Math.Max(1, (int)Math.Ceiling(words / (double)pace));

    public static int Words(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit)) ?? 0;
}
