using Croisee.Data;
using Croisee.Framework;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>The news of a sheet and the sentence that says the last of them: the same wherever the sheet is read.</summary>
public sealed record ToldNews(LastNews News, string Sentence)
{
    /// <summary>Whether somebody told anything since the publication.</summary>
    public bool IsTold => News.Last is not null;
    /// <summary>What the deposit said of its state holds no longer.</summary>
    public bool HasStopped => News.Last?.Said == Library.News.Stopped;
}

/// <summary>Reads the news of sheets for every place that shows one: a page, a paper, a booklet, a comparison.</summary>
public sealed class SheetNews(AppDb db, Labels labels, Localizer words, TimeProvider clock)
{
    public async Task<ToldNews> Of(Sheet sheet) => (await Of([sheet]))[sheet.Id];

    public async Task<IReadOnlyDictionary<Guid, ToldNews>> Of(IReadOnlyCollection<Sheet> sheets)
    {
        var ids = sheets.Select(s => s.Id).ToList();
        var news = (await db.News.AsNoTracking().Where(n => ids.Contains(n.SheetId)).ToListAsync()).ToLookup(n => n.SheetId);
        return sheets.ToDictionary(s => s.Id, s => Told(new(news[s.Id], s.PublishedAt, clock.ParisToday())));
    }

    ToldNews Told(LastNews last) => new(last, last.Sentence(labels, words));
}
