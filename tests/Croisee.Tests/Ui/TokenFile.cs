using System.Globalization;
using System.Text.RegularExpressions;

namespace Croisee.Tests.Ui;

/// <summary>Reads Ui/Css/tokens.css as a browser would: which block applies in which theme, and which value wins.</summary>
internal sealed partial class TokenFile
{
    private readonly List<Block> _blocks = [];

    public IReadOnlyList<Pair> Pairs { get; }

    public TokenFile(string css)
    {
        Pairs = [.. PairMark().Matches(css).Select(m =>
            new Pair(m.Groups[1].Value, m.Groups[2].Value, double.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture)))];
        var text = Comment().Replace(css, "");
        string media = "", selector = "";
        var depth = new Stack<string>();
        foreach (Match m in Piece().Matches(text))
        {
            var head = m.Groups[1].Value.Trim();
            if (m.Value.EndsWith('{'))
            {
                depth.Push(head);
                if (head.StartsWith("@media")) media = head;
                else selector = head;
            }
            else if (m.Value.EndsWith('}') && head.Length == 0)
            {
                if (depth.Pop().StartsWith("@media")) media = "";
            }
            else if (head.StartsWith("--") && selector is ":root" or "html.easy")
            {
                var parts = head.Split(':', 2);
                _blocks.Add(new Block(media, selector == "html.easy", parts[0][2..].Trim(), parts[1].Trim()));
            }
        }
    }

    /// <summary>The value of each token in a theme; html.easy outweighs :root, then the later block wins.</summary>
    public Dictionary<string, string> Values(Theme theme)
    {
        var values = new Dictionary<string, string>();
        foreach (var easy in new[] { false, true })
            foreach (var block in _blocks.Where(b => b.Easy == easy && (!easy || theme.Easy) && Applies(b.Media, theme)))
                values[block.Name] = block.Value;
        return values;
    }

    private static bool Applies(string media, Theme theme) =>
        !media.Contains("print")
        && (theme.Dark || !media.Contains("color-scheme: dark"))
        && (theme.Contrast || !media.Contains("contrast: more"));

    /// <summary>Contrast of two sRGB colours written #RRGGBB, 1 to 21 (WCAG 2.2, relative luminance).</summary>
    public static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var c = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Channel(1) + 0.7152 * Channel(3) + 0.0722 * Channel(5);
    }

    public sealed record Pair(string Front, string Ground, double Least);
    public sealed record Theme(bool Dark, bool Contrast, bool Easy);
    private sealed record Block(string Media, bool Easy, string Name, string Value);

    [GeneratedRegex(@"@pair ([a-z0-9-]+)/([a-z0-9-]+)/([0-9.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex PairMark();

    [GeneratedRegex(@"/\*[^*]*\*+([^/*][^*]*\*+)*/", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"([^{};]*)[{};]", RegexOptions.NonBacktracking)]
    private static partial Regex Piece();
}
