using System.Net;
using Croisee.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>A place behind a server that ends TLS: it believes that server, and nobody who writes the same headers.</summary>
public class ProxiedPlace : Place
{
    protected virtual string Proxies => "192.0.2.0/24, 127.0.0.1, ::1";
    protected override void Tweak(WebApplicationBuilder builder)
    {
        builder.Configuration["CROISEE_PROXIES"] = Proxies;
        builder.Configuration["CROISEE_TRIES_PER_NETWORK"] = "3";
    }
}

public sealed class StrangelyProxiedPlace : ProxiedPlace
{
    protected override string Proxies => "192.0.2.0/24";
}

public sealed class ProxiesTest(ProxiedPlace place, StrangelyProxiedPlace strange) : IClassFixture<ProxiedPlace>, IClassFixture<StrangelyProxiedPlace>
{
    static async Task<(HttpStatusCode Status, bool Hsts)> Ask(Place at, string from, string scheme = "https")
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = at.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/suivre") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Add("X-Forwarded-Proto", scheme);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Believes_the_proxy_it_was_told_of_each_visitor_has_a_network_and_https_is_kept()
    {
        for (var i = 0; i < 3; i++) Assert.Equal((HttpStatusCode.BadRequest, true), await Ask(place, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(place, "203.0.113.9")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(place, "198.51.100.7")).Status);
        // Another address written before the real one changes nothing: the proxy's is the last.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(place, "8.8.8.8, 203.0.113.7")).Status);
        Assert.False((await Ask(place, "198.51.100.8", "http")).Hsts);
    }

    [Fact]
    public async Task Does_not_believe_anybody_else()
    {
        for (var i = 0; i < 3; i++) Assert.Equal((HttpStatusCode.BadRequest, false), await Ask(strange, $"203.0.{i}.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(strange, "203.0.99.7")).Status);
    }

    [Fact]
    public void Says_what_it_cannot_read()
    {
        var settings = new Settings("http://127.0.0.1:0", "http://localhost", Directory.CreateTempSubdirectory().FullName, null, Bench: false);
        Assert.Contains("ni un réseau", Assert.Throws<CannotServe>(() => Program.Build(demo: false, settings, b => b.Configuration["CROISEE_PROXIES"] = "partout")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_https_when_the_public_address_says_so()
    {
        var settings = new Settings("http://127.0.0.1:0", "https://croisee.example.org", Directory.CreateTempSubdirectory().FullName, null, Bench: false);
        await using var app = Program.Build(demo: false, settings, b => b.Logging.ClearProviders());
        await Serving.Prepare(app.Services);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await client.GetAsync("/aide", TestContext.Current.CancellationToken);
        Assert.Equal("max-age=63072000; includeSubDomains", response.Headers.GetValues("Strict-Transport-Security").Single());
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
