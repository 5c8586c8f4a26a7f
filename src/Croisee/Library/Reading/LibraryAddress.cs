using System.Globalization;
using System.Text;
using Croisee.Words;

namespace Croisee.Library.Reading;

/// <summary>
/// Everything a reader asks of the library, which is everything in the address: text, choices, sort, page, the facet shown whole. Read from an
/// address it says what it did not understand; written, it gives the address of the next state.
/// </summary>
public sealed record LibraryAddress
{
    public const string Path = "/repertoire";
    const string TextKey = "q", SortKey = "tri", PageKey = "page", WholeKey = "voir";
    public const int LastPage = 50_000;
    /// <summary>A dozen sheets: what a tired reader scrolls on a phone, and what the first bytes of the network carry.</summary>
    const int PerPage = 12;

    public static IReadOnlyList<(string Code, string Label, SearchSort Sort)> Sorts { get; } =
        [("pertinence", "par pertinence", SearchSort.Relevance), ("recentes", "les plus récentes", SearchSort.Newest), ("titre", "par titre", SearchSort.Title)];

    public string Text { get; private init; } = "";
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Filters { get; private init; } = new Dictionary<string, IReadOnlySet<string>>();
    public SearchSort Sort { get; private init; }
    public int Page { get; private init; } = 1;
    public string? Whole { get; private init; }
    /// <summary>What was not understood, in sentences; the rest holds.</summary>
    public IReadOnlyList<string> Faults { get; private init; } = [];

    public SearchQuestion Question => new(Text, Filters, Sort, Page, PerPage);
    public int Choices => Filters.Sum(f => f.Value.Count);
    public bool Has(string field, string code) => Filters.TryGetValue(field, out var codes) && codes.Contains(code);

    static readonly string[] Names = [TextKey, .. SheetFacets.All.Select(f => f.Field), SortKey, PageKey, WholeKey];

    /// <param name="also">Names that the page knows besides those of every state of the search.</param>
    public static LibraryAddress Read(IQueryCollection query, params IEnumerable<string> also)
    {
        var faults = new List<string>();
        if (AddressKeys.Fault(query.Keys, [.. also, .. Names]) is { } unknown) faults.Add(unknown);
        var filters = new Dictionary<string, IReadOnlySet<string>>();
        foreach (var facet in SheetFacets.All)
        {
            var asked = query[facet.Field].Where(c => !string.IsNullOrEmpty(c)).ToHashSet();
            if (asked.RemoveWhere(c => !facet.Knows(c!)) > 0) faults.Add($"Ce choix n’existe pas dans « {facet.Label} ».");
            if (asked.Count > 0) filters[facet.Field] = asked!;
        }
        return new()
        {
            Text = ReadText(query[TextKey].ToString(), faults), Filters = filters, Sort = ReadSort(query[SortKey].ToString(), faults),
            Page = ReadPage(query[PageKey].ToString(), faults), Whole = ReadWhole(query[WholeKey].ToString(), faults), Faults = faults,
        };
    }

    static string ReadText(string text, List<string> faults)
    {
        if (text.Length <= SearchLimits.Characters) return text;
        faults.Add($"Votre recherche est trop longue. Seuls les {SearchLimits.Characters.ToString("N0", Localizer.French)} premiers caractères comptent.");
        return text[..SearchLimits.Characters];
    }

    static SearchSort ReadSort(string code, List<string> faults)
    {
        if (code.Length == 0) return SearchSort.Relevance;
        foreach (var sort in Sorts) if (sort.Code == code) return sort.Sort;
        faults.Add("Ce tri n’existe pas.");
        return SearchSort.Relevance;
    }

    static int ReadPage(string number, List<string> faults)
    {
        if (number.Length == 0) return 1;
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= LastPage) return page;
        faults.Add("Cette page de résultats n’existe pas.");
        return 1;
    }

    static string? ReadWhole(string field, List<string> faults)
    {
        if (field.Length == 0) return null;
        if (SheetFacets.Find(field) is not null) return field;
        faults.Add("Cette liste de choix n’existe pas.");
        return null;
    }

    public LibraryAddress WithoutPage() => this with { Page = 1 };
    public LibraryAddress WithFault(string fault) => this with { Faults = [.. Faults, fault] };
    public LibraryAddress OnPage(int page) => this with { Page = page };
    public LibraryAddress SortedBy(SearchSort sort) => this with { Sort = sort, Page = 1 };
    public LibraryAddress Showing(string? field) => this with { Whole = field };
    public LibraryAddress Cleared() => new() { Text = Text, Sort = Sort };

    /// <summary>The same with this choice made, or taken back. Back to the first page.</summary>
    public LibraryAddress Toggled(string field, string code)
    {
        var filters = Filters.ToDictionary(f => f.Key, f => f.Value);
        var codes = filters.GetValueOrDefault(field)?.ToHashSet() ?? [];
        if (!codes.Remove(code)) codes.Add(code);
        if (codes.Count > 0) filters[field] = codes; else filters.Remove(field);
        return this with { Filters = filters, Page = 1 };
    }

    /// <summary>The same with only this choice in this field: what one number of a crossing counts.</summary>
    public LibraryAddress Narrowed(string field, string code) =>
        this with { Filters = new Dictionary<string, IReadOnlySet<string>>(Filters) { [field] = new HashSet<string> { code } }, Page = 1, Whole = null };

    /// <summary>The same without the choices of these fields.</summary>
    public LibraryAddress Without(params string[] fields) => this with { Filters = Filters.Where(f => !fields.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value), Page = 1, Whole = null };

    /// <summary>Only its choices in these fields.</summary>
    public LibraryAddress Only(params string[] fields) => new() { Filters = Filters.Where(f => fields.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value) };

    /// <summary>Its text and choices, as another page about the same sheets takes them.</summary>
    public IEnumerable<(string Key, string Value)> TextAndChoices => (this with { Page = 1, Whole = null, Sort = SearchSort.Relevance }).Parts(all: true);

    /// <summary>Relative: short in the page, and the same wherever the library is served.</summary>
    public string Href()
    {
        var query = new StringBuilder(Path);
        foreach (var (key, value) in Parts(all: true)) query.Append(query.Length == Path.Length ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
        return query.ToString();
    }

    /// <summary>What the search form carries along, its own text and the page apart.</summary>
    public IEnumerable<(string Key, string Value)> Kept => Parts(all: false);

    IEnumerable<(string, string)> Parts(bool all)
    {
        if (all && Text.Length > 0) yield return (TextKey, Text);
        foreach (var facet in SheetFacets.All)
            if (Filters.TryGetValue(facet.Field, out var codes)) foreach (var code in codes.Order(StringComparer.Ordinal)) yield return (facet.Field, code);
        if (Sort is not SearchSort.Relevance) yield return (SortKey, Sorts.First(s => s.Sort == Sort).Code);
        if (all && Page > 1) yield return (PageKey, Page.ToString(CultureInfo.InvariantCulture));
        if (all && Whole is not null) yield return (WholeKey, Whole);
    }
}
