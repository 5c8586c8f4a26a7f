using System.IO.Compression;
using Xunit;

namespace Croisee.Tests.Ui;

/// <summary>The joined sheet as the build made it (Ui/Assets.targets).</summary>
[Trait("kind", "pure")]
public class StyleSheetTest
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(ContrastTest.CssFolder(), "../../wwwroot"));
    private static readonly string Sheet = File.ReadAllText(Path.Combine(Root, "css/croisee.css"));

    /// <summary>Page and style share 14,000 bytes (the first network window): the style may take half.</summary>
    [Fact]
    public void Leaves_half_of_the_first_network_window_to_the_page()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(System.Text.Encoding.UTF8.GetBytes(Sheet));
        Assert.InRange(packed.Length, 3000, 7000);
    }

    [Fact]
    public void Keeps_every_rule_when_joining()
    {
        Assert.StartsWith("@layer reset,tokens,base,components,rooms,print;", Sheet);
        Assert.Equal(Sheet.Count(c => c == '{'), Sheet.Count(c => c == '}'));
        var sources = Directory.EnumerateFiles(ContrastTest.CssFolder(), "*.css").Where(f => Path.GetFileName(f) is not ("answer.css" or "office.css" or "paper.css" or "readability.css")).Select(File.ReadAllText);
        Assert.Equal(sources.Sum(s => s.Count(c => c == '{')), Sheet.Count(c => c == '{'));
        Assert.DoesNotContain("/*", Sheet);
    }

    /// <summary>Sheets side by side on paper: narrow columns, long words.</summary>
    [Fact]
    public void Cuts_no_word_of_a_printed_comparison_in_its_middle()
    {
        var office = File.ReadAllText(Path.Combine(Root, "css/office.css")).Replace(" ", "");
        var print = office[office.IndexOf("@mediaprint{.comparison", StringComparison.Ordinal)..].Split("}}")[0];
        Assert.Contains("table-layout:auto", print);
        Assert.Contains("overflow-wrap:normal", print);
        Assert.Contains("hyphens:auto", print);
        Assert.DoesNotContain("word-break", office);
    }

    [Fact]
    public void Ships_fonts_within_their_budget_where_node_restored_them()
    {
        var fonts = new DirectoryInfo(Path.Combine(Root, "lib/fonts"));
        if (!fonts.Exists) Assert.Skip("Without Node there are no fonts: the system's are used.");
        Assert.InRange(fonts.EnumerateFiles("*.woff2").Sum(f => f.Length), 10_000, 45_000);
    }
}
