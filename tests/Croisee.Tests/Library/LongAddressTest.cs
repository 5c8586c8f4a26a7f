using System.Net;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>An address that is far too long reaches its page, which says so in French: the server's own limit would answer without a word.</summary>
public sealed class LongAddressTest(Place place) : IClassFixture<Place>
{
    [Theory]
    [InlineData("/repertoire", 10_000), InlineData("/repertoire", 20_000), InlineData("/repertoire/carte", 20_000), InlineData("/repertoire/comparer", 20_000), InlineData("/repertoire/freins-et-leviers", 10_000),
     InlineData("/repertoire/flux/rss", 20_000), InlineData("/repertoire/fichier/csv", 10_000), InlineData("/repertoire/participedia", 20_000), InlineData("/api/v1/fiches", 20_000)]
    public async Task Is_told_that_it_is_too_long(string path, int length)
    {
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, $"{path}?q={new string('m', length)}"));
        var said = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Votre recherche est trop longue", WebUtility.HtmlDecode(said));
        if (path.StartsWith("/api/", StringComparison.Ordinal)) Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    /// <summary>An accent takes six signs in an address: a search that is not too long may well make one of twelve thousand.</summary>
    [Fact]
    public async Task Is_read_whole_when_all_of_it_is_right()
    {
        var address = "/repertoire?q=" + Uri.EscapeDataString(new string('é', Croisee.Library.SearchLimits.Characters));
        Assert.True(address.Length > 8192);
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open(address)).Status);
    }
}
