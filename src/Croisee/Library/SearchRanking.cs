namespace Croisee.Library;

/// <summary>
/// Puts the sheets of a result in order and cuts the page. Relevance is BM25 (k1 = 1.2, b = 0.75) with the title's
/// words weighted; several terms behind one word count as one term (their weights add up, their sheets are united).
/// </summary>
sealed class SearchRanking
{
    const double K1 = 1.2, B = 0.75;

    readonly SearchBits whole = new();
    readonly SearchTop top = new();
    float[] scores = [];
    int[] weights = [];

    public List<Guid> ByRelevance(SearchIndex index, SearchBits result, SearchAsked asked, List<int> frequencies, int skip, int size)
    {
        if (scores.Length < index.Size) (scores, weights) = (new float[index.Size + index.Size / 8], new int[index.Size + index.Size / 8]);
        for (var i = 0; i < asked.Parts.Count; i++)
        {
            var part = asked.Parts[i];
            Score(index, result, part.Terms, frequencies[i]);
            if (part.WholeWord.Length > 0) Score(index, result, part.WholeWord, CountSheets(index, part.WholeWord));
        }
        top.Start(skip + size);
        foreach (var sheet in new SearchPositions(result.Words))
        {
            top.Offer((ulong)BitConverter.SingleToUInt32Bits(scores[sheet]) << 32 | (uint)index.NumberAt(sheet));
            scores[sheet] = 0;
        }
        return Page(index, skip, size);
    }

    int CountSheets(SearchIndex index, int[] terms)
    {
        whole.Reset(index.Size);
        foreach (var term in terms)
            foreach (var (sheet, _) in index.Postings(term)) whole.Set(sheet);
        return whole.CountWith(index.Live);
    }

    void Score(SearchIndex index, SearchBits result, int[] terms, int frequency)
    {
        var factor = (K1 + 1) * Math.Log(1 + (index.LiveCount - frequency + 0.5) / (frequency + 0.5));
        var perWord = K1 * B / index.AverageLength;
        if (terms.Length == 1)
        {
            foreach (var (sheet, weight) in index.Postings(terms[0]))
                if (result[sheet]) Add(sheet, weight);
            return;
        }
        foreach (var term in terms)
            foreach (var (sheet, weight) in index.Postings(term)) weights[sheet] += weight;
        foreach (var sheet in new SearchPositions(result.Words))
            if (weights[sheet] > 0) Add(sheet, weights[sheet]);
        Array.Clear(weights, 0, index.Size);

        void Add(int sheet, int weight) =>
            scores[sheet] += (float)(factor * weight / (weight + K1 * (1 - B) + perWord * index.LengthAt(sheet)));
    }

    public List<Guid> ByDay(SearchIndex index, SearchBits result, int skip, int size)
    {
        top.Start(skip + size);
        foreach (var sheet in new SearchPositions(result.Words))
            top.Offer((ulong)(uint)index.DayAt(sheet) << 32 | (uint)index.NumberAt(sheet));
        return Page(index, skip, size);
    }

    List<Guid> Page(SearchIndex index, int skip, int size)
    {
        var page = new List<Guid>(size);
        foreach (var key in top.Page(skip, size)) page.Add(index.IdAt(index.PositionOf((int)(uint)key)));
        return page;
    }

    public List<Guid> ByTitle(SearchIndex index, SearchBits result, int skip, int size)
    {
        var page = new List<Guid>(size);
        for (var rank = 0; rank < index.Titles.Count && page.Count < size; rank++)
            if (result[index.Titles[rank]] && --skip < 0) page.Add(index.IdAt(index.Titles[rank]));
        return page;
    }
}
