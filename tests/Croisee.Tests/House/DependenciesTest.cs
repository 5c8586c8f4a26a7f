using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Which libraries of others there are, that each is known by its content, and that none with a known fault can be built in (ASVS 15.1.1, 15.1.2, 15.2.1).</summary>
[Trait("kind", "pure")]
public sealed partial class DependenciesTest
{
    static IEnumerable<string> Locks => Repo.Files(".", "packages.lock.json");

    static IEnumerable<(string Name, string Type, string Version, string? Hash)> In(string path)
    {
        using var document = JsonDocument.Parse(Repo.Read(path));
        return [.. document.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(t => t.Value.EnumerateObject()).Where(p => p.Value.GetProperty("type").GetString() != "Project")
            .Select(p => (p.Name, p.Value.GetProperty("type").GetString()!, p.Value.GetProperty("resolved").GetString()!, p.Value.TryGetProperty("contentHash", out var hash) ? hash.GetString() : null))];
    }

    [Fact]
    public void Are_refused_by_the_build_when_a_fault_is_known()
    {
        var house = XDocument.Parse(Repo.Read("Directory.Build.props"));
        string Said(string name) => house.Descendants(name).Select(e => e.Value).SingleOrDefault() ?? "";
        Assert.Equal(("true", "all", "low", "true"), (Said("NuGetAudit"), Said("NuGetAuditMode"), Said("NuGetAuditLevel"), Said("TreatWarningsAsErrors")));
        // NU1901 to NU1904 say a known fault, from low to critical; NU1900 and NU1905 that nobody could be asked.
        var files = Repo.Files(".", "*.props").Concat(Repo.Files(".", "*.targets")).Concat(Repo.Files(".", "*.csproj"));
        Repo.None(files.Where(f => Softened().IsMatch(Repo.Read(f)) || f != "Directory.Build.props" && Switched().IsMatch(Repo.Read(f))), "A known fault in a library stops the build, for every project:");
    }

    [Fact]
    public void Have_delays_that_are_written()
    {
        var told = Repo.Read("docs/security.md");
        foreach (var line in new[] { "| critique | 48 heures |", "| haute | 7 jours |", "| moyenne ou basse | 30 jours |" }) Assert.Contains(line, told, StringComparison.Ordinal);
        var audit = Repo.Read("bin/audit");
        Repo.None(Repo.Files(".", "*.csproj").Select(f => Path.GetDirectoryName(f)!.Replace('\\', '/')).Concat(Repo.Files(".", "package-lock.json").Select(f => Path.GetDirectoryName(f)!.Replace('\\', '/'))).Where(f => !audit.Contains(f, StringComparison.Ordinal)), "bin/audit looks at these too:");
    }

    [Fact]
    public void Are_known_by_their_content()
    {
        Assert.Equal(Repo.Files(".", "*.csproj").Count(), Locks.Count());
        Repo.None(Locks.SelectMany(l => In(l).Where(p => string.IsNullOrEmpty(p.Hash)).Select(p => $"{l}: {p.Name}")), "Each library has the print of its content:");
        foreach (var path in Repo.Files(".", "package-lock.json"))
        {
            using var document = JsonDocument.Parse(Repo.Read(path));
            var packages = document.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0).ToList();
            Assert.NotEmpty(packages);
            Repo.None(packages.Where(p => !p.Value.TryGetProperty("integrity", out _) || p.Value.TryGetProperty("resolved", out var from) && !from.GetString()!.StartsWith("https://registry.npmjs.org/", StringComparison.Ordinal)).Select(p => $"{path}: {p.Name}"), "Each library has the print of its content, and comes from the registry:");
        }
        Repo.None(Repo.Files(".", "*.csproj").Where(f => Floating().IsMatch(Repo.Read(f))), "Versions are exact, in Directory.Packages.props:");
        Assert.DoesNotMatch(Floating(), Repo.Read("Directory.Packages.props"));
    }

    /// <summary>What is shipped is in docs/licences.md with its version; what another library brings comes from a house that is known.</summary>
    [Fact]
    public void Are_listed_with_their_version_when_they_are_shipped()
    {
        var listed = Repo.Read("docs/licences.md");
        var direct = In("src/Croisee/packages.lock.json").Where(p => p.Type == "Direct" && p.Name != "Microsoft.CodeAnalysis.BannedApiAnalyzers").ToList();
        Assert.NotEmpty(direct);
        Repo.None(direct.Where(p => !listed.Split('\n').Any(l => l.StartsWith("| ", StringComparison.Ordinal) && Names(l, p.Name) && Versioned(l, p.Name, p.Version))).Select(p => $"{p.Name} {p.Version}"), "Name it in docs/licences.md, with its version and its licence:");
        string[] houses = ["Microsoft.", "System.", "NETStandard.", "Npgsql", "SourceGear.", "SQLitePCLRaw."];
        Repo.None(In("src/Croisee/packages.lock.json").Where(p => p.Type != "Direct" && !houses.Any(h => p.Name.StartsWith(h, StringComparison.Ordinal))).Select(p => p.Name), "Another library brings this one: look who makes it, then list it:");
        using var npm = JsonDocument.Parse(Repo.Read("src/Croisee/package-lock.json"));
        foreach (var package in npm.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0))
            Assert.Contains(package.Value.GetProperty("version").GetString()!, listed, StringComparison.Ordinal);
    }

    /// <summary>« Npgsql et son fournisseur EF » is one line for both.</summary>
    static bool Names(string line, string package) => line.Contains(package, StringComparison.Ordinal) || package switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => line.StartsWith("| Npgsql", StringComparison.Ordinal),
        "SQLitePCLRaw.core" => line.Contains("SQLitePCLRaw", StringComparison.Ordinal),
        _ => package.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) && line.Contains("Entity Framework Core", StringComparison.Ordinal),
    };

    /// <summary>The framework's own are of its version, corrections apart.</summary>
    static bool Versioned(string line, string package, string version) => line.Contains(package.StartsWith("Microsoft.", StringComparison.Ordinal) ? version[..version.LastIndexOf('.')] : version, StringComparison.Ordinal);

    [GeneratedRegex("(NoWarn|WarningsNotAsErrors)>[^<]*NU190[1-4]")] private static partial Regex Softened();
    [GeneratedRegex("<NuGetAudit|<TreatWarningsAsErrors")] private static partial Regex Switched();
    [GeneratedRegex("""Version="[^"]*[*\[\(]""")] private static partial Regex Floating();
}
