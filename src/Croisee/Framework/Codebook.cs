using System.Globalization;
using Croisee.Ui;

namespace Croisee.Framework;

/// <summary>One line of the codebook that goes with every export: the code, and each way this instance says it.</summary>
public sealed record CodebookRow(string Vocabulary, int Version, string Code, string Label, string Easy, string English, bool Active, string? Definition = null, int Edition = 0, int Order = 0, string? Parent = null);

public static class Codebook
{
    static readonly string[] Head = ["vocabulaire", "version", "code", "libelle", "libelle_facile", "anglais", "propose", "definition", "edition", "ordre", "parent"];

    public static byte[] Csv(IEnumerable<CodebookRow> rows) =>
        CsvFile.Of(rows.Select(r => (string[])[r.Vocabulary, r.Version.ToString(CultureInfo.InvariantCulture), r.Code, r.Label, r.Easy, r.English, r.Active ? "oui" : "non", r.Definition ?? "", r.Edition.ToString(CultureInfo.InvariantCulture), r.Order.ToString(CultureInfo.InvariantCulture), r.Parent ?? ""]).Prepend(Head));
}
