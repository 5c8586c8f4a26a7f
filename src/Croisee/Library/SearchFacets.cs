namespace Croisee.Library;

/// <summary>Which sheets hold which code, one bit set for each code of each field, and how many hold each pair of them.</summary>
sealed class SearchFacets
{
    /// <param name="Number">Of the pairs; none for codes whose number nobody bounds (the calls), which no map crosses.</param>
    sealed record Held(int? Number, SearchBits Bits)
    {
        public int Count { get; set; }
    }

    readonly Dictionary<string, Dictionary<string, Held>> fields = [];
    readonly List<Held> all = [];
    int paired;
    readonly SearchPairs pairs = new();
    readonly List<int> ofSheet = [];

    public void Put(string codes, int position)
    {
        ofSheet.Clear();
        foreach (var range in codes.AsSpan().Split(' '))
        {
            var pair = codes.AsSpan()[range];
            var colon = pair.IndexOf(':');
            if (colon <= 0) continue;
            var held = HeldBy(pair[..colon], pair[(colon + 1)..]);
            if (held.Bits[position]) continue;
            held.Bits.Set(position);
            Tell(held, 1);
        }
        pairs.Add(ofSheet, 1);
    }

    /// <summary>The sheet at this place is shown no more. Its bits stay: a place is never given twice, and what is counted is what lives.</summary>
    public void Remove(int position)
    {
        ofSheet.Clear();
        foreach (var held in all)
            if (held.Bits[position]) Tell(held, -1);
        pairs.Add(ofSheet, -1);
    }

    void Tell(Held held, int by)
    {
        held.Count += by;
        if (held.Number is { } number) ofSheet.Add(number);
    }

    Held HeldBy(ReadOnlySpan<char> field, ReadOnlySpan<char> code)
    {
        var fieldsBySpan = fields.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!fieldsBySpan.TryGetValue(field, out var codes)) fieldsBySpan[field] = codes = [];
        var codesBySpan = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (codesBySpan.TryGetValue(code, out var held)) return held;
        codesBySpan[code] = held = new(SheetFacets.Find(field.ToString()) is { IsAxis: false } ? null : paired++, new SearchBits());
        all.Add(held);
        return held;
    }

    public SearchBits? Find(string field, string code) => fields.GetValueOrDefault(field)?.GetValueOrDefault(code)?.Bits;

    public bool Has(string field) => fields.ContainsKey(field);

    /// <summary>Whether those are asked that say nothing in this field: any that a map may cross.</summary>
    public static bool AsksUnsaid(string field, IReadOnlySet<string> codes) => codes.Contains(SheetFacets.Unsaid) && SheetFacets.Find(field) is { IsAxis: true };

    /// <summary>Adds to <paramref name="into"/> the sheets that hold any of the codes; unknown ones hold none.</summary>
    public void Collect(string field, IReadOnlySet<string> codes, SearchBits into)
    {
        if (AsksUnsaid(field, codes)) into.OrNot(Said(field, into));
        if (!fields.TryGetValue(field, out var known)) return;
        foreach (var code in codes)
            if (known.TryGetValue(code, out var held)) into.Or(held.Bits);
    }

    /// <summary>The sheets that hold some code of this field, with as much room as <paramref name="like"/> has. To say that one says nothing is no code.</summary>
    SearchBits Said(string field, SearchBits like)
    {
        var said = new SearchBits();
        said.Reset(like.Words.Length * 64);
        foreach (var (code, held) in fields.GetValueOrDefault(field, []))
            if (code != SheetFacets.Unsaid) said.Or(held.Bits);
        return said;
    }

    /// <summary>The same crossing with those that stand in none of its places, because they say nothing in one field or in the other.</summary>
    SearchCrossing WithUnsaid(SearchCrossing crossing, SearchBits among, string rows, string columns)
    {
        var (down, across) = (Said(rows, among), Said(columns, among));
        down.And(among);
        across.And(among);
        return crossing with { RowsUnsaid = crossing.Total - down.Count(), ColumnsUnsaid = crossing.Total - across.Count(), Outside = crossing.Total - down.CountWith(across) };
    }

    /// <summary>Whether the pairs of these two fields are kept.</summary>
    public bool IsPaired(params ReadOnlySpan<string> asked)
    {
        foreach (var field in asked)
            if (fields.TryGetValue(field, out var codes) && codes.Values.Any(c => c.Number is null)) return false;
        return true;
    }

    /// <summary>For each pair of codes of two fields, how many sheets of the whole library hold both: nothing is counted again, but who stands in no place.</summary>
    public SearchCrossing CrossAll(SearchBits live, int total, string rows, string columns)
    {
        var (down, across) = (fields.GetValueOrDefault(rows, []), fields.GetValueOrDefault(columns, []));
        var counts = new Dictionary<(string, string), int>();
        foreach (var (row, one) in down)
            foreach (var (column, other) in across)
                if (one.Number is { } a && other.Number is { } b && pairs[a, b] is var both and > 0) counts.Add((row, column), both);
        return WithUnsaid(new(total, Counted(down), Counted(across), counts), live, rows, columns);
    }

    Dictionary<string, int> Counted(Dictionary<string, Held> codes) => codes.Where(c => c.Value.Count > 0).ToDictionary(c => c.Key, c => c.Value.Count);

    /// <summary>For each pair of codes of two fields, how many of <paramref name="among"/> hold both.</summary>
    public SearchCrossing Cross(SearchBits among, string rows, string columns)
    {
        var (down, across) = (fields.GetValueOrDefault(rows, []), fields.GetValueOrDefault(columns, []));
        var (subset, counts, rowCounts) = (new SearchSubset(), new Dictionary<(string, string), int>(), new Dictionary<string, int>());
        var both = new SearchBits();
        both.Reset(among.Words.Length * 64);
        foreach (var (row, one) in down)
        {
            both.CopyFrom(among);
            both.And(one.Bits);
            if (both.Count() is var held and > 0) rowCounts.Add(row, held); else continue;
            subset.Take(both);
            foreach (var (column, other) in across)
                if (subset.CountIn(other.Bits) is var count and > 0) counts.Add((row, column), count);
        }
        subset.Take(among);
        var columnCounts = across.Select(c => (c.Key, Count: subset.CountIn(c.Value.Bits))).Where(c => c.Count > 0).ToDictionary(c => c.Key, c => c.Count);
        return WithUnsaid(new(among.Count(), rowCounts, columnCounts, counts), among, rows, columns);
    }

    /// <summary>For each field, how many of <paramref name="baseOf"/>(field) hold each code.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, int>> Count(Func<string, SearchSubset> baseOf)
    {
        var counted = new Dictionary<string, IReadOnlyDictionary<string, int>>(fields.Count);
        foreach (var (field, codes) in fields)
        {
            var among = baseOf(field);
            var counts = new Dictionary<string, int>(codes.Count);
            foreach (var (code, held) in codes)
                if (among.CountIn(held.Bits) is var count and > 0) counts.Add(code, count);
            counted.Add(field, counts);
        }
        return counted;
    }

    /// <summary>The same for the whole library: nothing is counted again.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, int>> CountAll() => fields.ToDictionary(f => f.Key, f => (IReadOnlyDictionary<string, int>)Counted(f.Value));
}
