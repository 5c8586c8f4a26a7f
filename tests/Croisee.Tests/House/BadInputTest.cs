using System.Net;
using AngleSharp.Dom;
using Croisee.Data;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>
/// Whatever is typed or forged, the answer is a page that says what to do: never a 500 (S05, S07, S34). What a person typed in a text field is
/// still there when the form is refused.
/// </summary>
public sealed class BadInputTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    static readonly string Long = new('é', 100_000);

    static readonly (string Name, string Value)[] Nasty =
    [
        ("empty", ""), ("spaces", "   \t "), ("emoji", "Bravo 👩🏽‍🦽🎉"), ("right to left", "مرحبا \u202Eoups\u202C"), ("zero width", "a\u200Bb\u2060c\uFEFF"),
        ("wrong type", "-99999999999999999999"), ("markup", "<script>alert(1)</script>'\"--"), ("NUL", "avant\0après"), ("lone surrogate", "\uD83D"), ("path", "../../../etc/passwd"),
    ];

    static readonly string[] OddWords = ["%0A", "%20", "%F0%9F%98%80", "%E2%80%AE", "..%2F..%2Fetc", "0", "-1", "99999999999", "'or'1'='1", new string('z', 5000), "%7Breference%7D", "ZZZZZZZZ"];

    static readonly string[] Queries =
    [
        "?q=" + new string('a', 6000), "?page=-1", "?page=99999999999999999999", "?page=abc", "?tri=%00", "?q=%F0%9F%98%80%E2%80%8B%E2%80%AE", "?q=%FF%FE", "?lecture=%00", "?lecture=nimporte&lecture=facile",
        "?retour=//ailleurs.example", "?raison=%0d%0aSet-Cookie:a=b", "?Form.Title=x&Form[0]=y&Form.Nom[999999]=z", "?id=%27%20or%201=1--", "?q=" + "%22%28".PadRight(600, '*'), "?a&&&=&=b&%", "?Code=999999999999",
    ];

    [Fact, Trait("kind", "slow")]
    public async Task Answers_every_page_with_odd_queries_in_words()
    {
        var faults = new List<string>();
        foreach (var screen in place.Screens.Where(s => s.Methods.Contains("GET", StringComparison.Ordinal) && s.Route != "/erreur/{code:int}"))
        {
            using var browser = place.Sides.Own.Viewers.First(v => screen.Sees(v)).On(place);
            var path = place.Sides.Own.Side.PathOf(screen.Route);
            foreach (var query in Queries)
            {
                using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path + query));
                if ((int)response.StatusCode >= 500) faults.Add($"{screen.Route}{query[..Math.Min(60, query.Length)]}: {(int)response.StatusCode} {place.LastError}");
                if (response.Headers.Location is { } away && away.ToString() is var to && (to.StartsWith("//", StringComparison.Ordinal) || to.StartsWith("http", StringComparison.Ordinal))) faults.Add($"{screen.Route}{query}: leads away to {to}");
            }
        }
        Repo.None(faults, "Read what comes from an address as text, and decide:");
    }

    /// <summary>« //ailleurs » is another site to a browser that is sent there (S06).</summary>
    [Fact]
    public async Task Sends_nobody_elsewhere_from_an_address_of_two_slashes()
    {
        using var browser = place.Browser();
        foreach (var path in new[] { "//ailleurs.example/?lecture=facile", "///ailleurs.example?lecture=courante&a=b", "//ailleurs.example/%2F?lecture=facile", "/%5Cailleurs.example/?lecture=facile" })
        {
            using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(place.Address.GetLeftPart(UriPartial.Authority) + path)));
            Assert.Equal((path, HttpStatusCode.Redirect), (path, response.StatusCode));
            Assert.Matches("^/[^/\\\\]", response.Headers.Location!.OriginalString);
        }
    }

    [Fact, Trait("kind", "slow")]
    public async Task Answers_every_address_with_odd_words_in_its_holes()
    {
        var faults = new List<string>();
        foreach (var screen in place.Screens.Where(s => s.Route.Contains('{', StringComparison.Ordinal)))
        {
            using var browser = place.Sides.Own.Viewers.First(v => screen.Sees(v)).On(place);
            foreach (var word in OddWords)
            {
                var path = string.Join('/', screen.Route.Split('/').Select(p => p.StartsWith('{') ? word : p));
                using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, path));
                if ((int)response.StatusCode >= 500) faults.Add($"{screen.Route} with {word[..Math.Min(20, word.Length)]}: {(int)response.StatusCode} {place.LastError}");
            }
        }
        Repo.None(faults, "What an address names may be anything, or nothing:");
    }

    [Fact, Trait("kind", "slow")]
    public async Task Answers_every_form_with_odd_values_in_words_and_keeps_what_was_typed()
    {
        var (faults, unseen, tried) = (new List<string>(), new List<string>(), 0);
        foreach (var screen in place.Screens.Where(s => s.Methods.Contains("POST", StringComparison.Ordinal) && s.Route != "/erreur/{code:int}").OrderBy(s => IsLast(s.Route)))
        {
            using var browser = place.Sides.Own.Viewers.First(v => screen.Sees(v)).On(place);
            var path = place.Sides.Own.Side.PathOf(screen.Route);
            var page = await browser.Open(path);
            if (FormOf(page) is not { } form) { unseen.Add(screen.Route); continue; }
            foreach (var (name, fields) in Sendings(form, place.Storage.Engine))
            {
                tried++;
                using var content = Content(fields);
                using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
                if ((int)response.StatusCode is >= 500 and not 503) faults.Add($"{screen.Route}, {name}: {(int)response.StatusCode} {place.LastError}");
                // An invitation serves once: the first sending accepted it, and there is no form left to keep anything in.
                if (response.StatusCode is HttpStatusCode.BadRequest && !screen.Route.StartsWith("/invitation/", StringComparison.Ordinal) && fields.Sum(f => f.Value.Length) < 600_000) faults.AddRange(Lost(await Page.Read(browser, path, response), form, fields).Select(f => $"{screen.Route}, {name}: {f}"));
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{tried} forms sent; no form seen at: {string.Join(' ', unseen)}");
        Repo.None(faults, "Whatever is sent, the answer is a page, with what was typed:");
        // Some pages show their form in one state of their object only: their room's tests go there.
        Assert.True(unseen.Count <= 14, "Too many pages showed no form: " + string.Join(' ', unseen));
    }

    /// <summary>Forms whose sending ends what the others need: the session, the draft, the account.</summary>
    static int IsLast(string route) => route switch
    {
        // Before the step that holds its sentence is emptied.
        "/deposer/fiche/{reference}/lisibilite/image/{numero:int}" => -1,
        // Before it is accepted.
        "/bureau/invitations/{id:guid}" => -1,
        "/deconnexion" or "/compte/fermer" or "/compte/sessions/fermer" or "/compte/sessions/{id:guid}/fermer" => 3,
        "/dossiers/{reference}/annuler" or "/dossiers/{reference}/effacer" or "/recherches/{reference}/effacer" or "/deposer/fiche/{reference}/effacer" or "/deposer/fiche/{reference}/quitter" or "/bureau/enquetes/{reference}/arreter" or "/groupes/{reference}/quitter" or "/deposer/fiche/{reference}/nouveau-code" or "/deliberations/{reference}/sans-suite" => 2,
        _ when route.EndsWith("/retrait", StringComparison.Ordinal) || route.EndsWith("/relire", StringComparison.Ordinal) || route.EndsWith("/fin", StringComparison.Ordinal) || route.EndsWith("/annuler", StringComparison.Ordinal) || route.EndsWith("/etape", StringComparison.Ordinal) || route.StartsWith("/bureau/invitations", StringComparison.Ordinal) => 1,
        _ => 0,
    };

    /// <summary>The form of the page that is sent to the page itself.</summary>
    static IElement? FormOf(Page page) => page.Status is not (HttpStatusCode.OK or HttpStatusCode.Gone) ? null : page.Document.QuerySelectorAll("main form").FirstOrDefault(f =>
        string.Equals(f.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase) && (f.GetAttribute("action") is not { Length: > 0 } action || action == page.Path));

    static IEnumerable<(string Name, List<KeyValuePair<string, string>> Fields)> Sendings(IElement form, Engine engine)
    {
        var names = form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(e => e.GetAttribute("type") != "file").Select(e => e.GetAttribute("name")!).Distinct().ToList();
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var fields = names.Where(n => n != "__RequestVerificationToken").ToList();
        List<KeyValuePair<string, string>> With(IEnumerable<KeyValuePair<string, string>> values) => [new("__RequestVerificationToken", token), .. values];
        // Refused ones first: a form that is accepted may close its own page. What is refused before any database is asked needs one engine only.
        if (engine is Engine.Sqlite) foreach (var refused in Before()) yield return refused;
        foreach (var (name, value) in Nasty) yield return (name, With(fields.Select(n => new KeyValuePair<string, string>(n, value))));
        yield return ("nothing", With([]));

        IEnumerable<(string, List<KeyValuePair<string, string>>)> Before()
        {
            yield return ("10,000 keys", With(Enumerable.Range(0, 10_000).Select(i => new KeyValuePair<string, string>($"Form.Cle[{i}]", "x"))));
            if (fields.Count > 0) yield return ("10 MB", With([new(fields[^1], new string('x', 10_000_000))]));
            yield return ("100,000 characters", With(fields.Select(n => new KeyValuePair<string, string>(n, Long))));
            yield return ("repeated", With(fields.SelectMany(n => Enumerable.Range(0, 20).Select(i => new KeyValuePair<string, string>(n, "valeur " + i)))));
            yield return ("no token", [.. fields.Select(n => new KeyValuePair<string, string>(n, "gardé"))]);
        }
    }

    static HttpContent Content(List<KeyValuePair<string, string>> fields) =>
        new StringContent(string.Join('&', fields.Select(f => WebUtility.UrlEncode(f.Key) + "=" + WebUtility.UrlEncode(f.Value))), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

    /// <summary>Text fields of a refused form that no longer hold what was sent. Codes are asked again on purpose.</summary>
    static IEnumerable<string> Lost(Page answer, IElement form, List<KeyValuePair<string, string>> sent)
    {
        foreach (var field in form.QuerySelectorAll("textarea[name], input[name][type=text], input[name][type=email], input[name]:not([type])").Where(f => f.GetAttribute("autocomplete") is not "one-time-code"))
        {
            var name = field.GetAttribute("name")!;
            var values = sent.Where(s => s.Key == name).Select(s => s.Value).ToList();
            if (values is not [{ Length: > 0 } typed] || string.IsNullOrWhiteSpace(typed) || typed.Contains('\0') || typed.Any(char.IsSurrogate) && typed.Length == 1) continue;
            var shown = answer.Document.QuerySelectorAll("textarea, input").FirstOrDefault(e => e.GetAttribute("name") == name);
            var kept = shown is null ? null : shown.LocalName == "textarea" ? shown.TextContent : shown.GetAttribute("value");
            if (kept?.Trim() != typed.Trim()) yield return $"{name} lost « {(typed.Length > 20 ? typed[..20] + "…" : typed)} »: {(kept is null ? "no field" : kept.Length > 40 ? kept[..40] + "…" : kept)} ({string.Join(" / ", answer.Errors.Take(2))})";
        }
    }
}
