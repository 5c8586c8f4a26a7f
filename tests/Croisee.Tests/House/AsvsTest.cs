using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>docs/asvs.md answers each requirement of levels 1 and 2 of ASVS 5.0, and thirteen of level 3, once; what it calls held names tests that exist, and its own numbers are true.</summary>
[Trait("kind", "pure")]
public sealed partial class AsvsTest
{
    /// <summary>Sections, and how many of their requirements are of level 1 or 2: in each they come first.</summary>
    const string Sections = """
        1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 5.1:1 5.2:3 5.3:2 5.4:3
        6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4
        10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4
        13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
        """;
    /// <summary>Of level 3, asked by our own goal.</summary>
    const string Wanted = "1.2.10 1.3.12 2.3.5 2.4.2 5.2.4 5.2.5 5.2.6 5.3.3 8.3.2 14.2.6 14.2.7 14.2.8 16.5.4";
    static readonly string[] Answers = ["tenu", "constaté", "installation", "reste", "sans objet"];

    [GeneratedRegex(@"^\| (?<asked>\d+\.\d+\.\d+[\d., –]*) \| (?<answer>[^|]+) \| (?<where>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests?)`")]
    private static partial Regex TestName { get; }

    [GeneratedRegex(@"\bclass (\w+Tests?)\b")]
    private static partial Regex ClassName { get; }

    [Fact]
    public void Answers_every_requirement_once_and_counts_right()
    {
        var document = Repo.Read("docs/asvs.md");
        var rows = Row.Matches(document).Select(r => (Asked: Each(r.Groups["asked"].Value).ToList(), Answer: r.Groups["answer"].Value, Where: r.Groups["where"].Value)).ToList();
        var tests = Repo.Files("tests", "*Test*.cs").SelectMany(f => ClassName.Matches(Repo.Read(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        var asked = Sections.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(':')).SelectMany(s => Enumerable.Range(1, int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture)).Select(n => $"{s[0]}.{n}")).Concat(Wanted.Split(' ')).ToList();
        Assert.Equal(253 + 13, asked.Count);
        Assert.Equal(asked.Order(StringComparer.Ordinal), rows.SelectMany(r => r.Asked).Order(StringComparer.Ordinal));
        Repo.None(rows.Where(r => !Answers.Contains(r.Answer)).Select(r => $"{r.Asked[0]}: {r.Answer}"), "An answer is one of: " + string.Join(", ", Answers));
        Repo.None(rows.SelectMany(r => TestName.Matches(r.Where).Select(m => m.Groups[1].Value)).Where(t => !tests.Contains(t)), "docs/asvs.md names tests that do not exist:");
        Repo.None(rows.Where(r => r.Answer == "tenu" && !TestName.IsMatch(r.Where)).Select(r => r.Asked[0]), "What is held is held by a test that is named:");

        int Count(string answer) => rows.Where(r => r.Answer == answer).Sum(r => r.Asked.Count);
        var (held, of) = (Count("tenu"), asked.Count - Count("sans objet"));
        Assert.Contains($"Sur {asked.Count} exigences, {Count("sans objet")} sont sans objet. Des {of} autres, {held} sont tenues, {Count("constaté")} constatées, {Count("installation")} reviennent à l’installation, {Count("reste")} restent.", document, StringComparison.Ordinal);
        Assert.Contains($"nous en sommes à {held * 100 / of}.", document, StringComparison.Ordinal);
    }

    /// <summary>« 1.2.1–1.2.3, 1.4.1 » is four.</summary>
    static IEnumerable<string> Each(string asked)
    {
        foreach (var part in asked.Split(", "))
        {
            var (first, last) = (part.Split('–')[0].Split('.'), part.Split('–')[^1].Split('.'));
            for (var n = Number(first[2]); n <= Number(last[2]); n++) yield return $"{first[0]}.{first[1]}.{n}";
        }

        static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
