using System.Diagnostics;
using Croisee.Data;
using Croisee.Jobs;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Alone in the process: what other tests do would be counted as the work of a page.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>What an anonymous visitor may make the machine do: no page costs much, whatever the library holds.</summary>
[Collection(Alone.Name), Trait("kind", "slow")]
public sealed class WorkTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    const int Sheets = 300;
    /// <summary>200 ms of processor is what a page may cost (S35); five times as much on a machine of which nothing is known.</summary>
    static readonly TimeSpan Most = TimeSpan.FromSeconds(1);
    /// <summary>Paper is made one at a time and kept (PaperShelf).</summary>
    static bool IsPaper(string route) => route.EndsWith("/pdf", StringComparison.Ordinal);

    [Fact]
    public async Task No_public_page_costs_more_than_a_moment_of_processor()
    {
        var call = await place.Given.AnOpenCall();
        var collection = new Croisee.Library.Collections.Collection(Guid.CreateVersion7(), place.Sides.Own.Of(ViewerKind.Instance).Person!.Id, "Un gros dossier", null, Clock.UtcNow(place.Clock));
        var all = new List<Guid>();
        for (var i = 0; i < Sheets; i++)
        {
            var n = i;
            all.Add((await place.Given.APublishedSheet(call, $"Une expérience parmi d’autres, numéro {n}", a => Tell(a, n))).Id);
        }
        collection.Add([.. all.Take(Croisee.Library.Collections.Collection.SheetsMax)], Clock.UtcNow(place.Clock));
        collection.Publish(place.Sides.Own.Organisation.Id, Clock.UtcNow(place.Clock));
        await place.Given.Added(collection);
        var side = new Side(new Dictionary<Thing, string>(place.Sides.Own.Side.Names) { [Thing.Collection] = collection.Reference });
        await JobsHaveRun();

        var costs = new List<(string Route, TimeSpan Cost)>();
        var routes = place.Screens.Where(s => s.Audience!.Audience is Audience.Public && s.Methods.Contains("GET", StringComparison.Ordinal) && !IsPaper(s.Route)).Select(s => (s.Route, Path: side.PathOf(s.Route)));
        foreach (var (route, path) in routes.Concat(Costly.Select(c => (c, c))))
        {
            var cost = TimeSpan.MaxValue;
            // The first asking compiles; each next one is another address, so that nothing kept answers.
            for (var asked = 0; asked < 3; asked++)
            {
                var spent = await Cost($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}utm_essai={asked}");
                if (asked > 0 && spent < cost) cost = spent;
            }
            costs.Add((route.Length > 90 ? route[..90] : route, cost));
        }
        var worst = costs.OrderByDescending(c => c.Cost).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', worst.Take(12).Select(c => $"{c.Cost.TotalMilliseconds,8:0.0} ms  {c.Route}")));
        Repo.None(worst.Where(c => c.Cost > Most).Select(c => $"{c.Route}: {c.Cost.TotalMilliseconds:0} ms"), "An anonymous visitor makes the processor work too long at:");
    }

    /// <summary>What somebody unkind would ask for.</summary>
    static readonly string[] Costly =
    [
        "/repertoire?q=" + string.Join('+', Enumerable.Range(0, 400).Select(i => "a" + i)), "/repertoire?q=e", "/repertoire?page=50000", "/repertoire?voir=annee&" + string.Join('&', Enumerable.Range(1900, 190).Select(y => "annee=" + y)),
        "/repertoire/carte?lignes=public&colonnes=activite", "/repertoire/carte?lignes=levier&colonnes=frein&q=une", "/repertoire/freins-et-leviers?q=une", "/repertoire/survie?par=contexte", "/api/v1/fiches?combien=100",
    ];

    static void Tell(Croisee.Experiences.Answers.Account a, int n)
    {
        a.Origin.Story = string.Join("\n\n", Enumerable.Repeat($"Tout a commencé par la réunion numéro {n}, où chacun a parlé à son tour.", 12));
        (a.Setting.StartMonth, a.Structure.OrganisationName) = ($"{2005 + n % 20}-03", $"Maison numéro {n % 40}");
        a.Changes.Brakes = [Croisee.Framework.Vocabularies.Get("V-FREIN").Terms[n % 7].Code];
        a.Changes.Levers = [Croisee.Framework.Vocabularies.Get("V-LEVIER").Terms[n % 5].Code];
    }

    async Task<TimeSpan> Cost(string path)
    {
        using var browser = place.Browser();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
        await response.Content.ReadAsByteArrayAsync();
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    async Task JobsHaveRun()
    {
        var jobs = place.App.Services.GetServices<JobDefinition>().Count();
        for (var tries = 0; await place.Db(db => db.JobRuns.CountAsync(r => r.EndedAt != null)) < jobs; tries++)
        {
            Assert.True(tries < 600, "The jobs did not all run.");
            await Task.Delay(100);
        }
    }
}
