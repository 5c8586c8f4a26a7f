using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Croisee.Tests.House;

/// <summary>The sentences that views give to the localizer, and the easy-read twins.</summary>
static partial class Sentences
{
    public const string EasyFile = "src/Croisee/Words/fr.easy.json";
    /// <summary>Attributes of our tag helpers that pass through the localizer.</summary>
    public static readonly HashSet<string> Localized = ["label", "hint", "legend", "summary"];
    public static readonly HashSet<string> OurTags = ["field", "choices", "qr"];

    public static IReadOnlyDictionary<string, string> Easy { get; } = JsonSerializer.Deserialize<Dictionary<string, string>>(Repo.Read(EasyFile))!;

    public static IEnumerable<string> Of(SourceFile view) =>
        Spoken().Matches(view.Code).SelectMany(m => Literal().Matches(m.Groups["inside"].Value).Select(l => Plain(l.Value[1..^1])))
            .Concat(ViewText.Of(view.Text).Where(p => p.Attribute is { } a && Localized.Contains(a) && OurTags.Contains(p.Tag)).Select(p => WebUtility.HtmlDecode(p.Text)))
            .Where(t => t.Any(char.IsLetter)).Distinct();

    /// <summary>A C# literal as it sounds.</summary>
    public static string Plain(string literal) => Regex.Unescape(literal);

    /// <summary>Source text in which every way of writing a sentence looks the same.</summary>
    public static string Flat(string source) => WebUtility.HtmlDecode(source.Replace("\\u00a0", "\u00a0", StringComparison.OrdinalIgnoreCase).Replace("\\u202f", "\u202f", StringComparison.OrdinalIgnoreCase).Replace("\\\"", "\"", StringComparison.Ordinal));

    [GeneratedRegex("""\bL(?:\.Count\((?<inside>[^;]*?"[^;]*?")\)|\[(?<inside>"(?:\\.|[^"\\])*")[,\]])""", RegexOptions.None, 2000)] private static partial Regex Spoken();
    [GeneratedRegex("""
        "(?:\\.|[^"\\])*"
        """, RegexOptions.None, 2000)] private static partial Regex Literal();
}
