using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>The same strict headers on every answer, whatever it is; nothing is kept by a browser unless it is a file that never changes.</summary>
public sealed partial class HeadersTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    const string CspName = "Content-Security-Policy", StyledPage = "/repondre/{code}/questions";
    const string Csp = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    const string FileCsp = "default-src 'none'; sandbox; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

    static readonly Dictionary<string, string> Always = new()
    {
        [CspName] = Csp,
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "same-origin",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()",
        ["X-Frame-Options"] = "DENY",
    };

    /// <summary>Answers that are stricter than the rest, and why.</summary>
    static readonly Dictionary<string, (string Header, string Value)[]> Stricter = new()
    {
        ["/suivre/{code}"] = [("Referrer-Policy", "no-referrer")], // The address holds the code.
        ["/nouvelles/{code}"] = [("Referrer-Policy", "no-referrer")], // The address holds the code.
        ["/fichiers/{id:guid}"] = [(CspName, FileCsp), ("Referrer-Policy", "no-referrer")], // Somebody else's content.
        ["/sons/{id:guid}"] = [(CspName, FileCsp)], // Made by a person, played and never run.
    };

    /// <summary>What a browser may keep, the sheet, its feeds and the read API: it asks again each time, so that what is withdrawn is gone at once.</summary>
    static readonly HashSet<string> Revalidated = ["/experiences/{reference}", "/repertoire/flux/{format}", "/api/v1/fiches", "/api/v1/fiches/{reference}", "/api/v1/vocabulaires", "/api/v1/vocabulaires/{code}", "/api/v1/openapi.json"];
    /// <summary>What never changes under its address.</summary>
    static readonly HashSet<string> KeptForGood = ["/sons/{id:guid}"];
    const string ForGood = "public, max-age=31536000, immutable";
    const string AskedAgain = "no-cache, private";

    [Fact, Trait("kind", "slow")]
    public async Task Come_with_every_page_for_a_stranger_and_for_its_readers()
    {
        var faults = new List<string>();
        foreach (var screen in place.Screens)
            foreach (var viewer in place.Sides.Own.Viewers.Where(v => screen.Sees(v)).Take(1).Append(place.Sides.Own.Of(ViewerKind.Anonymous)))
                faults.AddRange(Faults(screen.Route, await Ask(viewer, place.Sides.Own.Side.PathOf(screen.Route))));
        Repo.None(faults, "Every answer carries the strict headers:");
        var listed = Stricter.SelectMany(s => s.Value.Select(v => $"{s.Key} {v.Header}")).Concat(Revalidated.Concat(KeptForGood).Select(r => r + " Cache-Control")).Append(StyledPage + " " + CspName);
        Repo.None(listed.Except(needed), "No answer needs these exceptions any more, take them out:");
    }

    [Theory]
    [InlineData("/nulle-part", 404)]
    [InlineData("/repertoire/../../etc/passwd", 404)]
    [InlineData("/erreur/500", 500)]
    [InlineData("/experiences/%0A", 404)]
    [InlineData("/css/nulle-part.css", 404)]
    public async Task Come_with_every_error(string path, int status)
    {
        var response = await Ask(place.Sides.Own.Of(ViewerKind.Anonymous), path);
        Repo.None(Faults(path, response), "An error carries the strict headers too:");
        Assert.True((int)response.StatusCode == status || response.StatusCode is HttpStatusCode.BadRequest, $"{path}: {response.StatusCode} {place.LastError}");
    }

    [Fact]
    public async Task Come_with_the_style_sheet_that_a_browser_may_keep()
    {
        using var browser = place.Browser();
        var sheet = (await browser.Open("/")).Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var response = await Ask(place.Sides.Own.Of(ViewerKind.Anonymous), sheet);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        foreach (var (name, value) in Always) Assert.Equal(value, Of(response, name));
        Assert.DoesNotContain("no-store", Of(response, "Cache-Control"));
    }

    [Fact]
    public async Task Come_with_a_form_that_is_refused()
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Post, "/connexion") { Content = new FormUrlEncodedContent([]) });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Repo.None(Faults("/connexion", response), "A refusal carries the strict headers too:");
    }

    /// <summary>An exception that some answer was seen to need.</summary>
    readonly HashSet<string> needed = [];

    IEnumerable<string> Faults(string route, HttpResponseMessage response)
    {
        foreach (var (name, value) in Always)
        {
            var told = Of(response, name);
            if (told == value) continue;
            var own = Stricter.GetValueOrDefault(route)?.FirstOrDefault(s => s.Header == name).Value;
            // One page bears its own sheet, named by its hash (docs/decisions/0114).
            if (told != own && (route != StyledPage || OneStyle().Replace(told, "") != value)) yield return $"{route} ({(int)response.StatusCode}): {name}: {told}";
            else needed.Add($"{route} {name}");
        }
        // Where something stricter is due, it is there whenever the page answers.
        foreach (var (name, own) in response.IsSuccessStatusCode ? Stricter.GetValueOrDefault(route) ?? [] : [])
            if (Of(response, name) != own) yield return $"{route} ({(int)response.StatusCode}): {name}: {Of(response, name)}";
        var kept = Of(response, "Cache-Control");
        var may = response.IsSuccessStatusCode && KeptForGood.Contains(route) ? kept == ForGood : kept == AskedAgain && Revalidated.Contains(route);
        if (may) needed.Add(route + " Cache-Control");
        else if (!kept.Contains("no-store", StringComparison.Ordinal)) yield return $"{route} ({(int)response.StatusCode}): Cache-Control: {kept}";
        foreach (var teller in new[] { "Server", "X-Powered-By", "X-AspNet-Version" })
            if (response.Headers.Contains(teller)) yield return $"{route}: tells {teller}";
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
            foreach (var cookie in cookies)
                if (!Regex.IsMatch(cookie, "^__Host-", RegexOptions.None, TimeSpan.FromSeconds(1)) || !cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) || !cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase) || !cookie.Contains("; path=/", StringComparison.OrdinalIgnoreCase) || !SameSite().IsMatch(cookie))
                    yield return $"{route}: Set-Cookie: {cookie.Split('=')[0]}={string.Join(';', cookie.Split(';').Skip(1))}";
    }

    /// <summary>Of ours alone: a form that another site sends carries none of them.</summary>
    [GeneratedRegex("; samesite=(lax|strict)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SameSite();

    [GeneratedRegex("(?<=style-src 'self') 'sha256-[A-Za-z0-9+/]{43}='", RegexOptions.None, 1000)]
    private static partial Regex OneStyle();

    static string Of(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) || response.Content.Headers.TryGetValues(header, out values) ? string.Join(", ", values) : "";

    async Task<HttpResponseMessage> Ask(Viewer viewer, string path)
    {
        using var browser = viewer.On(place);
        return await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
    }
}
