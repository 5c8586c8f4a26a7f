using System.Text.RegularExpressions;
using Croisee.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Arrows go down, none is hidden, nouns are plain (docs/rooms.md says the order and why).</summary>
[Trait("kind", "pure")]
public sealed partial class RoomsTest
{
    static readonly IReadOnlyList<RoomLine> Rooms = RoomsList.Read();
    static readonly Dictionary<string, int> Order = Rooms.ToDictionary(r => r.Name, r => r.Order);

    [Fact]
    public void Lists_every_folder_of_the_product_as_a_room()
    {
        var folders = Repo.Product.Select(f => f.Room).Where(r => r.Length > 0).Distinct();
        Repo.None(folders.Where(f => !Order.ContainsKey(f)), $"These folders of src/Croisee are no rooms yet. Give each its place and its line in {RoomsList.File}, section « Les pièces »:");
    }

    [Fact]
    public void Lets_arrows_go_down_only()
    {
        var types = RoomsList.Types(Repo.Product);
        var climbs = Repo.Product.Where(f => Order.ContainsKey(f.Room))
            .SelectMany(f => f.Names(types).Where(n => Order.TryGetValue(n, out var to) && to < Order[f.Room]).Select(n => $"{f.Path} names {n}"));
        Repo.None(climbs, $"A room names only rooms that stand lower in {RoomsList.File}. Put the page in the highest room it shows, or declare a slot (an interface) below, or announce a fact (IFact, IHear):");
    }

    [Fact]
    public void Knows_every_room_that_is_named()
    {
        var unknown = Repo.Product.SelectMany(f => f.Imports.Where(i => i.StartsWith("Croisee.", StringComparison.Ordinal) && !Order.ContainsKey(i.Split('.')[1])).Select(i => $"{f.Path} imports {i}"));
        Repo.None(unknown, "Only rooms are imported:");
    }

    [Fact]
    public void Names_each_namespace_after_its_folder()
    {
        var wrong = Repo.Product.Where(f => !f.IsView).Select(f => (f.Path, Expected: Path.GetDirectoryName(f.Path)!.Replace('\\', '/')["src/".Length..].Replace('/', '.'), Found: Namespace().Match(f.Code).Groups["name"].Value))
            .Where(f => f.Found.Length > 0 && f.Found != f.Expected).Select(f => $"{f.Path}: {f.Found}, expected {f.Expected}");
        Repo.None(wrong, "The namespace is the folder:");
    }

    [Fact]
    public void Gives_each_view_a_model_of_its_own_room()
    {
        var strangers = Repo.Views.SelectMany(f => Model().Matches(f.Code).Select(m => m.Groups["room"].Value).Where(r => r != f.Room && f.Code.Contains("@page", StringComparison.Ordinal)).Select(r => $"{f.Path} shows a model of {r}"));
        Repo.None(strangers, "A page and its model lie side by side:");
    }

    [Fact]
    public void Hides_no_arrow()
    {
        var hidden = Repo.Product.Where(f => GlobalUsing().IsMatch(f.Code)).Select(f => f.Path + ": global using of ours")
            .Concat(Repo.Files("src", "*.csproj").Where(p => Repo.Read(p).Contains("<Using ", StringComparison.Ordinal)).Select(p => p + ": <Using>"))
            .Concat(Repo.Product.Where(f => f.Name == "_ViewImports.cshtml" && f.Room.Length > 0).Select(f => f.Path + ": only the root imports for all"));
        Repo.None(hidden, "An import stands in the file that needs it:");
    }

    [Fact]
    public void Imports_only_Ui_and_Words_for_all_views()
    {
        var lines = Repo.Read("src/Croisee/_ViewImports.cshtml").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains("Croisee", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(["@inject Croisee.Words.Localizer L", "@using Croisee.Ui", "@using Croisee.Words"], lines);
    }

    [Fact]
    public void Keeps_nothing_but_Program_in_the_bare_namespace()
    {
        var bare = typeof(Program).Assembly.GetTypes().Where(t => t.Namespace == "Croisee" && !t.IsNested && !t.Name.StartsWith('<')).Select(t => t.Name);
        Assert.Equal(["Program"], bare);
    }

    [Fact]
    public void Keeps_Rules_from_growing()
    {
        var types = Repo.Product.Where(f => f.Room == "Rules").SelectMany(f => f.Declared).Order(StringComparer.Ordinal);
        Assert.True(types.SequenceEqual(["IAudited", "IFact", "IHear", "Reference", "RuleBroken"]), $"Rules is the one place that could become a grab-bag: {string.Join(", ", types)}. Put the type in the lowest room that needs it, or write a decision note and change this list.");
    }

    /// <summary>Every class mapped as an entity is a noun: its file imports System, Rules and lower rooms' nouns, and names nothing of the web or the database.</summary>
    [Fact]
    public void Keeps_nouns_plain()
    {
        var nouns = Nouns().ToLookup(t => t.Namespace!.Split('.')[^1] + "." + t.Name, StringComparer.Ordinal);
        var faults = Repo.Product.Where(f => !f.IsView && f.Declared.Any(d => nouns.Contains($"{f.Room}.{d}"))).SelectMany(f =>
            f.Imports.Where(i => i.StartsWith("Microsoft.", StringComparison.Ordinal) || i.StartsWith("Npgsql", StringComparison.Ordinal) || TechnicalRooms.Contains(i)).Select(i => $"{f.Path} imports {i}")
            .Concat(Technical().Matches(f.Code).Select(m => $"{f.Path} names {m.Value}")));
        Repo.None(faults, "A noun knows no page and no database. Move the mapping to XxxMapping.cs, the query to XxxQueries.cs, the act on several nouns to a verb:");
    }

    [Fact]
    public void Finds_the_nouns_it_speaks_of() => Assert.Contains(Nouns(), t => t.Name == "Person");

    /// <summary>Clock (days of Paris) is the one thing of Data that a noun may use: it holds no database.</summary>
    static readonly HashSet<string> TechnicalRooms = ["Croisee.Ui", "Croisee.Mail", "Croisee.Jobs", "Croisee.Words"];

    internal static IEnumerable<Type> Nouns()
    {
        using var db = Unopened();
        return [.. db.Model.GetEntityTypes().Where(e => !e.IsOwned() && !e.HasSharedClrType).Select(e => e.ClrType).Where(t => t.Assembly == typeof(AppDb).Assembly).Distinct()];
    }

    /// <summary>A context for its model only.</summary>
    internal static AppDb Unopened() => new(new DbContextOptionsBuilder<AppDb>().UseSqlite("Data Source=:memory:").Options, new DirectLane(), [], new NoServices());

    internal sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type type) => null;
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline, 1000)] private static partial Regex Namespace();
    [GeneratedRegex(@"@model Croisee\.(?<room>\w+)", RegexOptions.None, 1000)] private static partial Regex Model();
    [GeneratedRegex(@"^\s*global using Croisee", RegexOptions.Multiline, 1000)] private static partial Regex GlobalUsing();
    [GeneratedRegex(@"\b(Microsoft\.\w+|AppDb|DbContext|DbSet|IEntityTypeConfiguration|HttpContext|HttpRequest|HttpResponse|IFormFile|IServiceProvider|IServiceCollection|IServiceScopeFactory|ILogger|IConfiguration|IWriteLane|IActionResult|PageModel)\b", RegexOptions.None, 1000)] private static partial Regex Technical();
}
