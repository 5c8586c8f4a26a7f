using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Whatever goes wrong under /api, a program is told as the interface tells (RFC 9457): also where there is no address, and when the fault is ours.</summary>
public sealed class ApiErrorsTest(Place place) : IClassFixture<Place>
{
    static async Task<(HttpResponseMessage Response, JsonNode Body)> Ask(Place place, string path, HttpMethod method)
    {
        using var browser = place.Browser();
        var response = await browser.Send(new(method, path));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (response, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    [Theory]
    [InlineData("/api"), InlineData("/api/v1"), InlineData("/api/v1/nimporte"), InlineData("/api/v1/fiches/abcdefgh/y"), InlineData("/api/v2/fiches"), InlineData("/API/v1/rien")]
    public async Task Has_nothing_elsewhere(string path)
    {
        var (response, body) = await Ask(place, path, HttpMethod.Get);
        Assert.Equal((HttpStatusCode.NotFound, 404, path), (response.StatusCode, (int)body["status"]!, (string)body["instance"]!));
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var guide = await place.Browser().Open("/donnees-ouvertes/api");
        Assert.NotNull(guide.Document.GetElementById(((string)body["type"]!).Split('#')[1]));
    }

    [Theory]
    [InlineData("POST", "/api/v1/fiches"), InlineData("PUT", "/api/v1/fiches/abcdefgh"), InlineData("DELETE", "/api/v1/vocabulaires/V-DEGRE"), InlineData("POST", "/api/v1/openapi.json")]
    public async Task Is_only_read(string method, string path)
    {
        var (response, body) = await Ask(place, path, new HttpMethod(method));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "Read only"), (response.StatusCode, (string)body["title_en"]!));
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task Says_its_own_faults_with_a_number_and_nothing_of_the_inside()
    {
        await using var broken = new Place();
        await broken.InitializeAsync();
        await broken.Db(db => db.Write(d => d.Database.ExecuteSqlRaw("alter table sheets rename to sheets_away")));
        var (response, body) = await Ask(broken, "/api/v1/fiches/abcdefgh", HttpMethod.Get);
        Assert.Equal((HttpStatusCode.InternalServerError, "/api/v1/fiches/abcdefgh"), (response.StatusCode, (string)body["instance"]!));
        Assert.Contains("Numéro à donner", (string)body["detail"]!);
        Assert.DoesNotContain("sheets", body.ToJsonString());
        Assert.EndsWith("#erreur-panne", (string)body["type"]!);
    }

    /// <summary>A page that is no part of the interface stays a page.</summary>
    [Fact]
    public async Task Leaves_the_other_addresses_their_page() => Assert.Equal("Cette page n’existe pas, ou n’est pas pour vous", (await place.Browser().Open("/apicole")).Heading);
}
