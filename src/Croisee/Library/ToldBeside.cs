using System.Globalization;
using Croisee.Data;
using Croisee.Library.Kinship;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>What is published beside a sheet and goes with it on paper: where it comes from, what readers asked, what its authors answered, who did it too. Only what everybody may read.</summary>
public sealed record ToldBeside(IReadOnlyList<LinkEnd> Links, IReadOnlyList<ReaderWord> Words)
{
    public IEnumerable<ReaderWord> Questions => Words.Where(w => w.Kind is ReaderWordKind.Question);
    public IReadOnlyList<ReaderWord> DoneToo => [.. Words.Where(w => w.Kind is ReaderWordKind.DoneToo)];

    /// <summary>The links by what they say, in French; those that come from other sheets last.</summary>
    public IEnumerable<(string Label, IEnumerable<LinkEnd> Ends)> LinksByLabel => Links.GroupBy(l => l.FromHere ? l.Relation.French() : "Reprise par").Select(g => (g.Key, g.AsEnumerable()));

    /// <summary>Another value when anything of it changes: for whatever keeps a paper.</summary>
    public string Key => string.Join(',', Links) + string.Concat(Words.Select(w => string.Create(CultureInfo.InvariantCulture, $".{w.Id:N}.{w.JudgedAt?.Ticks}.{w.AnsweredAt?.Ticks}")));
}

/// <summary>Reads it for every paper at once: a booklet of forty sheets asks no more than one sheet.</summary>
public sealed class SheetsBeside(AppDb db, SheetLinks links)
{
    public async Task<ToldBeside> Of(Guid sheet) => (await Of([sheet]))[sheet];

    public async Task<IReadOnlyDictionary<Guid, ToldBeside>> Of(IEnumerable<Guid> some)
    {
        var sheets = some.ToList();
        var held = await links.Of(sheets);
        var words = (await db.ReaderWords.AsNoTracking().Where(w => sheets.Contains(w.SheetId) && w.State == ModerationState.Shown).OrderBy(w => w.At).ToListAsync()).ToLookup(w => w.SheetId);
        return sheets.ToDictionary(s => s, s => new ToldBeside([.. held[s]], [.. words[s]]));
    }
}
