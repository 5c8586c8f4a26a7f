using Croisee.Data;
using Croisee.Experiences.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>What is shown, for who writes it out: the stored content and not the texts behind it.</summary>
sealed class ShownSheets(AppDb db) : IShownSheets
{
    public async Task<IReadOnlyDictionary<Guid, ShownSheet>> Of(IReadOnlyList<Guid> experiences)
    {
        var rows = await db.Sheets.AsNoTracking().Where(s => experiences.Contains(s.Id) && s.WithdrawnAt == null).Select(s => new { s.Id, s.Content }).ToListAsync();
        return rows.ToDictionary(r => r.Id, r =>
        {
            var content = SheetContent.FromJson(r.Content);
            return new ShownSheet(content.Account, content.WrittenBy, [.. content.Documents.Select(d => d.Name)], [.. content.Links.Select(l => new GivenLink(l.Address, l.Alternative, l.Rights))]);
        });
    }
}
