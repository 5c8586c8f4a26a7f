using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Survival;

/// <summary>The experiences of one kind that were followed, and how they lived.</summary>
public sealed record SurvivalGroup(string Code, KaplanMeier Curve)
{
    /// <summary>Fewer followed are said and not drawn: a curve of three says nothing.</summary>
    public const int Floor = 5;
    public bool IsDrawn => Curve.Count >= Floor;
}

/// <summary>
/// How long published experiences live, in whole months since their publication. What stopped ended in the month told, or in that of the news; what lives
/// is known to live until its last news and no further. The last news decide: what starts again has not stopped.
/// </summary>
public sealed class SurvivalStudy
{
    SurvivalStudy(int published, int before, KaplanMeier all, IReadOnlyList<SurvivalGroup> groups) => (Published, StoppedBefore, All, Groups) = (published, before, all, groups);

    /// <summary>Sheets that everybody can read.</summary>
    public int Published { get; }
    /// <summary>Stopped before they were published: not followed.</summary>
    public int StoppedBefore { get; }
    public KaplanMeier All { get; }
    /// <summary>The largest first; a sheet with several codes is in several groups.</summary>
    public IReadOnlyList<SurvivalGroup> Groups { get; }

    sealed record Told(Guid Sheet, DateTime Published, DateTime At, string Said, DateOnly? Stopped);

    public static async Task<SurvivalStudy> Of(AppDb db, string? field, CancellationToken stop)
    {
        var (sheets, news, codes) = (db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null), db.News.AsNoTracking(), db.SheetCodes.AsNoTracking());
        var told = await news.Join(sheets, n => n.SheetId, s => s.Id, (n, s) => new Told(s.Id, s.PublishedAt, n.At, n.Said, n.StoppedMonth)).ToListAsync(stop);
        var last = told.GroupBy(t => t.Sheet).Select(g => g.MaxBy(t => t.At)!).ToList();
        // What its authors called over when it was published did not live after: "stopped" without a month says that nothing started again.
        var unsure = last.Where(t => t is { Said: News.Stopped, Stopped: null }).Select(t => t.Sheet).ToList();
        var over = (await sheets.Where(s => unsure.Contains(s.Id)).ToListAsync(stop)).Where(s => s.Read().Account.Setting.IsOver()).Select(s => s.Id).ToHashSet();
        var lived = last.Where(t => !over.Contains(t.Sheet)).Select(t => (t.Sheet, Life: Lived(t))).Where(t => t.Life is not null).ToDictionary(t => t.Sheet, t => t.Life!.Value);
        var kinds = field is null ? [] : await codes.Where(c => c.Field == field && news.Any(n => n.SheetId == c.SheetId)).Select(c => new { c.SheetId, c.Code }).ToListAsync(stop);
        var groups = kinds.Where(k => lived.ContainsKey(k.SheetId)).GroupBy(k => k.Code).Select(g => new SurvivalGroup(g.Key, KaplanMeier.Of(g.Select(k => lived[k.SheetId]))))
            .OrderByDescending(g => g.Curve.Count).ThenBy(g => g.Code, StringComparer.Ordinal).ToList();
        return new(await sheets.CountAsync(stop), last.Count - lived.Count, KaplanMeier.Of(lived.Values), groups);
    }

    static Lifetime? Lived(Told told)
    {
        var published = told.Published.ParisDay();
        var ended = told.Said == News.Stopped;
        var until = ended ? told.Stopped ?? told.At.ParisDay() : told.At.ParisDay();
        var months = (until.Year - published.Year) * 12 + until.Month - published.Month;
        return ended && months < 0 ? null : new Lifetime(Math.Max(0, months), ended);
    }
}
