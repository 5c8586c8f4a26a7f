namespace Croisee.Library;

/// <summary>
/// What searching knows of one published sheet, written in the same save as the publication. The database stamps each
/// change with the library's next version (triggers of the schema), and the index reads what was stamped since it last
/// looked: so whoever publishes needs to know nothing of searching.
/// </summary>
public sealed class SearchedSheet
{
    SearchedSheet() { }

    public SearchedSheet(Guid id, string title, string text, IEnumerable<(string Field, string Code)> codes, DateOnly publishedOn)
    {
        Id = id;
        Show(title, text, codes, publishedOn);
    }

    internal static SearchedSheet FromRow(
        int no, Guid id, string title, string text, string codes, DateOnly publishedOn, bool shown, long changed) => new()
    {
        No = no, Id = id, Title = title, Text = text, Codes = codes, PublishedOn = publishedOn, Shown = shown, Changed = changed,
    };

    /// <summary>Given by the database, from 1, never given twice.</summary>
    public int No { get; private set; }

    /// <summary>The sheet's own id: what an answer holds.</summary>
    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>All the words that may find the sheet, the title's apart.</summary>
    public string Text { get; private set; } = "";

    /// <summary>field:CODE field:CODE …</summary>
    public string Codes { get; private set; } = "";

    public DateOnly PublishedOn { get; private set; }
    public bool Shown { get; private set; }

    /// <summary>Stamped by the database.</summary>
    public long Changed { get; private set; }

    /// <summary>An <see cref="Edition"/> that says: a term it holds has other words now.</summary>
    public const int Reworded = -1;

    /// <summary>The <see cref="SheetFacets.Edition"/> of its codes.</summary>
    public int Edition { get; private set; }

    /// <summary>Shows the sheet, or its new words. Codes are those of closed vocabularies: each costs memory.</summary>
    public void Show(string title, string text, IEnumerable<(string Field, string Code)> codes, DateOnly publishedOn)
    {
        (Title, Text, PublishedOn, Shown, Edition) = (title, text, publishedOn, true, SheetFacets.Edition);
        Codes = string.Join(' ', codes.Select(c => IsPlain(c.Field) && IsPlain(c.Code)
            ? $"{c.Field}:{c.Code}"
            : throw new ArgumentException($"a field and a code are letters, digits, - and _: {c.Field}:{c.Code}")));
    }

    /// <summary>Withdraws it: found by nothing, and its words are forgotten here too.</summary>
    public void Hide() => (Title, Text, Codes, Shown) = ("", "", "", false);

    static bool IsPlain(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
