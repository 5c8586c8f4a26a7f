using Croisee.Data;
using Croisee.Experiences.Answers;
using Croisee.Framework;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Kinship;

/// <summary>A name in a place, in the words of the sheet that says most.</summary>
public sealed record SpotWords(string Name, string Place)
{
    public string Said => Place.Length > 0 ? Name + ", " + Place : Name;
}

/// <summary>Reads which organisations published sheets tell of: one for all its names and places.</summary>
public sealed class StructureBook(AppDb db, Labels labels)
{
    /// <summary>Names that hang together: more would be a mistake, and no page is to pay for it.</summary>
    const int MostNames = 400;
    const int Batch = 200;

    static IQueryable<Sheet> ShownOf(AppDb db) => db.Sheets.AsNoTracking().Where(s => s.WithdrawnAt == null && s.StructureKey != "");

    IQueryable<Sheet> Shown => ShownOf(db);

    /// <summary>Those that bear one of these names, with all that hangs on them: other names of a FINESS number, and what the moderation said.</summary>
    public Task<IReadOnlyList<ToldStructure>> Around(IEnumerable<string> keys) => Around(db, keys);

    /// <summary>For whoever needs no words.</summary>
    public static async Task<IReadOnlyList<ToldStructure>> Around(AppDb db, IEnumerable<string> keys)
    {
        var (told, ties) = await Read(db, keys);
        return ToldStructure.Gather(told, ties);
    }

    /// <summary>The same before it is gathered.</summary>
    public Task<(IReadOnlyList<ToldName> Told, IReadOnlyList<StructureTie> Ties)> Read(IEnumerable<string> keys) => Read(db, keys);

    static async Task<(IReadOnlyList<ToldName> Told, IReadOnlyList<StructureTie> Ties)> Read(AppDb db, IEnumerable<string> keys)
    {
        var shown = ShownOf(db);
        var (known, open) = (new HashSet<string>(StringComparer.Ordinal), keys.Where(k => k.Length > 0).ToHashSet(StringComparer.Ordinal));
        var (told, ties) = (new List<ToldName>(), new Dictionary<Guid, StructureTie>());
        while (open.Count > 0 && known.Count < MostNames + Batch)
        {
            known.UnionWith(open);
            foreach (var some in open.Chunk(Batch))
            {
                var found = await shown.Where(s => some.Contains(s.StructureKey)).GroupBy(s => new { s.StructureKey, s.StructurePlace, s.StructureFiness }).Select(g => new { g.Key.StructureKey, g.Key.StructurePlace, g.Key.StructureFiness, Count = g.Count() }).ToListAsync();
                told.AddRange(found.Select(f => new ToldName(f.StructureKey, StructurePlace.Read(f.StructurePlace), f.StructureFiness, f.Count)));
            }
            var asked = open.Take(MostNames).ToList();
            foreach (var tie in await db.StructureTies.AsNoTracking().Where(t => t.UndoneAt == null && (asked.Contains(t.OneKey) || asked.Contains(t.OtherKey))).ToListAsync()) ties[tie.Id] = tie;
            var numbered = told.Any(t => t.Finess is not null && asked.Contains(t.Key));
            var sharing = numbered ? await shown.Where(s => s.StructureFiness != null && shown.Any(o => asked.Contains(o.StructureKey) && o.StructureFiness == s.StructureFiness)).Select(s => s.StructureKey).Distinct().ToListAsync() : [];
            open = [.. ties.Values.SelectMany(t => new[] { t.OneKey, t.OtherKey }).Concat(sharing).Where(k => !known.Contains(k))];
        }
        return (told, [.. ties.Values]);
    }

    /// <summary>The sheets of these names in their places.</summary>
    public IQueryable<Sheet> SheetsOf(IEnumerable<StructureSpot> spots)
    {
        var some = spots.ToList();
        var (keys, ends) = (some.Select(s => s.Key).Distinct().ToList(), some.SelectMany(s => s.Told.Select(t => s.Key + " " + t.Place.Stored)).Distinct().ToList());
        return Shown.Where(s => keys.Contains(s.StructureKey) && ends.Contains(s.StructureKey + " " + s.StructurePlace));
    }

    /// <summary>How each is said. Contents are long: one is read for each, some at a time.</summary>
    public async Task<IReadOnlyDictionary<StructureEnd, SpotWords>> WordsOf(IEnumerable<StructureSpot> spots)
    {
        var said = new Dictionary<StructureEnd, SpotWords>();
        foreach (var some in spots.Chunk(Batch))
        {
            var (keys, ends) = (some.Select(s => s.Key).Distinct().ToList(), some.Select(s => s.Key + " " + s.Finest.Stored).ToList());
            var first = Shown.Where(s => keys.Contains(s.StructureKey) && ends.Contains(s.StructureKey + " " + s.StructurePlace)).GroupBy(s => new { s.StructureKey, s.StructurePlace }).Select(g => g.Min(s => s.Reference));
            foreach (var sheet in await db.Sheets.AsNoTracking().Where(s => first.Contains(s.Reference)).Select(s => new { s.StructureKey, s.StructurePlace, s.Content }).ToListAsync())
            {
                var structure = SheetContent.FromJson(sheet.Content).Account.Structure;
                said[new(sheet.StructureKey, StructurePlace.Read(sheet.StructurePlace).Key)] = new(structure.OrganisationName ?? "", PlaceOf(structure));
            }
        }
        return said;
    }

    /// <summary>How these are said now; those that no sheet tells any more, or that could be several, are left out.</summary>
    public async Task<IReadOnlyDictionary<StructureEnd, SpotWords>> WordsOf(IEnumerable<StructureEnd> ends)
    {
        var asked = ends.Distinct().ToList();
        var around = await Around(asked.Select(a => a.Key));
        var found = asked.Select(a => (End: a, ToldStructure.Find(around, a)?.Spot)).Where(f => f.Spot is not null).ToList();
        var words = await WordsOf(found.Select(f => f.Spot!).Distinct());
        return found.Where(f => words.ContainsKey(f.Spot!.End)).ToDictionary(f => f.End, f => words[f.Spot!.End]);
    }

    public string PlaceOf(Structure told) => string.Join(", ", new[] { told.Commune, labels.Of(told.Department), labels.Of(told.Region) }.Where(p => !string.IsNullOrWhiteSpace(p)));

    /// <summary>The organisation whose sheet lets this visitor say something of a structure; none when no sheet does.</summary>
    public async Task<Guid?> HeldBy(ToldStructure structure, Visitor visitor)
    {
        var (paths, organisations) = (visitor.Scope(Role.Moderator, Role.Organiser), db.Organisations);
        return await SheetsOf(structure.Spots).Where(s => organisations.Any(o => o.Id == s.OrganisationId && paths.Any(p => o.Path.StartsWith(p)))).OrderBy(s => s.PublishedAt).ThenBy(s => s.Id).Select(s => (Guid?)s.OrganisationId).FirstOrDefaultAsync();
    }

    /// <summary>Which sheets a choice of structures means: a name is all that bear it, a name with a place the one that is there, also where that is told more precisely since; each with all its names and places.</summary>
    public async Task<IReadOnlyList<int>> NumbersOf(IEnumerable<string> codes)
    {
        var asked = codes.Select(EndOf).ToList();
        var around = await Around(asked.Select(a => a.Key));
        IEnumerable<ToldStructure> Meant(StructureEnd end) => end.Place.Length == 0 ? around.Where(s => s.Bears(end.Key)) : ToldStructure.Find(around, end) is { } found ? [found.Structure] : [];
        var meant = asked.SelectMany(Meant).Distinct().SelectMany(s => s.Spots).ToList();
        if (meant.Count == 0) return [];
        var (sheets, searched) = (SheetsOf(meant), db.SearchedSheets);
        return await searched.AsNoTracking().Where(x => sheets.Any(s => s.Id == x.Id)).Select(x => x.No).ToListAsync();
    }

    /// <summary>What is meant by <see cref="StructureEnd.Code"/>.</summary>
    public static StructureEnd EndOf(string code) => code.IndexOf(StructureEnd.Between, StringComparison.Ordinal) is >= 0 and var cut ? new(code[..cut], code[(cut + StructureEnd.Between.Length)..]) : new(code, "");
}
