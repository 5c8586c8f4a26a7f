using Croisee.Library;
using Croisee.People;

namespace Croisee.Site.Demo;

/// <summary>The letters that asked for news of the older sheets, and what came back. Their codes are drawn and told to nobody.</summary>
static class SeedNews
{
    /// <summary>An answer comes within so many days after its letter.</summary>
    const int AnsweredWithin = 60;

    public static void Run(DemoStage stage, IReadOnlyDictionary<string, Sheet> sheets)
    {
        foreach (var sheet in sheets.Values) Ask(stage, sheet, [.. stage.Story.News.Where(n => sheets[n.Experience] == sheet).Select(n => stage.At(n.Day))]);
        foreach (var (told, i) in stage.Story.News.Select((n, i) => (n, i)))
        {
            var (sheet, at) = (sheets[told.Experience], stage.At(told.Day));
            var news = new News(sheet.Id, $"demo-{i}", told.Told(stage), null, at);
            if (news.State is ModerationState.Waiting && !told.Waits) news.Accept(at.AddDays(1));
            stage.Db.News.Add(news);
            stage.Record(at, Library.Acts.NewsGiven, news);
        }
    }

    static void Ask(DemoStage stage, Sheet sheet, IReadOnlyList<DateTime> answers)
    {
        foreach (var months in NewsAsk.Milestones)
        {
            var asked = sheet.PublishedAt.AddMonths(months);
            if (asked >= stage.At(0)) return;
            var ask = new NewsAsk(sheet.Id, months, SpokenCode.New(), asked);
            if (answers.FirstOrDefault(a => a >= asked && a < asked.AddDays(AnsweredWithin)) is { Ticks: > 0 } answered) ask.Answer(answered);
            stage.Db.NewsAsks.Add(ask);
            stage.Record(asked, Library.Acts.NewsAsked, ask);
        }
    }
}
