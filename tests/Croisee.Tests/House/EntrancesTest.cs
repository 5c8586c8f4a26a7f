using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Every way into an account is one that docs/limits.md lists (ASVS 6.1.3, 6.3.4), and none asks for what others may know: no password, no secret question (6.4.2).</summary>
public sealed partial class EntrancesTest(Place place) : IClassFixture<Place>
{
    /// <summary>Sets the cookie for the others.</summary>
    const string Inside = "src/Croisee/People/Entrance.cs";

    [Fact]
    public void Are_the_ones_that_are_written()
    {
        var told = Repo.Read("docs/limits.md").Split("## Par où l’on entre")[1].Split("\n## ")[0].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).SelectMany(l => Named().Matches(l).Select(m => m.Groups[1].Value)).Order(StringComparer.Ordinal).ToList();
        var opening = Repo.Product.Where(f => Opens().IsMatch(f.Code) && f.Path != Inside).Select(f => f.Name.Split('.')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(told, opening);
        Repo.None(Repo.Product.Where(f => f.Code.Contains(".SignInAsync(", StringComparison.Ordinal)).Select(f => f.Path).Except(["src/Croisee/People/SessionCookie.cs"]), "A session begins by Entrance, which ends the one before:");
    }

    /// <summary>What pages of accounts ask for: an address, a code, a name to be shown by, and what one was sent; of the demonstration, as whom.</summary>
    [Fact]
    public async Task Ask_for_nothing_that_one_must_remember()
    {
        string[] known = ["Email", "Code", "DisplayName", "Sealed", "Retour", "Back", "Id", "Token", "Person", "Form", "Accept", "Reason"];
        var asked = (await ScreenList.Read(place)).Where(s => s.View.StartsWith("/People/", StringComparison.Ordinal) || s.View == "/Site/Demo.cshtml").SelectMany(s => Asked(s.Model).Select(n => $"{s.Route}: {n}")).ToList();
        Assert.Contains("/connexion: Email", asked);
        Repo.None(asked.Where(a => !known.Contains(a.Split(": ")[1])), "Nothing is asked here that a relative, or a search, could answer:");
        Repo.None(Repo.Views.Where(v => v.Code.Contains("type=\"password\"", StringComparison.Ordinal)).Select(v => v.Path), "There is no password:");
    }

    static IEnumerable<string> Asked(Type model) => model.GetProperties().Where(p => p.GetCustomAttributes().Any(a => a is BindPropertyAttribute or FromFormAttribute))
        .SelectMany(p => p.Name == "Form" ? p.PropertyType.GetProperties().Where(f => f.SetMethod is { IsPublic: true }).Select(f => f.Name) : [p.Name]);

    [GeneratedRegex(@"\bentrance\.(Open|Again)\(|SessionCookie\.SignIn\(")] private static partial Regex Opens();
    [GeneratedRegex("`([A-Z]\\w+)`")] private static partial Regex Named();
}
