using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>The page that says what is kept names every table there is, and no other: what is kept and not said is found here.</summary>
[Trait("kind", "pure")]
public sealed partial class StoredTest
{
    static readonly string[] Folders = ["files"];

    [Fact]
    public void Says_every_table_and_no_other()
    {
        using var db = RoomsTest.Unopened();
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var said = Named().Matches(File.ReadAllText(Path.Combine(Repo.Root, "docs", "what-we-store.md"))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("answer_sheets", tables);
        Repo.None(tables.Except(said).Select(t => t + " is not said").Concat(said.Except(tables).Except(Folders).Select(t => t + " is no table")).Order(StringComparer.Ordinal), "docs/what-we-store.md says what is kept of whom, why and for how long:");
    }

    [GeneratedRegex("`([a-z_]+)(\\.[a-z_]+)?`")]
    private static partial Regex Named();
}
