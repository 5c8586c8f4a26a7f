namespace Croisee.Library;

/// <summary>Which sheets hold which code, one bit set for each code of each field.</summary>
sealed class SearchFacets
{
    readonly Dictionary<string, Dictionary<string, SearchBits>> fields = [];

    public void Put(string codes, int position)
    {
        foreach (var range in codes.AsSpan().Split(' '))
        {
            var pair = codes.AsSpan()[range];
            var colon = pair.IndexOf(':');
            if (colon > 0) BitsOf(pair[..colon], pair[(colon + 1)..]).Set(position);
        }
    }

    SearchBits BitsOf(ReadOnlySpan<char> field, ReadOnlySpan<char> code)
    {
        var fieldsBySpan = fields.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!fieldsBySpan.TryGetValue(field, out var codes)) fieldsBySpan[field] = codes = [];
        var codesBySpan = codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!codesBySpan.TryGetValue(code, out var bits)) codesBySpan[code] = bits = new SearchBits();
        return bits;
    }

    public bool Has(string field) => fields.ContainsKey(field);

    /// <summary>Adds to <paramref name="into"/> the sheets that hold any of the codes; unknown ones hold none.</summary>
    public void Collect(string field, IEnumerable<string> codes, SearchBits into)
    {
        if (!fields.TryGetValue(field, out var known)) return;
        foreach (var code in codes)
            if (known.TryGetValue(code, out var bits)) into.Or(bits);
    }

    /// <summary>For each pair of codes of two fields, how many of <paramref name="among"/> hold both.</summary>
    public SearchCrossing Cross(SearchBits among, string rows, string columns)
    {
        var (down, across) = (fields.GetValueOrDefault(rows, []), fields.GetValueOrDefault(columns, []));
        var (subset, counts, rowCounts) = (new SearchSubset(), new Dictionary<(string, string), int>(), new Dictionary<string, int>());
        var both = new SearchBits();
        both.Reset(among.Words.Length * 64);
        foreach (var (row, bits) in down)
        {
            both.CopyFrom(among);
            both.And(bits);
            if (both.Count() is var held and > 0) rowCounts.Add(row, held); else continue;
            subset.Take(both);
            foreach (var (column, others) in across)
                if (subset.CountIn(others) is var count and > 0) counts.Add((row, column), count);
        }
        subset.Take(among);
        var columnCounts = across.Select(c => (c.Key, Count: subset.CountIn(c.Value))).Where(c => c.Count > 0).ToDictionary(c => c.Key, c => c.Count);
        return new(among.Count(), rowCounts, columnCounts, counts);
    }

    /// <summary>For each field, how many of <paramref name="baseOf"/>(field) hold each code.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, int>> Count(Func<string, SearchSubset> baseOf)
    {
        var counted = new Dictionary<string, IReadOnlyDictionary<string, int>>(fields.Count);
        foreach (var (field, codes) in fields)
        {
            var among = baseOf(field);
            var counts = new Dictionary<string, int>(codes.Count);
            foreach (var (code, bits) in codes)
                if (among.CountIn(bits) is var count and > 0) counts.Add(code, count);
            counted.Add(field, counts);
        }
        return counted;
    }
}
