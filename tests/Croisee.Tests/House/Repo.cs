using Xunit;

namespace Croisee.Tests.House;

/// <summary>The sources as they lie in the working copy: house tests read text, since that is where a habit shows first.</summary>
static class Repo
{
    public static readonly string Root = Find();
    /// <summary><c>CROISEE_WRITE=1</c>: committed snapshots are written instead of compared.</summary>
    public static readonly bool Writing = Environment.GetEnvironmentVariable("CROISEE_WRITE") == "1";
    public static readonly string Source = Path.Combine(Root, "src", "Croisee");

    public static IReadOnlyList<SourceFile> Product { get; } = [.. Files("src/Croisee", "*.cs").Concat(Files("src/Croisee", "*.cshtml")).Select(p => new SourceFile(p))];
    public static IEnumerable<SourceFile> Views => Product.Where(f => f.IsView && !Path.GetFileName(f.Path).StartsWith("_View", StringComparison.Ordinal));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Files under a folder of the repository, as paths with slashes, in a fixed order, without what a build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var made = new[] { "/bin/", "/obj/", "/node_modules/", "/wwwroot/lib/", "/data/" };
        return Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !made.Any(m => ("/" + f).Contains(m, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>A committed text that the code decides: compared, or written when asked.</summary>
    public static void Hold(string path, string expected, string advice)
    {
        var full = Path.Combine(Root, path);
        if (Writing) { File.WriteAllText(full, expected); return; }
        var found = File.Exists(full) ? Read(path) : "";
        if (found == expected) return;
        var was = found.Split('\n').ToHashSet();
        var now = expected.Split('\n').ToHashSet();
        var lines = now.Where(l => !was.Contains(l)).Select(l => "+ " + l).Concat(was.Where(l => !now.Contains(l)).Select(l => "- " + l));
        Assert.Fail($"{path} is stale. {advice}\n{string.Join('\n', lines.Take(40).Select(l => l.Length > 200 ? l[..200] + "…" : l))}");
    }

    /// <summary>Fails with every fault at once, and what to do about them.</summary>
    public static void None(IEnumerable<string> faults, string advice)
    {
        var all = faults.Distinct().ToList();
        if (all.Count > 0) Assert.Fail($"{advice}\n{string.Join('\n', all.Take(80))}{(all.Count > 80 ? $"\n… and {all.Count - 80} more" : "")}");
    }

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Croisee.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("House tests run from a build inside the working copy: Croisee.slnx is not above " + AppContext.BaseDirectory);
    }
}
