using System.Net;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>A session found open is not enough for what docs/security.md lists: who acts proves it again, and what was written meanwhile is not lost (S31).</summary>
public sealed partial class FreshProofTest(FreshProofTest.OldSessions place) : IClassFixture<FreshProofTest.OldSessions>
{
    const string Words = "Des mots déjà écrits";

    /// <summary>Pages that ask for the proof, and whether somebody may have written there.</summary>
    static readonly Dictionary<string, bool> Sensitive = new()
    {
        ["/bureau/comptes/connexions"] = true,
        ["/bureau/comptes/rendre"] = true,
        ["/bureau/comptes/suspendre"] = true,
        ["/bureau/enquetes/{reference}/salle/entrer"] = true,
        ["/bureau/experiences/{reference}/contact"] = true,
        ["/bureau/publication/{reference}/retrait"] = true,
        ["/bureau/roles/{id:guid}/second-facteur"] = true,
        ["/deliberations/{reference}/etape"] = true,
        ["/deliberations/{reference}/sans-suite"] = true,
        ["/compte/adresse"] = false,
        ["/compte/adresse/code"] = false,
        ["/compte/fermer"] = false,
        ["/compte/second-facteur/codes"] = false,
    };

    /// <summary>Pages that ask for it of some persons only, and whose own tests try both: <c>SecondFactorTest</c>, <c>OfficeTest</c>.</summary>
    static readonly string[] OfSome = ["/bureau/invitations/{id:guid}", "/bureau/structures/{reference}/inviter", "/compte/second-facteur"];

    /// <summary>Everybody of one organisation, with a second factor that they passed an hour ago.</summary>
    public sealed class OldSessions : RoamingPlace
    {
        internal Samples Sample { get; private set; } = null!;
        internal IReadOnlyList<ScreenLine> Screens { get; private set; } = [];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Sample = await new Samples(this, "la Maison A").Build();
            Screens = [.. (await ScreenList.Read(this)).Where(s => Sensitive.ContainsKey(s.Route))];
        }

        public Task Age() => Db(db =>
        {
            var (now, before) = (Clock.UtcNow(), Clock.UtcNow().AddHours(-1));
            return db.Write(d => d.Persons.ExecuteUpdate(s => s.SetProperty(p => p.TotpSince, before)) + d.Sessions.ExecuteUpdate(s => s.SetProperty(x => x.SecondFactorAt, before).SetProperty(x => x.SeenAt, now)));
        });
    }

    [GeneratedRegex(@"^\| (?<pages>`/[^|]+) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [GeneratedRegex("`(/[^`]+)`")]
    private static partial Regex Route { get; }

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex PageLine { get; }

    /// <summary>The document's table, the code that asks, and what is tried below are one list.</summary>
    [Fact]
    public void Is_asked_where_the_document_says_and_nowhere_else()
    {
        var tried = Sensitive.Keys.Concat(OfSome).Order(StringComparer.Ordinal).ToList();
        var told = Row.Matches(Repo.Read("docs/security.md")).SelectMany(row => Route.Matches(row.Groups["pages"].Value)).Select(r => r.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(tried, told);
        var asking = Repo.Files("src", "*.cshtml.cs").Where(f => Repo.Read(f) is var code && (code.Contains(".AskProof(", StringComparison.Ordinal) || code.Contains(".ProofPath(", StringComparison.Ordinal)));
        Assert.Equal(tried, asking.Select(f => PageLine.Match(Repo.Read(f[..^".cs".Length])).Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Is_asked_of_an_old_session_and_keeps_what_was_written()
    {
        Assert.Equal(Sensitive.Keys.Order(StringComparer.Ordinal), place.Screens.Select(s => s.Route).Order(StringComparer.Ordinal));
        var lines = place.Screens.Select(s => (s.Route, Path: place.Sample.Side.PathOf(s.Route), Viewer: place.Sample.Viewers.First(v => v.Person is not null && s.Sees(v)))).ToList();
        foreach (var (route, path, viewer) in lines.Where(l => Sensitive[l.Route])) Assert.Equal((route, HttpStatusCode.OK), (route, (await Get(viewer, path)).StatusCode));
        await place.Age();
        var acts = await Acts();
        foreach (var (route, path, viewer) in lines)
        {
            var proof = "/connexion/second-facteur?retour=" + Uri.EscapeDataString(path);
            Assert.Equal((route, proof), (route, (await Get(viewer, path)).Headers.Location?.ToString()));
            using var browser = viewer.On(place);
            using var sent = await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.Reason"] = Words }) });
            if (!Sensitive[route]) { Assert.Equal((route, proof), (route, sent.Headers.Location?.ToString())); continue; }
            Assert.Equal((route, HttpStatusCode.Unauthorized), (route, sent.StatusCode));
            var kept = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
            Assert.Contains(Words, kept);
            Assert.Contains(proof, kept);
        }
        Assert.Equal(acts, await Acts());
    }

    /// <summary>What persons did; the clockwork goes on meanwhile.</summary>
    Task<List<string>> Acts() => place.Db(db => db.Set<Journal.JournalEntry>().Where(e => e.ActorKind != Journal.ActorKind.System).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync());

    async Task<HttpResponseMessage> Get(Viewer viewer, string path)
    {
        using var browser = viewer.On(place);
        return await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
    }
}
