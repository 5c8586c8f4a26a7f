using Xunit;

namespace Croisee.Tests.House;

/// <summary>What scripts of another site may read: the published data that anybody reads, the same for everybody, and nothing else (ASVS 3.4.2). And nothing changes by asking (3.5.3).</summary>
public sealed class CrossOriginTest(TwoSidesPlace place) : IClassFixture<TwoSidesPlace>
{
    const string Elsewhere = "https://ailleurs.example";

    /// <summary>The read API, the feeds and the catalogue: free data, without a person's own view of them.</summary>
    static readonly string[] Open = ["/api/v1/fiches", "/api/v1/fiches/{reference}", "/api/v1/openapi.json", "/api/v1/vocabulaires", "/api/v1/vocabulaires/{code}", "/donnees-ouvertes/catalogue/{format}", "/repertoire/flux/{format}"];

    static async Task<HttpResponseMessage> Ask(Browser browser, string path, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Add("Origin", Elsewhere);
        return await browser.Send(request);
    }

    static string[] Sharing(HttpResponseMessage response) => [.. response.Headers.Where(h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")];

    [Fact, Trait("kind", "slow")]
    public async Task Reads_the_open_data_and_no_other_page_whoever_is_signed_in()
    {
        var (faults, shared) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var screen in place.Screens.Where(s => s.Methods.Contains("GET", StringComparison.Ordinal)))
        {
            var path = place.Sides.Own.Side.PathOf(screen.Route);
            using var reader = place.Sides.Own.Viewers.First(v => screen.Sees(v)).On(place);
            using var response = await Ask(reader, path);
            var said = Sharing(response);
            if (Open.Contains(screen.Route) && said is ["Access-Control-Allow-Origin: *"])
            {
                shared.Add(screen.Route);
                using var known = place.Sides.Own.Of(ViewerKind.Instance).On(place);
                using var nobody = place.Browser();
                var (own, theirs) = (await (await Ask(known, path)).Content.ReadAsStringAsync(), await (await Ask(nobody, path)).Content.ReadAsStringAsync());
                if (own != theirs) faults.Add($"{screen.Route}: who administers reads something else than anybody");
            }
            else if (said.Length > 0) faults.Add($"{screen.Route}: {string.Join(" ", said)}");
        }
        Repo.None(faults, "Only what anybody reads may be read by another site:");
        Assert.Equal(Open.Order(StringComparer.Ordinal), shared.Order(StringComparer.Ordinal));
    }

    /// <summary>A browser asks first before it sends what a form cannot: nobody says yes.</summary>
    [Theory]
    [InlineData("/api/v1/fiches"), InlineData("/connexion"), InlineData("/compte"), InlineData("/"), InlineData("/nulle-part")]
    public async Task Is_given_no_leave_to_send_anything(string path)
    {
        using var browser = place.Browser();
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", Elsewhere);
        request.Headers.Add("Access-Control-Request-Method", "DELETE");
        request.Headers.Add("Access-Control-Request-Headers", "x-autre");
        using var response = await browser.Send(request);
        Assert.DoesNotContain(Sharing(response), s => s.StartsWith("Access-Control-Allow-Methods", StringComparison.OrdinalIgnoreCase) || s.StartsWith("Access-Control-Allow-Headers", StringComparison.OrdinalIgnoreCase) || s.StartsWith("Access-Control-Allow-Credentials", StringComparison.OrdinalIgnoreCase));
    }
}
