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

    /// <summary>Each table is of one level of protection, and each level says what it asks (ASVS 14.1.1, 14.1.2).</summary>
    [Fact]
    public void Says_the_level_of_every_table_once()
    {
        using var db = RoomsTest.Unopened();
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var levels = Repo.Read("docs/what-we-store.md").Split("## Les niveaux de protection")[1].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal) && l.Contains('`')).Select(l => l.Trim('|', ' ').Split(" | ")).ToList();
        Assert.Equal(["Scellé", "Personnel", "Réservé", "Anonyme", "Public"], levels.Select(l => l[0]));
        Assert.All(levels, l => Assert.True(l is [_, { Length: > 20 }, { Length: > 60 }, _], l[0]));
        var said = levels.SelectMany(l => Named().Matches(l[3]).Select(m => m.Groups[1].Value)).Order(StringComparer.Ordinal);
        Repo.None(tables.Except(said).Select(t => t + " is of no level").Concat(said.Except(tables).Select(t => t + " is no table")).Concat(said.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key + " is of two levels")), "docs/what-we-store.md gives each table one level of protection:");
    }

    /// <summary>The public page names each cookie there is, and no other.</summary>
    [Fact]
    public void Says_every_cookie_and_no_other()
    {
        var set = Repo.Product.Where(f => !f.Path.Contains("PersonalData", StringComparison.Ordinal)).SelectMany(f => Cookie().Matches(f.Text)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var said = Croisee.Site.PersonalDataModel.Cookies.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("__Host-session", set);
        Repo.None(set.Except(said).Select(c => c + " is not said").Concat(said.Except(set).Select(c => c + " is no cookie")).Order(StringComparer.Ordinal), "Site/PersonalData.cshtml.cs says what each cookie is for:");
    }

    /// <summary>What is kept of a person in an own table is told on the public page too, not only in the repository.</summary>
    [Theory]
    [InlineData("signed_sheets", "Réponses signées")]
    [InlineData("answer_sheets", "Réponses cochées")]
    [InlineData("answer_texts", "Phrases écrites")]
    [InlineData("analysts", "analyste")]
    [InlineData("awaiting_readers", "Adresse d’un lecteur")]
    [InlineData("saved_searches", "Recherche suivie")]
    [InlineData("attachments", "Fichiers et liens")]
    [InlineData("collections", "Dossiers de fiches")]
    [InlineData("sessions", "Sessions")]
    [InlineData("outgoing_mails", "Courriels envoyés")]
    public void Says_in_public_what_is_kept_of_a_person(string table, string row)
    {
        Assert.Contains($"`{table}`", Repo.Read("docs/what-we-store.md"), StringComparison.Ordinal);
        Assert.Contains(row, Repo.Read("src/Croisee/Site/_PersonalData.cshtml"), StringComparison.Ordinal);
    }

    [GeneratedRegex("\"(__Host-[a-z]+)\"")]
    private static partial Regex Cookie();

    [GeneratedRegex("`([a-z_]+)(\\.[a-z_]+)?`")]
    private static partial Regex Named();
}
