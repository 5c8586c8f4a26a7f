using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Readers;

/// <summary>What readers wrote beside a sheet and everybody may read, the oldest first.</summary>
public sealed class ReaderWords(AppDb db)
{
    public async Task<IReadOnlyList<ReaderWord>> Of(Guid sheet) =>
        await db.ReaderWords.AsNoTracking().Where(w => w.SheetId == sheet && w.State == ModerationState.Shown).OrderBy(w => w.At).ToListAsync();

    /// <summary>For the authors, those too that are hidden until the moderation answers: that they are there, not what they say.</summary>
    public async Task<IReadOnlyList<ReaderWord>> OfAuthors(Guid sheet) =>
        await db.ReaderWords.AsNoTracking().Where(w => w.SheetId == sheet && (w.State == ModerationState.Shown || w.State == ModerationState.Waiting && w.RereadAskedAt != null)).OrderBy(w => w.At).ToListAsync();
}
