using System.Text.RegularExpressions;
using Croisee.Ui;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Every page says who may enter, where it is, what it is called, and has one heading.</summary>
public sealed partial class PagesTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Declares_the_audience_of_every_page() =>
        Repo.None((await ScreenList.Read(place)).Where(s => s.Audience is null).Select(s => s.View), "Nobody may enter by oversight: put [Audience(Audience.…)] on the page model:");

    [Fact]
    public async Task Names_the_roles_that_open_an_office_page() =>
        Repo.None((await ScreenList.Read(place)).Where(s => s.Audience is { Audience: Croisee.People.Audience.Office, Roles.Count: 0 }).Select(s => s.View), "An office page without roles opens to nobody; name the roles in [Audience(Audience.Office, Role.…)]:");

    [Fact]
    public async Task Gives_every_page_a_plain_French_address()
    {
        var wrong = (await ScreenList.Read(place)).SelectMany(s =>
        {
            var declared = Declared().Match(Repo.Read("src/Croisee" + s.View)).Groups["route"].Value;
            var literals = s.Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => !p.Contains('{', StringComparison.Ordinal));
            return literals.Where(p => !Segment().IsMatch(p)).Select(p => $"{s.View}: « {p} » in {s.Route}").Concat(declared.StartsWith('/') ? [] : [$"{s.View}: no explicit route"]);
        });
        Repo.None(wrong, "Write @page \"/adresse-en-francais\": lower case, no accents, words joined by hyphens:");
    }

    [Fact]
    public async Task Answers_one_address_by_one_page() =>
        Repo.None((await ScreenList.Read(place)).GroupBy(s => s.Route).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(s => s.View))}"), "Two pages wait at one address:");

    [Fact]
    public async Task Knows_two_handlers_only() =>
        Repo.None((await ScreenList.Read(place)).SelectMany(s => s.Handlers.Where(h => h is not ("OnGet" or "OnPost" or "OnGetAsync" or "OnPostAsync")).Select(h => $"{s.View}: {h}")), "One act, one page: a second act is a second page:");

    /// <summary>Only a Screen is prepared, checked against forgery and shown again with what was typed.</summary>
    [Fact]
    public async Task Makes_every_page_that_takes_a_form_a_Screen() =>
        Repo.None((await ScreenList.Read(place)).Where(s => s.Methods.Contains("POST", StringComparison.Ordinal) && !typeof(Screen).IsAssignableFrom(s.Model) && s.View != "/Site/Error.cshtml").Select(s => s.View), "Derive the model from Screen:");

    [Fact]
    public async Task Titles_every_page_and_heads_it_once()
    {
        var wrong = (await ScreenList.Read(place)).SelectMany(s =>
        {
            var view = "src/Croisee" + s.View;
            var source = Repo.Read(view);
            if (!HasMarkup(source)) return [];
            var headings = Headings(view, []);
            return (source.Contains("ViewData[\"Title\"] =", StringComparison.Ordinal) ? Array.Empty<string>() : [$"{s.View}: no ViewData[\"Title\"]"])
                .Concat(headings == 1 ? [] : [$"{s.View}: {headings} h1 in the view and its partials"]);
        });
        Repo.None(wrong, "Each page says what one does there: @{ ViewData[\"Title\"] = L[\"…\"]; } and one <h1> (put a condition inside the heading, not around two):");
    }

    /// <summary>A page that only hands a file over has nothing to head.</summary>
    static bool HasMarkup(string source) => source.Split('\n').Any(l => l.TrimStart() is { Length: > 0 } line && line[0] != '@');

    static int Headings(string view, HashSet<string> seen)
    {
        if (!seen.Add(view) || !File.Exists(Path.Combine(Repo.Root, view))) return 0;
        var source = new SourceFile(view).Code;
        return Heading().Count(source) + Partial().Matches(source).Sum(m => Headings(PathOf(view, m.Groups["name"].Value), seen));
    }

    static string PathOf(string view, string name) => name.StartsWith('/') ? "src/Croisee" + name
        : Path.GetDirectoryName(view)!.Replace('\\', '/') + "/" + name + (name.EndsWith(".cshtml", StringComparison.Ordinal) ? "" : ".cshtml");

    [GeneratedRegex("^@page \"(?<route>[^\"]*)\"", RegexOptions.Multiline, 1000)] private static partial Regex Declared();
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z]+){0,2}$", RegexOptions.None, 1000)] private static partial Regex Segment();
    [GeneratedRegex("<h1[ >]", RegexOptions.None, 1000)] private static partial Regex Heading();
    [GeneratedRegex("<partial name=\"(?<name>[^\"@]+)\"", RegexOptions.None, 1000)] private static partial Regex Partial();
}
