using Croisee.Framework;

namespace Croisee.Library.OpenData;

/// <summary>A column of a table that is given beside the sheets.</summary>
sealed record TableColumn(string Code, string Label, string Kind, Vocabulary? Vocabulary = null)
{
    /// <summary>Kinds that are more than text where a format tells them apart. A fraction is written in French in a CSV.</summary>
    public const string Whole = "nombre entier", Fraction = "nombre", YesNo = "oui ou non";
}

/// <summary>The columns of a table that is given as a file: its writers and the codebook read them here.</summary>
/// <param name="Code">In the name of its file, and of its lines in the codebook.</param>
/// <param name="Separator">Of its CSV: what was taken over is written as its import reads it.</param>
record TableShape(string Code, IReadOnlyList<TableColumn> Columns, string Separator = ";")
{
    /// <summary>What a column holds; nothing for one that its lines brought along.</summary>
    public string? KindOf(string column) => Columns.FirstOrDefault(c => c.Code == column)?.Kind;
}
