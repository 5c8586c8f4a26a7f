using Croisee.Data;
using Croisee.Framework;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>Sheets that illustrate a term of the framework: those the group chose first, then the newest.</summary>
public sealed class SheetExamples(AppDb db) : IFrameworkExamples
{
    public async Task<IReadOnlyList<FrameworkExample>> Find(IReadOnlyCollection<string> codes, int most, CancellationToken cancel)
    {
        var (sheets, found) = (db.Sheets, new List<FrameworkExample>());
        // One short query for each term: neither engine is asked for the first rows of each group.
        foreach (var code in codes.Distinct())
            found.AddRange(await db.SheetCodes.AsNoTracking().Where(c => c.Code == code).Select(c => c.SheetId).Distinct().Join(sheets, id => id, s => s.Id, (id, s) => s)
                .OrderByDescending(s => s.Remarkable).ThenByDescending(s => s.PublishedAt).Take(most).Select(s => new FrameworkExample(code, s.Title, "/experiences/" + s.Reference)).ToListAsync(cancel));
        return found;
    }
}
