using Croisee.Data;
using Croisee.Framework;
using Croisee.Framework.Wording;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>
/// A term has other words: the sheets that hold it are found by these from then on. They are marked at once and read again by the clockwork, some at a
/// time; one that is published or withdrawn meanwhile keeps what that gave it.
/// </summary>
public sealed class ReadWordsAgain(AppDb db, Labels labels, LabelKeeper keeper, TimeProvider clock) : IHearWords
{
    public const string Job = "relire les fiches dont un mot du cadre a changé";
    const int Batch = 200;
    /// <summary>A word that thousands of sheets hold is not read again in one go: other jobs wait meanwhile.</summary>
    static readonly TimeSpan Budget = TimeSpan.FromMinutes(1);

    public async Task Hear(string code)
    {
        // The modalities that authors told are searched too, also where readers fixed others: those stand in the content alone.
        var holding = Vocabularies.Find(code)?.Vocabulary == Vocabularies.Modality
            ? db.Sheets.Where(s => s.WithdrawnAt == null && s.Content.Contains(code)) : db.Sheets.Where(s => s.WithdrawnAt == null && s.Codes.Any(c => c.Code == code));
        foreach (var ids in (await holding.Select(s => s.Id).ToListAsync()).Chunk(Batch))
            await db.Write(d => d.SearchedSheets.Where(s => s.Shown && ids.Contains(s.Id)).ExecuteUpdate(u => u.SetProperty(s => s.Edition, SearchedSheet.Reworded)));
    }

    public async Task Run(CancellationToken stop)
    {
        var waiting = db.SearchedSheets.AsNoTracking().Where(s => s.Shown && s.Edition == SearchedSheet.Reworded).OrderBy(s => s.No);
        if (!await waiting.AnyAsync(stop)) return;
        // Another instance may have saved these words.
        await keeper.Load(db, stop);
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < Budget && await waiting.Take(Batch).Select(s => new { s.Id, s.Changed }).ToListAsync(stop) is { Count: > 0 } rows)
        {
            var ids = rows.Select(r => r.Id).ToList();
            var texts = await db.Sheets.AsNoTracking().Where(s => ids.Contains(s.Id) && s.WithdrawnAt == null).ToDictionaryAsync(s => s.Id, s => SheetWords.Of(s.Read(), labels.Book), stop);
            await db.Write(d => rows.Sum(row =>
            {
                var same = d.SearchedSheets.Where(s => s.Id == row.Id && s.Changed == row.Changed && s.Edition == SearchedSheet.Reworded);
                return texts.TryGetValue(row.Id, out var text)
                    ? same.ExecuteUpdate(u => u.SetProperty(s => s.Text, text).SetProperty(s => s.Edition, SheetFacets.Edition))
                    : same.ExecuteUpdate(u => u.SetProperty(s => s.Edition, SheetFacets.Edition));
            }), stop);
        }
    }
}
