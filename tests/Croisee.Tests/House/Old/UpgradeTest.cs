using System.Net;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Whoever installed the first release upgrades by starting the new program: nothing is lost, every kind of page opens, work goes on.</summary>
[Trait("kind", "slow")]
public sealed class UpgradeTest(OldPlace place) : IClassFixture<OldPlace>
{
    const string HalfWritten = "moma-tivo-lavi-gujo-lunu-jovi-bege";

    /// <summary>On paper since the first release, which made their last syllable otherwise than today: drafts, then one of each state, then a published sheet.</summary>
    static readonly string[] Codes =
    [
        "keti-galu-sori-numu-vuko-rasu-fumu", HalfWritten, "valo-guze-diso-pogu-tudu-kafo-kete", "nija-lefu-gela-boru-nifi-jesu-punu", "vefu-mefi-ladu-lenu-vaka-puze-fasa", "beze-gobi-jiju-bega-kije-jipi-tije",
        "lute-rebi-kuze-fugo-lera-nake-dugo", "ruko-ganu-kema-tine-fimu-nivu-keli", "fibe-giga-mafo-babo-kimi-fuvi-busi", "tufu-voko-jiki-nimo-lise-jama-lari",
    ];

    static readonly string[] People = ["Solène, administration", "Mathilde, organisation des appels", "Karim, modération", "Gaspard, coordonnées", "Nadia, habitante"];

    /// <summary>What an old instance must at least let one see.</summary>
    static readonly string[] Visited =
    [
        "/", "/appels/{slug}", "/bureau/appels/{slug}/recus", "/bureau/bilan", "/bureau/courriels", "/bureau/experiences/{reference}", "/bureau/journal", "/bureau/structures/{reference}", "/cadre", "/deliberations/{reference}",
        "/deliberations/{reference}/resultat", "/deposer/fiche/{reference}", "/deposer/fiche/{reference}/origine", "/deposer/fiche/{reference}/relire", "/experiences/{reference}", "/experiences/{reference}/versions", "/groupes/{reference}", "/groupes/{reference}/accords",
        "/groupes/{reference}/tableau", "/lectures/{experience}", "/repertoire", "/repertoire/carte", "/suivre/fiche/{reference}",
    ];

    [Fact]
    public void Applies_what_the_old_instance_lacked() => Assert.Empty(Schema.Status(place.Storage).Missing);

    [Fact]
    public async Task Keeps_what_the_old_instance_held()
    {
        var old = Regex.Matches(Repo.Read("tests/Croisee.Tests/House/Old/rows.sql"), "^insert into (?<table>\\w+) ", RegexOptions.Multiline).CountBy(m => m.Groups["table"].Value).ToDictionary();
        Assert.Equal(old["experiences"], await place.Db(db => db.Experiences.CountAsync()));
        Assert.Equal(old["persons"], await place.Db(db => db.Persons.CountAsync()));
        Assert.Equal(old["sheets"], await place.Db(db => db.Sheets.CountAsync()));
        Assert.Equal(old["ballots"], await place.Db(db => db.Set<Croisee.Deliberation.Ballot>().CountAsync()));
        // A settlement made before proposals were kept has its proposal.
        Assert.Equal(old["settlements"], await place.Db(db => db.Set<Settlement>().CountAsync(s => s.Proposals.Any(p => p.Reason == s.Reason))));
    }

    [Fact]
    public async Task Opens_every_kind_of_page()
    {
        var routes = (await ScreenList.Read(place)).Where(s => s.Methods.Contains("GET", StringComparison.Ordinal)).OrderBy(s => s.Route.Count(c => c == '{'))
            .Select(s => (s.Route, IsPublic: s.Audience!.Audience is Audience.Public, Shape: new Regex("^" + Regex.Replace(s.Route, @"\{[^}]*\}", "[^/]+") + "$"))).ToList();
        // What anybody reads is read once.
        var (read, been) = (new HashSet<string>(), new HashSet<(string, string)>());
        string? KindOf(string path) => routes.FirstOrDefault(r => r.Shape.IsMatch(path)) is { Route: { } route } found && (!found.IsPublic || read.Add(path)) ? route : null;
        var (visited, faults) = (new HashSet<string>(), new List<string>());
        await foreach (var (browser, first, who) in Walkers())
            using (browser)
            {
                var (theirs, waiting) = (new Dictionary<string, int>(), new Queue<string>([first, "/plan-du-site"]));
                while (waiting.TryDequeue(out var path))
                {
                    // Two of each kind: a question that is open and one that is closed.
                    if (!been.Add((who, path)) || KindOf(path) is not { } kind || (theirs[kind] = theirs.GetValueOrDefault(kind) + 1) > 2) continue;
                    var page = await browser.Open(path);
                    if (page.Status is HttpStatusCode.OK) visited.Add(kind);
                    if ((int)page.Status >= 500) faults.Add($"{who}: {path}: {(int)page.Status} {place.LastError}");
                    foreach (var link in page.Document.QuerySelectorAll("a[href^='/']")) waiting.Enqueue(link.GetAttribute("href")!.Split('#', '?')[0]);
                }
            }
        TestContext.Current.TestOutputHelper?.WriteLine($"{visited.Count} kinds of page");
        Repo.None(faults, "On an upgraded instance:");
        Repo.None(Visited.Except(visited), "No link of an upgraded instance led there:");
    }

    /// <summary>A reader without account, people of each kind that the old demonstration shows, and each private code it tells.</summary>
    async IAsyncEnumerable<(Browser, string, string)> Walkers()
    {
        yield return (place.Browser(), "/", "anybody");
        foreach (var name in People)
        {
            var browser = place.Browser();
            yield return (browser, (await (await browser.Open("/demo")).Form($"Entrer comme {name}").Send()).Path, name);
        }
        foreach (var code in Codes)
        {
            var browser = place.Browser();
            yield return (browser, (await Entered(browser, code)).Path, code);
        }
    }

    async Task<Page> Entered(Browser browser, string code)
    {
        var opened = await (await browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", code).Send();
        Assert.True(opened.Status is HttpStatusCode.OK, $"The code {code} was given by the first release and must open: {string.Join(' ', opened.Errors)}");
        return opened;
    }

    [Fact]
    public async Task Lets_a_draft_of_the_old_instance_go_on()
    {
        using var browser = place.Browser();
        var draft = await Entered(browser, HalfWritten);
        var step = await browser.Open(draft.Path + "/essentiel");
        var saved = await step.Form("Enregistrer et continuer").Send();
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Empty(saved.Errors);
    }
}
