using Croisee.Data;
using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Library;

/// <summary>One piece of news as everybody may read it: words only once the moderation has said yes.</summary>
public sealed record NewsLine(DateTime At, string Said, bool Copied, string? What, string? Place, string? Reason, DateOnly? StoppedMonth)
{
    public static NewsLine Of(News news) =>
        new(news.At, news.Said, news.Copied, news.State is ModerationState.Shown ? news.What : null, news.State is ModerationState.Shown ? news.Place : null, news.Reason, news.StoppedMonth);
}

/// <summary>The news of a sheet, the last first, and how old they are: said as it is, also when there are none.</summary>
public sealed class LastNews(IEnumerable<News> news, DateTime publishedAt, DateOnly today)
{
    /// <summary>From this age on, the page says first that nobody told anything since.</summary>
    public const int SilentMonths = 13;
    /// <summary>Nobody is asked before: until then, silence says nothing.</summary>
    public const int FirstMonths = 7;

    public IReadOnlyList<NewsLine> Lines { get; } = [.. news.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Select(NewsLine.Of)];
    public NewsLine? Last => Lines.Count > 0 ? Lines[0] : null;
    public int Age => MonthsBetween((Last?.At ?? publishedAt).ParisDay(), today);

    public string Sentence(Labels labels, Localizer words)
    {
        if (Last is not { } last)
            return Age < FirstMonths ? words["Pas encore de nouvelles : la page est publiée depuis {0}.", publishedAt.ParisDay().MonthInWords()] : words["Sans nouvelles depuis {0} mois, depuis la publication.", Age];
        var said = Lower(labels.Of(last.Said));
        if (last.Said == News.Stopped) return words["Dernières nouvelles : {0}, {1}{2}.", last.At.ParisDay().MonthInWords(), said, last.StoppedMonth is { } month ? words[" en {0}", month.MonthInWords()] : ""];
        return Age < SilentMonths ? words["Dernières nouvelles : {0}, {1}{2}.", last.At.ParisDay().MonthInWords(), said, ""]
            : words["Sans nouvelles depuis {0} mois. Les dernières, en {1}, disaient : {2}.", Age, last.At.ParisDay().MonthInWords(), said];
    }

    /// <summary>Whole months from one day to another.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly to) => Math.Max(0, (to.Year - from.Year) * 12 + to.Month - from.Month - (to.Day < from.Day ? 1 : 0));

    static string Lower(string text) => text.Length == 0 ? text : char.ToLower(text[0], Localizer.French) + text[1..];
}
