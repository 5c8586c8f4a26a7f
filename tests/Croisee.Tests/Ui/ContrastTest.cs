using System.Runtime.CompilerServices;
using Xunit;

namespace Croisee.Tests.Ui;

[Trait("kind", "pure")]
public class ContrastTest
{
    private static readonly TokenFile Tokens = new(File.ReadAllText(Path.Combine(CssFolder(), "tokens.css")));

    public static TheoryData<bool, bool, bool> Themes()
    {
        var all = new TheoryData<bool, bool, bool>();
        foreach (var dark in new[] { false, true })
            foreach (var contrast in new[] { false, true })
                foreach (var easy in new[] { false, true })
                    all.Add(dark, contrast, easy);
        return all;
    }

    [Theory, MemberData(nameof(Themes))]
    public void Keeps_every_declared_pair_legible_in_each_theme(bool dark, bool contrast, bool easy)
    {
        var values = Tokens.Values(new(dark, contrast, easy));
        var faults = new List<string>();
        foreach (var pair in Tokens.Pairs)
        {
            // Easy-read and "more contrast" promise AAA for text; shapes keep their 3:1.
            var least = (contrast || easy) && pair.Least >= 4.5 ? 7 : pair.Least;
            var ratio = TokenFile.Ratio(values[pair.Front], values[pair.Ground]);
            if (ratio < least) faults.Add($"{pair.Front} {values[pair.Front]} on {pair.Ground} {values[pair.Ground]}: {ratio:0.00}, wanted {least}");
        }
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public void Reads_the_whole_token_file()
    {
        Assert.True(Tokens.Pairs.Count >= 50, $"{Tokens.Pairs.Count} pairs");
        Assert.NotEqual(Tokens.Values(new(false, false, false))["paper"], Tokens.Values(new(true, false, false))["paper"]);
        Assert.NotEqual(Tokens.Values(new(false, false, false))["people"], Tokens.Values(new(false, false, true))["people"]);
        Assert.Equal("#000000", Tokens.Values(new(true, true, false))["paper"]);
    }

    [Fact]
    public void Knows_the_ratio_of_black_on_white() => Assert.Equal(21, TokenFile.Ratio("#000000", "#FFFFFF"), 6);

    [Fact]
    public void Takes_every_colour_from_the_tokens()
    {
        var strays = from file in Directory.EnumerateFiles(CssFolder(), "*.css")
                     where Path.GetFileName(file) is not ("tokens.css" or "print.css")
                     from line in File.ReadLines(file)
                     where StrayColour(line)
                     select $"{Path.GetFileName(file)}: {line.Trim()}";
        Assert.Empty(strays);
    }

    // Allowed: the white ground of a QR code, which scanners need in any theme.
    private static bool StrayColour(string line) =>
        !line.Contains(".qr ") && System.Text.RegularExpressions.Regex.IsMatch(line, "#[0-9A-Fa-f]{3,8}[;\\s,)]", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    internal static string CssFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Croisee/Ui/Css"));
}
