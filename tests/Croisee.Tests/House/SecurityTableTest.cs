using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>docs/security.md answers each attack of the list, S01 to S45, by tests that exist or by a reason.</summary>
[Trait("kind", "pure")]
public sealed partial class SecurityTableTest
{
    const int Attacks = 45;

    [GeneratedRegex(@"^\| (S\d\d) \| [^|]+ \| (?<held>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex("`([A-Z][A-Za-z]+)`")]
    private static partial Regex Name { get; }

    [Fact]
    public void Answers_every_attack_once_by_tests_that_exist_or_by_a_reason()
    {
        var rows = Row.Matches(Repo.Read("docs/security.md"));
        Assert.Equal(Enumerable.Range(1, Attacks).Select(n => $"S{n:D2}"), rows.Select(r => r.Groups[1].Value));
        var tests = Repo.Files("tests", "*Test*.cs").SelectMany(f => ClassName.Matches(Repo.Read(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        var faults = new List<string>();
        foreach (Match row in rows)
        {
            var (attack, held) = (row.Groups[1].Value, row.Groups["held"].Value);
            var named = Name.Matches(held).Select(m => m.Groups[1].Value).ToList();
            faults.AddRange(named.Where(n => !tests.Contains(n)).Select(n => $"{attack}: no test is called {n}"));
            if (named.Count == 0 && !held.StartsWith("Raison :", StringComparison.Ordinal)) faults.Add(attack + ": neither a test nor a reason (« Raison : … »)");
        }
        Repo.None(faults, "In docs/security.md, each attack names the classes of its tests, or says why there is none:");
    }

    [GeneratedRegex(@"\bclass (\w+Tests?)\b")]
    private static partial Regex ClassName { get; }
}
