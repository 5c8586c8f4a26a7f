using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Croisee.Rules;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>The glossary is binding: what the code names, it explains in French; what it names, the code has.</summary>
[Trait("kind", "pure")]
public sealed partial class GlossaryTest
{
    const string File = "docs/glossaire.md";
    static readonly string[] DomainRooms = ["Experiences", "Review", "Library", "Surveys", "Groups", "Deliberation", "Framework", "People"];
    static readonly string[] Forbidden = ["User", "Repository", "Manager", "Helper", "Service", "Info", "Data", "Item", "Common"];
    static readonly Type[] Types = [.. typeof(Program).Assembly.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && t.Namespace?.StartsWith("Croisee", StringComparison.Ordinal) is true)];

    sealed record Entry(string French, string[] Code, string Url, string Meaning);

    static readonly IReadOnlyList<Entry> Entries = [.. Repo.Read(File).Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains('`')).Select(l => l.Trim('|', ' ').Split(" | "))
        .Select(c => new Entry(c[0].Trim(), [.. Code().Matches(c.ElementAtOrDefault(1) ?? "").Select(m => m.Groups["name"].Value)], (c.ElementAtOrDefault(2) ?? "").Trim(), (c.ElementAtOrDefault(3) ?? "").Trim()))];

    /// <summary>Types that serve the domain without being words of it: section « Mots techniques ».</summary>
    static readonly HashSet<string> Technical = [.. Code().Matches(Repo.Read(File).Split("## Mots techniques").ElementAtOrDefault(1)?.Split("\n## ")[0] ?? "").Select(m => m.Groups["name"].Value)];

    [Fact]
    public void Explains_every_noun_of_the_domain()
    {
        var known = Entries.SelectMany(e => e.Code).ToHashSet(StringComparer.Ordinal);
        Repo.None(Nouns().Where(t => !known.Contains(t.Name) && !Technical.Contains(t.Name)).Select(t => $"{t.Namespace!.Split('.')[1]}: {t.Name}").Order(StringComparer.Ordinal),
            $"Give each a line of {File} (French, code, URL word, meaning), with the agreement of somebody of the field; a type that is no word of the domain goes to « Mots techniques »:");
    }

    [Fact]
    public void Names_nothing_that_the_code_has_not()
    {
        var absent = Entries.SelectMany(e => e.Code).Concat(Technical).Where(n => !Exists(n));
        Repo.None(absent, $"These names of {File} are no types of the product any more; rename or remove the line:");
    }

    [Fact]
    public void Fills_the_four_columns_once_for_each_term()
    {
        Assert.NotEmpty(Entries);
        Repo.None(Entries.Where(e => e.French.Length == 0 || e.Code.Length == 0 || e.Url.Length == 0 || e.Meaning.Length == 0).Select(e => e.French), "A line has four columns: French, `Code`, URL word or —, meaning:");
        Repo.None(Entries.SelectMany(e => e.Code).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key), "One type, one line:");
    }

    /// <summary>A line without a header over it is shown as it is written, with its bars.</summary>
    [Fact]
    public void Is_tables_from_their_header_to_their_end()
    {
        var lines = Repo.Read(File).Split('\n');
        Repo.None(lines.Select((l, i) => (Line: l, Before: i == 0 ? "" : lines[i - 1], After: lines.ElementAtOrDefault(i + 1) ?? "")).Where(l => l.Line.StartsWith("| ", StringComparison.Ordinal) && !l.Before.StartsWith('|') && !l.After.StartsWith("|--", StringComparison.Ordinal)).Select(l => l.Line),
            "A table of the glossary is cut by an empty line before:");
    }

    [Fact]
    public void Uses_URL_words_that_are_in_an_address()
    {
        var segments = Repo.Read("tests/Croisee.Tests/House/routes.txt").Split('\n').SelectMany(l => l.Split('\t')[0].Split('/')).ToHashSet(StringComparer.Ordinal);
        Repo.None(Entries.Where(e => e.Url != "—").SelectMany(e => e.Url.Trim('`').Split(", ").Select(u => u.Trim('`'))).Where(u => !segments.Contains(u)), $"These URL words of {File} are in no address of routes.txt:");
    }

    [Fact]
    public void Avoids_words_that_say_nothing() =>
        Repo.None(Types.Where(t => Forbidden.Contains(t.Name.Split('`')[0])).Select(t => t.FullName!), "Name it by what it is in the field; these words say nothing:");

    /// <summary>Mapped nouns, and the enums and value objects (records) that the domain shows; not pages, doors, mappings, nor the facts that rooms announce.</summary>
    static IEnumerable<Type> Nouns()
    {
        var mapped = RoomsTest.Nouns().ToHashSet();
        return Types.Where(t => t.IsPublic && DomainRooms.Contains(t.Namespace!.Split('.').ElementAtOrDefault(1)) && (mapped.Contains(t) || t.IsEnum || IsRecord(t)) && !typeof(IFact).IsAssignableFrom(t));
    }

    static bool IsRecord(Type type) => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly, [typeof(System.Text.StringBuilder)]) is not null;

    static bool Exists(string name)
    {
        var (type, member) = name.Split('.') is [var t, var m] ? (t, m) : (name, null);
        return Types.Any(x => x.Name.Split('`')[0] == type && (member is null || x.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0));
    }

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]*(?:\\.[A-Z][A-Za-z]*)?)`", RegexOptions.None, 1000)] private static partial Regex Code();
}
