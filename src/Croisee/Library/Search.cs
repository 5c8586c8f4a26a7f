namespace Croisee.Library;

/// <summary>Finds published sheets. The same question has the same answer on both database engines.</summary>
public interface ISheetSearch
{
    /// <summary>
    /// Any text and any filter has an answer; nothing a reader types makes it throw. What was committed before the
    /// call is seen: a sheet withdrawn in this request is already gone from the answer.
    /// </summary>
    Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken stop = default);

    /// <summary>Counts what two fields have in common among the sheets that match text and filters; pages and sort do not matter.</summary>
    Task<SearchCrossing> CrossAsync(SearchQuestion question, string rows, string columns, CancellationToken stop = default);

    /// <summary>The sheets nearest to one, best first, each with what it shares: fewer than asked when fewer have something to show.</summary>
    Task<IReadOnlyList<NearSheet>> NearAsync(NearQuestion question, CancellationToken stop = default);

    /// <summary>
    /// The sheets that match text and filters, in the order in which they entered the library: an order that nothing later changes.
    /// Those after number <paramref name="after"/>, so many at most; pages and sort do not matter.
    /// </summary>
    Task<SearchWalk> WalkAsync(SearchQuestion question, int after, int most, CancellationToken stop = default);
}

/// <param name="Total">Sheets that match text and filters.</param>
/// <param name="Numbers">The <see cref="SearchedSheet.No"/> of the next ones, ascending.</param>
/// <param name="Widened">As in <see cref="SearchAnswer"/>.</param>
public sealed record SearchWalk(int Total, IReadOnlyList<int> Numbers, bool Widened);

/// <param name="Total">Sheets that match text and filters.</param>
/// <param name="Rows">Code → matching sheets that hold it; codes without sheets are absent. <paramref name="Columns"/> alike.</param>
/// <param name="Counts">(row, column) → matching sheets that hold both; pairs without sheets are absent.</param>
/// <param name="Widened">As in <see cref="SearchAnswer"/>.</param>
public sealed record SearchCrossing(
    int Total,
    IReadOnlyDictionary<string, int> Rows,
    IReadOnlyDictionary<string, int> Columns,
    IReadOnlyDictionary<(string Row, string Column), int> Counts,
    bool Widened = false)
{
    /// <summary>Matching sheets that hold no code of the one field or none of the other, so that no pair counts them.</summary>
    public int Outside { get; init; }
    /// <summary>Of these, those that hold none of the rows; the others hold none of the columns.</summary>
    public int RowsUnsaid { get; init; }
    public int ColumnsUnsaid { get; init; }

    /// <summary>What a page of numbers says first when no sheet has all the words.</summary>
    public const string Widening = "Aucune fiche ne contient tous ces mots. En voici qui en contiennent une partie.";
}

public enum SearchSort { Relevance, Newest, Title }

/// <summary>What a reader asks of the library; every part of it is part of the page's address.</summary>
/// <param name="Text">
/// As typed. All words must be there; a capital OU between words makes them alternatives. The last word is read as a
/// beginning unless a space follows it. Only the first <see cref="SearchLimits.Words"/> different words count.
/// </param>
/// <param name="Filters">Field → codes. Codes of one field are alternatives; the fields must all agree.</param>
/// <param name="Sort">Relevance without text is Newest.</param>
/// <param name="Page">From 1; a page after the last one is empty.</param>
/// <param name="PageSize">1 to <see cref="SearchLimits.PageSize"/>.</param>
/// <param name="Among">Only sheets with one of these <see cref="SearchedSheet.No"/>; null for all. What a choice of structures means is read from the rows, not from the index.</param>
public sealed record SearchQuestion(
    string? Text = null,
    IReadOnlyDictionary<string, IReadOnlySet<string>>? Filters = null,
    SearchSort Sort = SearchSort.Relevance,
    int Page = 1,
    int PageSize = 20,
    IReadOnlyList<int>? Among = null);

/// <param name="Total">Sheets that match text and filters: counted, never estimated.</param>
/// <param name="Sheets">The ids of the page asked for, in order. Equal ranks: the sheet entered last comes first.</param>
/// <param name="Facets">
/// Field → code → sheets that this code would show: for each field the text and the filters of the <em>other</em>
/// fields apply, so a reader sees what another choice in the same field would give. Codes without sheets are absent.
/// </param>
/// <param name="Words">The words that were understood, stop words left out; empty when there was no text to search.</param>
/// <param name="Widened">No sheet has all the words (whatever the filters): these have some of them, best first.</param>
public sealed record SearchAnswer(
    int Total,
    IReadOnlyList<Guid> Sheets,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets,
    IReadOnlyList<string> Words,
    bool Widened);

/// <summary>What bounds the work of one question.</summary>
public static class SearchLimits
{
    public const int Words = 12, PageSize = 100, Characters = 2_000;
}
