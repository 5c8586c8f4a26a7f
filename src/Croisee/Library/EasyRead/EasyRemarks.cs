using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.EasyRead;

/// <summary>What a concerned reader said of the easy text, as its authors read it: without a name.</summary>
/// <param name="OfToday">Said of the words as they stand now; otherwise of words that were changed since.</param>
public sealed record EasyRemark(bool Understood, string? Text, DateTime At, bool OfToday);

/// <summary>What concerned readers said of an easy text, for those who wrote it (FAL-R1): a mark that does not come is of no use without the reason.</summary>
public sealed class EasyRemarks(AppDb db)
{
    /// <summary>Null when the sheet is not shown, or has no easy text, or nobody read it yet.</summary>
    public async Task<(EasyState State, IReadOnlyList<EasyRemark> Remarks)?> Of(Guid sheet)
    {
        if (await db.Sheets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == sheet) is not { IsShown: true } shown) return null;
        var readings = await db.EasyReadings.AsNoTracking().Where(r => r.SheetId == sheet).OrderByDescending(r => r.At).ToListAsync();
        var content = shown.Read();
        var (state, hash) = (EasyState.Of(content, readings), content.EasyHash());
        if (state.Code is null || readings.Count == 0) return null;
        return (state, [.. readings.Select(r => new EasyRemark(r.Understood, r.Remark, r.At, r.Hash == hash)).Where(r => r.Text is not null || !r.Understood && r.OfToday).OrderByDescending(r => r.OfToday)]);
    }
}
