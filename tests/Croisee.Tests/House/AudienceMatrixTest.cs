using System.Net;
using Croisee.Jobs;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>
/// Every page × everyone × an object that is there, one of another organisation, one that is not (S01). Whoever may not read an object
/// cannot tell it from an absent one: same status, same length, same way out.
/// </summary>
public sealed partial class AudienceMatrixTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    sealed record Answer(HttpStatusCode Status, string Location, int Length);

    static bool HasHoles(ScreenLine screen) => screen.Route.Contains('{', StringComparison.Ordinal);
    /// <summary>Whether the object is everybody's, or a thing of an organisation that others must not see.</summary>
    static bool IsOpen(ScreenLine screen) => screen.Audience!.Audience is Audience.Public or Audience.Demo || SampleRoutes.Of(screen.Route).Sight is Sight.Everyone;

    TwoSides Sides => place.Sides;

    [Fact]
    public void Knows_what_fills_every_route() =>
        Repo.None(place.Unknown.Select(s => $"{s.Route} ({s.View})"),
            "Add the route to tests/Croisee.Tests/House/Samples/SampleRoutes.cs, with what fills its holes and who sees its object:");

    [Fact, Trait("kind", "slow")]
    public async Task Opens_to_those_who_may_read()
    {
        var faults = new List<string>();
        foreach (var (screen, viewer) in place.Screens.SelectMany(s => Sides.Own.Viewers.Where(v => s.Sees(v)).Select(v => (s, v))))
        {
            var answer = await Ask(viewer, Sides.Own.Side.PathOf(screen.Route));
            var opened = answer.Status is HttpStatusCode.OK || answer.Status is HttpStatusCode.Redirect && (IsOpen(screen) || !answer.Location.StartsWith("/connexion", StringComparison.Ordinal));
            if (!opened && screen.Route != "/erreur/{code:int}") faults.Add($"{screen.Route}: {viewer} gets {answer.Status} {answer.Location}{(answer.Status is HttpStatusCode.InternalServerError ? place.LastError : "")}");
        }
        Repo.None(faults, "These people should read these pages (or SampleRoutes says a wrong sight):");
    }

    [Fact, Trait("kind", "slow")]
    public async Task Asks_whoever_is_unknown_to_sign_in_or_to_give_a_code_whether_the_object_exists_or_not()
    {
        var faults = new List<string>();
        foreach (var screen in place.Screens.Where(s => !IsOpen(s)))
        {
            var expected = screen.Audience!.Audience is Audience.Author ? "/suivre" : "/connexion?retour=";
            foreach (var side in new[] { Sides.Own.Side, Sides.Absent })
            {
                var path = side.PathOf(screen.Route);
                var answer = await Ask(Sides.Own.Of(ViewerKind.Anonymous), path);
                var location = expected == "/suivre" ? expected : expected + Uri.EscapeDataString(path);
                if (answer is not { Status: HttpStatusCode.Redirect, Length: 0 } || answer.Location != location) faults.Add($"{path}: {answer}");
            }
        }
        Repo.None(faults, "Expected a redirect to sign in (or to give a code), the same for what exists and what does not:");
    }

    [Fact, Trait("kind", "slow")]
    public async Task Shows_those_who_may_not_read_the_same_as_if_nothing_were_there()
    {
        var faults = new List<string>();
        var hidden = place.Screens.Where(s => HasHoles(s) && !IsOpen(s));
        foreach (var (screen, viewer) in hidden.SelectMany(s => Sides.Own.Viewers.Where(v => !s.Sees(v)).Concat(Sides.Strangers.Where(v => !(SampleRoutes.Of(s.Route).Sight is Sight.Concerned && s.Sees(v)))).Select(v => (s, v))))
        {
            var (there, absent) = (await Ask(viewer, Sides.Own.Side.PathOf(screen.Route)), await Ask(viewer, Sides.Absent.PathOf(screen.Route)));
            if (viewer.Person is not null && screen.Audience!.Audience is not Audience.Author && there.Status is not HttpStatusCode.NotFound) faults.Add($"{screen.Route}: {viewer} gets {there.Status}, not 404");
            if (there.Status != absent.Status || there.Length != absent.Length || Outline(there.Location) != Outline(absent.Location)) faults.Add($"{screen.Route}: {viewer} tells {there} from {absent}");
        }
        Repo.None(faults, "What is not for somebody must look absent (S01):");
    }

    [Fact]
    public async Task Keeps_office_pages_without_an_object_from_those_without_the_role()
    {
        var faults = new List<string>();
        foreach (var (screen, viewer) in place.Screens.Where(s => !HasHoles(s) && s.Audience!.Audience is Audience.Office).SelectMany(s => Sides.Own.Viewers.Where(v => v.Person is not null && !s.Sees(v)).Select(v => (s, v))))
            if (await Ask(viewer, screen.Route) is var answer && answer.Status is not HttpStatusCode.NotFound) faults.Add($"{screen.Route}: {viewer} gets {answer.Status}");
        Repo.None(faults, "Expected 404:");
    }

    [Fact, Trait("kind", "slow")]
    public async Task Refuses_a_form_without_its_token_and_changes_nothing()
    {
        var faults = new List<string>();
        await JobsHaveRun();
        var before = await Rows();
        foreach (var screen in place.Screens.Where(s => s.Methods.Contains("POST", StringComparison.Ordinal) && s.Route != "/erreur/{code:int}"))
        {
            var viewer = Sides.Own.Viewers.First(v => screen.Sees(v));
            var path = Sides.Own.Side.PathOf(screen.Route);
            if ((await Ask(viewer, path)).Status is not HttpStatusCode.OK) continue;
            var answer = await Ask(viewer, path, HttpMethod.Post);
            if (answer.Status is not HttpStatusCode.BadRequest) faults.Add($"{screen.Route}: {viewer} posts without a token and gets {answer.Status} {answer.Location}");
            if (!IsOpen(screen) && await Ask(Sides.Own.Of(ViewerKind.Anonymous), path, HttpMethod.Post) is { Status: HttpStatusCode.OK or HttpStatusCode.Redirect } open) faults.Add($"{screen.Route}: an unknown visitor posts and gets {open.Status} {open.Location}");
        }
        var after = await Rows();
        faults.AddRange(after.Where(r => before[r.Key] != r.Value).Select(r => $"table {r.Key}: {before[r.Key]} rows, then {r.Value}"));
        Repo.None(faults, "A form without its token is a 400 and no effect:");
    }

    /// <summary>A page hidden is a form hidden: whoever sends it with a token of a page that is theirs learns and changes nothing (S01, S03).</summary>
    [Fact, Trait("kind", "slow")]
    public async Task Refuses_a_form_sent_with_a_good_token_to_what_is_not_for_them_as_if_nothing_were_there()
    {
        var faults = new List<string>();
        await JobsHaveRun();
        var before = await Rows();
        var forms = place.Screens.Where(s => s.Methods.Contains("POST", StringComparison.Ordinal) && HasHoles(s) && !IsOpen(s)).ToList();
        foreach (var (viewer, stranger) in Sides.Own.Viewers.Select(v => (v, false)).Concat(Sides.Strangers.Select(v => (v, true))))
        {
            using var browser = viewer.On(place);
            var token = (await browser.Open("/connexion")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var screen in forms.Where(s => !s.Sees(viewer) || stranger && SampleRoutes.Of(s.Route).Sight is not Sight.Concerned))
            {
                var (there, absent) = (await Send(browser, Sides.Own.Side.PathOf(screen.Route), token), await Send(browser, Sides.Absent.PathOf(screen.Route), token));
                if (viewer.Person is not null && screen.Audience!.Audience is not Audience.Author && there.Status is not HttpStatusCode.NotFound) faults.Add($"{screen.Route}: {viewer} posts and gets {there.Status} {there.Location}, not 404");
                if (there.Status != absent.Status || there.Length != absent.Length || Outline(there.Location) != Outline(absent.Location)) faults.Add($"{screen.Route}: {viewer} posts and tells {there} from {absent}");
            }
        }
        var after = await Rows();
        faults.AddRange(after.Where(r => before[r.Key] != r.Value).Select(r => $"table {r.Key}: {before[r.Key]} rows, then {r.Value}"));
        Repo.None(faults, "What is not for somebody takes nothing from them, and must look absent (S01):");
    }

    static async Task<Answer> Send(Browser browser, string path, string token)
    {
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Form.Reason"] = "Une raison bien écrite." }) });
        return new(response.StatusCode, response.Headers.Location?.ToString() ?? "", (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    /// <summary>Each job runs once soon after the start: one that opens a call between the two counts would be taken for an effect.</summary>
    async Task JobsHaveRun()
    {
        var jobs = place.App.Services.GetServices<JobDefinition>().Count();
        for (var tries = 0; await place.Db(db => db.JobRuns.CountAsync(r => r.EndedAt != null)) < jobs; tries++)
        {
            Assert.True(tries < 600, "The jobs did not all run.");
            await Task.Delay(100);
        }
    }

    async Task<Answer> Ask(Viewer viewer, string path, HttpMethod? method = null)
    {
        using var browser = viewer.On(place);
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (request.Method == HttpMethod.Post) request.Content = new FormUrlEncodedContent([]);
        using var response = await browser.Send(request);
        return new(response.StatusCode, response.Headers.Location?.ToString() ?? "", (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    /// <summary>An address without the name of the object: what is left must be the same.</summary>
    /// <summary>Whole parts of the address: a short code may be found inside another name by chance.</summary>
    string Outline(string location)
    {
        var things = Sides.Own.Side.Names.Concat(Sides.Absent.Names).ToLookup(n => Uri.EscapeDataString(n.Value), n => n.Key.ToString());
        return string.Concat(PartsOfAddress().Split(location).Select(part => things[part].FirstOrDefault() ?? part));
    }

    [System.Text.RegularExpressions.GeneratedRegex("(%2F|[/?&=])")] private static partial System.Text.RegularExpressions.Regex PartsOfAddress();

    Task<Dictionary<string, long>> Rows() => place.Db(async db =>
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Where(t => t is not "job_runs" and not "outgoing_mails" and not "refusals"))
#pragma warning disable EF1002 // The name comes from the model.
            rows[table] = await db.Database.SqlQueryRaw<long>($"select count(*) as \"Value\" from {table}").SingleAsync();
#pragma warning restore EF1002
        return rows;
    });
}
