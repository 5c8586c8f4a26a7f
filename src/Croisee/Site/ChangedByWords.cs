using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Library;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site;

/// <summary>« Ce que des paroles ont changé » : threads of published sheets, for the home page. One thread for a sheet, those the group chose first.</summary>
public sealed class ChangedByWords(AppDb db)
{
    /// <summary>Sheets looked at: some tell no decision.</summary>
    const int LookedAt = 12;

    public sealed record Line(string Reference, string Title, IReadOnlyList<ThreadStep> Steps);

    public async Task<IReadOnlyList<Line>> Latest(int most)
    {
        var sheets = await db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null).OrderByDescending(s => s.Remarkable).ThenByDescending(s => s.PublishedAt).Take(LookedAt).Select(s => new { s.Reference, s.Title, s.Content }).ToListAsync();
        return [.. sheets.Select(s => (s.Reference, s.Title, Told: SheetContent.FromJson(s.Content).Account.Changes.Decisions.FirstOrDefault(IsWhole))).Where(s => s.Told is not null).Take(most).Select(s => new Line(s.Reference, s.Title, Steps(s.Told!)))];
    }

    static bool IsWhole(InfluencedDecision told) => !string.IsNullOrWhiteSpace(told.Proposal) && !string.IsNullOrWhiteSpace(told.Decision) && !string.IsNullOrWhiteSpace(told.Effect);

    static ThreadStep[] Steps(InfluencedDecision told) => [new(ThreadMark.Word, told.Proposal!), new(ThreadMark.Decision, told.Decision!), new(ThreadMark.Effect, told.Effect!)];
}
