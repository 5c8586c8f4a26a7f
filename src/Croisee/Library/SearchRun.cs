namespace Croisee.Library;

/// <summary>
/// Answers one question on the index, exactly: every match is counted, every match is scored. Lists of bytes in memory
/// are read at some 500 million entries a second, so nothing needs to be skipped or guessed. Holds the working memory;
/// one run at a time uses it.
/// </summary>
sealed class SearchRun
{
    readonly SearchBits every = new(), any = new(), part = new(), result = new(), filter = new();
    readonly List<(string Field, SearchBits Bits)> filters = [];
    readonly Dictionary<string, SearchSubset> facetBases = [];
    readonly SearchSubset ofResult = new();
    readonly SearchRanking ranking = new();
    readonly SearchNear near = new();
    readonly List<int> frequencies = [];

    public IReadOnlyList<NearSheet> Near(SearchIndex index, NearQuestion question) => near.Find(index, question);

    public SearchCrossing Cross(SearchIndex index, SearchQuestion question, string rows, string columns)
    {
        var asked = SearchAsked.Read(question.Text, index.Words);
        if (IsWhole(question, asked) && index.Facets.IsPaired(rows, columns)) return index.Facets.CrossAll(index.Live, index.LiveCount, rows, columns);
        Find(index, question, asked, out var widened);
        return index.Facets.Cross(result, rows, columns) with { Widened = widened };
    }

    static bool IsWhole(SearchQuestion question, SearchAsked asked) => asked.Parts.Count == 0 && question.Among is null && (question.Filters ?? EmptyFilters).All(f => f.Value.Count == 0);

    public SearchAnswer Answer(SearchIndex index, SearchQuestion question)
    {
        var asked = SearchAsked.Read(question.Text, index.Words);
        var matched = Find(index, question, asked, out var widened);
        ofResult.Take(result);

        var total = result.Count();
        var size = Math.Clamp(question.PageSize, 1, SearchLimits.PageSize);
        var skip = (long)(Math.Max(1, question.Page) - 1) * size;
        List<Guid> sheets = skip >= total ? [] : question.Sort switch
        {
            SearchSort.Title => ranking.ByTitle(index, result, (int)skip, size),
            SearchSort.Relevance when asked.Parts.Count > 0 => ranking.ByRelevance(index, result, asked, frequencies, (int)skip, size),
            _ => ranking.ByDay(index, result, (int)skip, size),
        };
        return new SearchAnswer(total, sheets, IsWhole(question, asked) ? index.Facets.CountAll() : CountFacets(index, question, matched), [.. asked.Parts.Select(p => p.Word)], widened);
    }

    public SearchWalk Walk(SearchIndex index, SearchQuestion question, int after, int most)
    {
        Find(index, question, SearchAsked.Read(question.Text, index.Words), out var widened);
        // The lowest numbers so far, the highest of them on top: a page of a long list holds a page, not the list.
        var lowest = new PriorityQueue<int, int>();
        var words = result.Words;
        for (var i = 0; i < words.Length; i++)
            for (var left = words[i]; left != 0; left &= left - 1)
            {
                var number = index.NumberAt(i * 64 + System.Numerics.BitOperations.TrailingZeroCount(left));
                if (number <= after) continue;
                if (lowest.Count < most) lowest.Enqueue(number, -number);
                else if (number < lowest.Peek()) lowest.EnqueueDequeue(number, -number);
            }
        var numbers = lowest.UnorderedItems.Select(n => n.Element).ToArray();
        Array.Sort(numbers);
        return new SearchWalk(result.Count(), numbers, widened);
    }

    // What text alone finds; with the filters it is the result.
    SearchBits Find(SearchIndex index, SearchQuestion question, SearchAsked asked, out bool widened)
    {
        var matched = Match(index, asked, out widened);
        if (!ReadFilters(index, question)) matched.Reset(index.Size);
        result.Reset(index.Size);
        result.CopyFrom(matched);
        foreach (var (_, bits) in filters) result.And(bits);
        return matched;
    }

    SearchBits Match(SearchIndex index, SearchAsked asked, out bool widened)
    {
        widened = false;
        every.Reset(index.Size);
        every.CopyFrom(index.Live);
        if (asked.Parts.Count == 0) return every;
        any.Reset(index.Size);
        frequencies.Clear();
        foreach (var one in asked.Parts)
        {
            Spread(index, one.Terms);
            frequencies.Add(part.Count());
            every.And(part);
            any.Or(part);
        }
        if (asked.AnyWillDo) return any;
        widened = asked.Parts.Count > 1 && every.Count() == 0 && any.Count() > 0;
        return widened ? any : every;
    }

    void Spread(SearchIndex index, int[] terms)
    {
        part.Reset(index.Size);
        foreach (var term in terms)
            foreach (var (sheet, _) in index.Postings(term)) part.Set(sheet);
        part.And(index.Live);
    }

    // False when a field is asked that no sheet has: nothing matches, and a thousand such fields cost nothing.
    bool ReadFilters(SearchIndex index, SearchQuestion question)
    {
        filters.Clear();
        if (question.Among is not null) filters.Add((SheetFacets.Structure, index.At(question.Among)));
        foreach (var (field, codes) in question.Filters ?? EmptyFilters)
        {
            if (codes.Count == 0) continue;
            if (!index.Facets.Has(field) && !SearchFacets.AsksUnsaid(field, codes)) return false;
            var bits = new SearchBits();
            bits.Reset(index.Size);
            index.Facets.Collect(field, codes, bits);
            filters.Add((field, bits));
        }
        return true;
    }

    static readonly Dictionary<string, IReadOnlySet<string>> EmptyFilters = [];
    static readonly IReadOnlySet<string> OnlyUnsaid = new HashSet<string> { SheetFacets.Unsaid };

    Dictionary<string, IReadOnlyDictionary<string, int>> CountFacets(SearchIndex index, SearchQuestion question, SearchBits matched)
    {
        facetBases.Clear();
        foreach (var (field, _) in filters)
        {
            filter.Reset(index.Size);
            filter.CopyFrom(matched);
            foreach (var (other, bits) in filters)
                if (other != field) filter.And(bits);
            var subset = facetBases[field] = new SearchSubset();
            subset.Take(filter);
        }
        var counted = index.Facets.Count(field => facetBases.GetValueOrDefault(field, ofResult));
        // Counted where it was asked: nobody is offered all that is not said.
        foreach (var (field, codes) in question.Filters ?? EmptyFilters)
        {
            if (!SearchFacets.AsksUnsaid(field, codes)) continue;
            filter.Reset(index.Size);
            index.Facets.Collect(field, OnlyUnsaid, filter);
            counted[field] = new Dictionary<string, int>(counted.GetValueOrDefault(field, new Dictionary<string, int>())) { [SheetFacets.Unsaid] = facetBases.GetValueOrDefault(field, ofResult).CountIn(filter) };
        }
        return counted;
    }
}
