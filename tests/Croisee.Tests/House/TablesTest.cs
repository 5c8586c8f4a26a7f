using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>A table says what it is, and each of its lines which one it is: whoever hears it cell by cell has nothing else (RGAA 5.4, 5.6, 5.7).</summary>
[Trait("kind", "pure")]
public sealed partial class TablesTest
{
    [Fact]
    public void Names_each_table_and_each_of_its_lines()
    {
        var tables = Repo.Views.SelectMany(v => Table().Matches(v.Text).Select(m => (Where: $"{v.Path}:{v.Text[..m.Index].Count(c => c == '\n') + 1}", Text: m.Value))).ToList();
        Assert.True(tables.Count > 30, "The views have tables: this test does not find them any more.");
        Repo.None(tables.Where(t => !Named().IsMatch(t.Text)).Select(t => t.Where), "Give the table a <caption>, or aria-labelledby the heading that names it:");
        Repo.None(tables.Where(t => !Row().IsMatch(t.Text)).Select(t => t.Where), "Make the cell that names the line a <th scope=\"row\">:");
    }

    [GeneratedRegex("<table\\b.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<caption|^<table[^>]*aria-label")]
    private static partial Regex Named();

    [GeneratedRegex("scope=\"row(group)?\"")]
    private static partial Regex Row();
}
