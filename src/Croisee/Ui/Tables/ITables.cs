namespace Croisee.Ui.Tables;

/// <summary>A cell of a table: a text, whatever it begins with, or a number written plainly.</summary>
public readonly record struct TableCell(string Text, bool IsNumber = false)
{
    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>
/// A spreadsheet file written as its rows come, in memory that does not grow with them. A text is stored as text, never as a formula (S08).
/// A table longer than a spreadsheet holds goes on in the next one.
/// </summary>
public interface ITables : IDisposable
{
    /// <summary>Rows that follow go to a new table with this head.</summary>
    void Begin(string name, IReadOnlyList<string> head);
    void Row(IEnumerable<TableCell> cells);
    /// <summary>Hands over what is held back, for the reader to see the file grow.</summary>
    void Flush();
}

static class TableText
{
    /// <summary>Rows of one table, its head included; both formats hold 1,048,576.</summary>
    public const int RowsMax = 1_000_001;

    /// <summary>XML cannot hold control signs nor half of a sign: they become the sign that stands for what cannot be shown.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!IsWhole(text, ref i)) return Cleaned(text);
        return text;
    }

    static bool IsWhole(string text, ref int i)
    {
        if (System.Xml.XmlConvert.IsXmlChar(text[i])) return true;
        if (i + 1 >= text.Length || !System.Xml.XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return false;
        i++;
        return true;
    }

    static string Cleaned(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var first = i;
            if (IsWhole(text, ref i)) clean.Append(text, first, i - first + 1); else clean.Append('\uFFFD');
        }
        return clean.ToString();
    }
}
