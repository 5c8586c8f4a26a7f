using Xunit;

namespace Croisee.Tests.House;

/// <summary>Aim at 40 to 120 lines; these are the walls. The list of exceptions only shrinks.</summary>
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

    static int Wall(string path) => path.EndsWith(".cshtml", StringComparison.Ordinal) ? ViewMax : CodeMax;

    static IEnumerable<(string Path, int Lines)> Measured() =>
        new[] { "src", "tests", "bench" }.SelectMany(d => Repo.Files(d, "*.cs").Concat(Repo.Files(d, "*.cshtml"))).Select(p => (p, Repo.Read(p).TrimEnd('\n').Split('\n').Length));

    static Dictionary<string, int> Exceptions() =>
        Repo.Read(Allowed).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).ToDictionary(p => p[0], p => int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture));
}
