using Xunit;

namespace Croisee.Tests.House;

/// <summary>Aim at 40 to 120 lines; these are the walls. The list of exceptions only shrinks. A file whose lines run on is no shorter for it: characters have their wall too.</summary>
[Trait("kind", "pure")]
public sealed class SizeTest
{
    const int CodeMax = 250, ViewMax = 150;
    const string Allowed = "tests/Croisee.Tests/House/size-allowed.txt";
    /// <summary>Lower this each time an exception goes; never raise it.</summary>
    const int AllowedMax = 0;

    [Fact]
    public void Keeps_files_within_their_walls()
    {
        var allowed = Exceptions();
        var over = Measured().Where(f => f.Lines > Wall(f.Path) && f.Lines > allowed.GetValueOrDefault(f.Path)).Select(f => $"{f.Path}: {f.Lines} lines, at most {Math.Max(Wall(f.Path), allowed.GetValueOrDefault(f.Path))}");
        Repo.None(over, "Split by subject, not by kind (a state into its own noun, a part of a page into a partial):");
    }

    [Fact]
    public void Shrinks_the_list_of_exceptions()
    {
        var sizes = Measured().ToDictionary(f => f.Path, f => f.Lines);
        var exceptions = Exceptions();
        Assert.True(exceptions.Count <= AllowedMax, $"{Allowed} holds {exceptions.Count} files, at most {AllowedMax}: split the new one instead of listing it.");
        Repo.None(exceptions.Where(e => sizes.GetValueOrDefault(e.Key) < e.Value).Select(e => $"{e.Key} has {sizes.GetValueOrDefault(e.Key)} lines, {e.Value} are allowed"), $"Lower these lines of {Allowed}, or take them out when the file fits its wall:");
    }

    /// <summary>What a file of so many lines of a usual width would hold.</summary>
    const int CodeSigns = 20_000, ViewSigns = 10_000;
    /// <summary>The longest line there is. Lower this when it goes; never raise it.</summary>
    const int LineMax = 1500;

    [Fact]
    public void Keeps_files_and_lines_within_so_many_characters()
    {
        var files = Files().Select(p => (Path: p, Text: Repo.Read(p))).ToList();
        Repo.None(files.Where(f => f.Text.Length > (IsView(f.Path) ? ViewSigns : CodeSigns)).Select(f => $"{f.Path}: {f.Text.Length} characters, at most {(IsView(f.Path) ? ViewSigns : CodeSigns)}"), "Split by subject; a longer line is not a shorter file:");
        Repo.None(files.SelectMany(f => f.Text.Split('\n').Select((line, i) => (f.Path, Number: i + 1, line.Length))).Where(l => l.Length > LineMax).Select(l => $"{l.Path}:{l.Number}: {l.Length} characters, at most {LineMax}"), "Nobody reads so long a line:");
    }

    static bool IsView(string path) => path.EndsWith(".cshtml", StringComparison.Ordinal);

    static int Wall(string path) => IsView(path) ? ViewMax : CodeMax;

    static IEnumerable<string> Files() => new[] { "src", "tests", "bench" }.SelectMany(d => Repo.Files(d, "*.cs").Concat(Repo.Files(d, "*.cshtml")));

    static IEnumerable<(string Path, int Lines)> Measured() => Files().Select(p => (p, Repo.Read(p).TrimEnd('\n').Split('\n').Length));

    static Dictionary<string, int> Exceptions() =>
        Repo.Read(Allowed).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).ToDictionary(p => p[0], p => int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture));
}
