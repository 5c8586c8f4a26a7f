namespace Croisee.Library;

/// <summary>
/// The library's words and codes in memory, a cache of the table searched_sheets. A changed sheet gets a new number
/// here and its old number dies; after many deaths the index is read anew. Not for concurrent change: SheetSearch
/// holds the lock.
/// </summary>
sealed class SearchIndex
{
    /// <summary>A word of the title counts as so many in the text.</summary>
    public const int TitleWeight = 4;

    readonly SearchWords words = new();
    readonly SearchSynonyms synonyms;
    SearchPostings[] postings = [];
    readonly Dictionary<int, int> positions = [];
    readonly List<int> inText = [], also = [];
    int[] weights = [];
    int[] numbers = [], lengths = [], days = [];
    Guid[] ids = [];
    long totalLength;

    public SearchIndex()
    {
        synonyms = new SearchSynonyms(words);
        GrowToTerms();
    }

    public SearchWords Words => words;
    public SearchFacets Facets { get; } = new();
    public SearchTitles Titles { get; } = new();

    /// <summary>Positions of sheets that are shown.</summary>
    public SearchBits Live { get; } = new();

    /// <summary>Positions given so far, dead ones included.</summary>
    public int Size { get; private set; }

    public int LiveCount => positions.Count;
    public bool IsWornOut => Size - LiveCount > LiveCount / 4 + 1_000;

    /// <summary>In words, the title's weight included.</summary>
    public double AverageLength => LiveCount == 0 ? 1 : (double)totalLength / LiveCount;

    public SearchPostings.Reader Postings(int term) => postings[term].Read();
    public int Holding(int term) => postings[term].Count;
    public int LengthAt(int position) => lengths[position];
    public int NumberAt(int position) => numbers[position];
    public int DayAt(int position) => days[position];
    public Guid IdAt(int position) => ids[position];
    public int PositionOf(int number) => positions[number];

    /// <summary>Where these numbers are; those that are shown no more are nowhere.</summary>
    public SearchBits At(IReadOnlyList<int> numbers)
    {
        var bits = new SearchBits();
        bits.Reset(Size);
        foreach (var number in numbers)
            if (positions.TryGetValue(number, out var position)) bits.Set(position);
        return bits;
    }

    public void Put(SearchedSheet sheet)
    {
        Remove(sheet.No);
        if (!sheet.Shown) return;
        var position = Size++;
        if (position == numbers.Length) Grow(Math.Max(64, position + position / 4));
        (numbers[position], ids[position], days[position]) = (sheet.No, sheet.Id, sheet.PublishedOn.DayNumber);
        positions.Add(sheet.No, position);
        Live.Set(position);
        totalLength += lengths[position] = PutWords(sheet, position);
        Facets.Put(sheet.Codes, position);
        Titles.Put(sheet.Title, sheet.No, position);
    }

    void Remove(int number)
    {
        if (!positions.Remove(number, out var position)) return;
        Live.Clear(position);
        Facets.Remove(position);
        totalLength -= lengths[position];
    }

    int PutWords(SearchedSheet sheet, int position)
    {
        inText.Clear();
        also.Clear();
        var inTitle = Read(sheet.Title);
        Read(sheet.Text);
        GrowToTerms();
        for (var i = 0; i < inText.Count; i++) weights[inText[i]] += i < inTitle ? TitleWeight : 1;
        var length = inText.Count + (TitleWeight - 1) * inTitle;
        foreach (var term in also) weights[term]++;
        inText.AddRange(also);
        foreach (var term in inText)
        {
            if (weights[term] == 0) continue;
            postings[term].Add(position, weights[term]);
            weights[term] = 0;
        }
        return length;
    }

    int Read(string text)
    {
        var from = inText.Count;
        foreach (var word in new FrenchWords(text))
            if (words.Enter(word) is var term and not SearchWords.StopWord) inText.Add(term);
        synonyms.Expand(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(inText)[from..], also);
        return inText.Count - from;
    }

    void GrowToTerms()
    {
        var known = postings.Length;
        if (known >= words.TermCount) return;
        Array.Resize(ref postings, words.TermCount * 5 / 4);
        Array.Fill(postings, new SearchPostings(), known, postings.Length - known);
        Array.Resize(ref weights, postings.Length);
    }

    void Grow(int capacity)
    {
        Array.Resize(ref numbers, capacity);
        Array.Resize(ref ids, capacity);
        Array.Resize(ref lengths, capacity);
        Array.Resize(ref days, capacity);
    }

    /// <summary>Puts in order what was added. Once after each batch.</summary>
    public void Settle(bool afterBulk)
    {
        words.Settle(force: afterBulk);
        Titles.Settle();
        if (!afterBulk) return;
        Grow(Size);
        foreach (ref var posting in postings.AsSpan()) posting.Trim();
    }
}
