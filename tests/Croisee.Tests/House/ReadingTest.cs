using System.Net;
using System.Text;
using System.Text.Json;
using Croisee.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Every page, as it is read: it says what it is and is that (ASVS 4.1.1), changes nothing (3.5.3, S24), and shows the way out to who is signed in (7.4.4).</summary>
public sealed class ReadingTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    IEnumerable<(ScreenLine Screen, Viewer Viewer)> Readers => place.Screens.Where(s => s.Methods.Contains("GET", StringComparison.Ordinal))
        .SelectMany(s => place.Sides.Own.Viewers.Where(v => s.Sees(v)).Take(1).Append(place.Sides.Own.Of(ViewerKind.Anonymous)).Select(v => (s, v)));

    [Fact, Trait("kind", "slow")]
    public async Task Is_told_what_each_answer_is_and_in_which_letters()
    {
        var (faults, kinds) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (screen, viewer) in Readers)
        {
            using var browser = viewer.On(place);
            using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, place.Sides.Own.Side.PathOf(screen.Route)));
            var bytes = await response.Content.ReadAsByteArrayAsync();
            if (bytes.Length == 0) continue;
            var type = response.Content.Headers.ContentType;
            if (type?.MediaType is not { } kind) { faults.Add($"{screen.Route}: says nothing"); continue; }
            kinds.Add(kind);
            var isText = kind.StartsWith("text/", StringComparison.Ordinal) || kind.EndsWith("xml", StringComparison.Ordinal);
            if (isText && !string.Equals(type.CharSet?.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase)) faults.Add($"{screen.Route}: {type}");
            if (Fault(kind, bytes) is { } fault) faults.Add($"{screen.Route}: {kind}, {fault}");
        }
        Repo.None(faults, "Each answer says what it is, with charset=utf-8 for texts:");
        foreach (var kind in new[] { "text/html", "application/json", "application/pdf", "text/csv" }) Assert.Contains(kind, kinds);
    }

    static string? Fault(string kind, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        var begins = Encoding.Latin1.GetString(bytes[..Math.Min(60, bytes.Length)]).TrimStart();
        bool Starts(params string[] signs) => signs.Any(s => begins.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        return kind switch
        {
            "text/html" => Starts("<!doctype html") ? null : begins,
            "application/pdf" => Starts("%PDF-") ? null : begins,
            "image/svg+xml" => Starts("<svg", "<?xml") ? null : begins,
            "image/png" => begins.StartsWith("\u0089PNG", StringComparison.Ordinal) ? null : begins,
            _ when kind.EndsWith("json", StringComparison.Ordinal) => IsJson(bytes) ? null : begins,
            _ when kind.EndsWith("xml", StringComparison.Ordinal) => Starts("<") ? null : begins,
            _ when kind.Contains("officedocument", StringComparison.Ordinal) || kind.Contains("opendocument", StringComparison.Ordinal) || kind.EndsWith("/zip", StringComparison.Ordinal) => Starts("PK") ? null : begins,
            _ => null,
        };
    }

    static bool IsJson(byte[] bytes)
    {
        try { using var _ = JsonDocument.Parse(bytes); return true; }
        catch (JsonException) { return false; }
    }

    /// <summary>Who reads a register of readings is written there: that is what it is for.</summary>
    [Fact, Trait("kind", "slow")]
    public async Task Changes_nothing()
    {
        for (var tries = 0; await place.Db(db => db.JobRuns.CountAsync(r => r.EndedAt != null)) < place.App.Services.GetServices<JobDefinition>().Count(); tries++)
        {
            Assert.True(tries < 600, "The jobs did not all run.");
            await Task.Delay(100);
        }
        var faults = new List<string>();
        var before = await Rows();
        foreach (var (screen, viewer) in Readers)
        {
            using var browser = viewer.On(place);
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var response = await browser.Send(new HttpRequestMessage(method, place.Sides.Own.Side.PathOf(screen.Route)));
                await response.Content.ReadAsByteArrayAsync();
            }
            var after = await Rows();
            faults.AddRange(after.Where(r => before[r.Key] != r.Value).Select(r => $"{screen.Route} ({viewer}): {r.Key}, {before[r.Key]} rows, then {r.Value}"));
            before = after;
        }
        Repo.None(faults, "To read is to change nothing: send a form:");
    }

    Task<Dictionary<string, long>> Rows() => place.Db(async db =>
    {
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Where(t => t is not "job_runs" and not "outgoing_mails" and not "refusals").ToList();
#pragma warning disable EF1002 // The names come from the model.
        var rows = await db.Database.SqlQueryRaw<string>(string.Join(" union all ", tables.Select(t => $"select '{t} ' || count(*) as \"Value\" from {t}"))).ToListAsync();
#pragma warning restore EF1002
        return rows.Select(r => r.Split(' ')).ToDictionary(r => r[0], r => long.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
    });

    /// <summary>Every page that one must be signed in for shows the way out, on a wide screen and in a telephone's menu (ASVS 7.4.4). Pages made to be printed, or shown whole on a shared tablet, have no header.</summary>
    [Fact, Trait("kind", "slow")]
    public async Task Leaves_by_a_link_of_every_page_that_asks_who_one_is()
    {
        var (faults, looked) = (new List<string>(), 0);
        foreach (var screen in place.Screens.Where(s => s.Audience!.Audience is Croisee.People.Audience.Person or Croisee.People.Audience.Member or Croisee.People.Audience.Office))
        {
            using var browser = place.Sides.Own.Viewers.First(v => v.Person is not null && screen.Sees(v)).On(place);
            var page = await browser.Open(place.Sides.Own.Side.PathOf(screen.Route));
            if (page.Status is not HttpStatusCode.OK || page.Response.Content.Headers.ContentType?.MediaType != "text/html" || page.Document.QuerySelector("header.top") is not { } header) continue;
            looked++;
            if (header.QuerySelector(".modes a[href='/deconnexion']") is null || header.QuerySelector(".menu a[href='/deconnexion']") is null) faults.Add(screen.Route);
        }
        Repo.None(faults, "The way out is in the header (People/_Visitor.cshtml):");
        Assert.True(looked > 100, $"{looked} pages with a header.");
    }
}
