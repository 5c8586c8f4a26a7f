namespace Croisee.Library;

/// <summary>
/// Finds the sheets nearest to one: a dozen lists of words and some dozens of bit sets are read, so the time is bounded by the size of the
/// library and never by what the sheet says. Holds the working memory; one run at a time uses it.
/// </summary>
sealed class SearchNear
{
    // The common tie: many sheets share the same codes. Enough of them are looked at for the words to decide.
    const int Looked = 64;

    readonly SearchTop top = new();
    readonly List<(string Field, string Code, SearchBits Bits, double Weight)> codes = [];
    readonly List<(string Word, int[] Terms, double Weight)> words = [];
    float[] scores = [];

    public IReadOnlyList<NearSheet> Find(SearchIndex index, NearQuestion question)
    {
        ReadCodes(index, question);
        ReadWords(index, question);
        if (scores.Length < index.Size) scores = new float[index.Size + index.Size / 8];
        foreach (var (_, _, bits, weight) in codes)
            foreach (var sheet in new SearchPositions(bits.Words)) scores[sheet] += (float)weight;
        foreach (var (_, terms, weight) in words)
            foreach (var term in terms)
                foreach (var (sheet, _) in index.Postings(term)) scores[sheet] += (float)weight;
        top.Start(Looked);
        for (var sheet = 0; sheet < index.Size; sheet++)
        {
            if (scores[sheet] == 0) continue;
            if (index.Live[sheet] && index.IdAt(sheet) != question.Sheet && question.Without?.Contains(index.IdAt(sheet)) is not true)
                top.Offer((ulong)BitConverter.SingleToUInt32Bits(scores[sheet]) << 32 | (uint)index.NumberAt(sheet));
            scores[sheet] = 0;
        }
        return Explained(index, question.Most);
    }

    void ReadCodes(SearchIndex index, NearQuestion question)
    {
        codes.Clear();
        foreach (var (field, code) in question.Codes.Distinct())
            if (index.Facets.Find(field, code) is { } bits && Nearness.OfCode(field, bits.CountWith(index.Live), index.LiveCount) is var weight and > 0)
                codes.Add((field, code, bits, weight));
        codes.Sort((a, b) => b.Weight.CompareTo(a.Weight));
    }

    void ReadWords(SearchIndex index, NearQuestion question)
    {
        words.Clear();
        foreach (var (word, times) in question.Words)
        {
            // One term for a word: the accents that part others (côte, coté) would count it twice.
            var terms = index.Words.TermsOf(word);
            if (terms.Length != 1 || words.Exists(w => w.Terms[0] == terms[0])) continue;
            var weight = Nearness.OfWord(index.Holding(terms[0]), index.LiveCount);
            // Told often in the sheet, it is what the sheet is about; kept as its order here, not as its weight.
            if (weight > 0) words.Add((word, terms, weight * (1 + Math.Log(times))));
        }
        words.Sort((a, b) => b.Weight.CompareTo(a.Weight));
        if (words.Count > Nearness.WordsRead) words.RemoveRange(Nearness.WordsRead, words.Count - Nearness.WordsRead);
        for (var i = 0; i < words.Count; i++) words[i] = words[i] with { Weight = Nearness.OfWord(index.Holding(words[i].Terms[0]), index.LiveCount) };
    }

    List<NearSheet> Explained(SearchIndex index, int most)
    {
        var found = new List<(int Position, List<string> Words)>();
        foreach (var key in top.Page(0, Looked)) found.Add((index.PositionOf((int)(uint)key), []));
        var places = found.Select((f, i) => (f.Position, i)).ToDictionary(f => f.Position, f => f.i);
        foreach (var (word, terms, _) in words)
            foreach (var (sheet, _) in index.Postings(terms[0]))
                if (places.TryGetValue(sheet, out var place)) found[place].Words.Add(word);
        var near = new List<NearSheet>(most);
        foreach (var (position, shared) in found)
        {
            var held = codes.Where(c => c.Bits[position]).ToList();
            if (!Nearness.IsTold(held.Select(c => c.Field), shared.Count)) continue;
            var score = held.Sum(c => c.Weight) + words.Where(w => shared.Contains(w.Word)).Sum(w => w.Weight);
            near.Add(new(index.IdAt(position), score, [.. held.Select(c => (c.Field, c.Code))], shared));
            if (near.Count == most) break;
        }
        return near;
    }
}
