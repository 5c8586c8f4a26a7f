using Croisee.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Croisee.Tests.Files;

[Trait("kind", "pure")]
public class FileDownloadTest
{
    static async Task<(HttpResponse Response, byte[] Body)> Send(FileKind kind, string name, string method = "GET", bool asPage = false)
    {
        var context = new DefaultHttpContext { Request = { Method = method }, Response = { Body = new MemoryStream() } };
        var download = new FileDownload(new MemoryStream("contenu"u8.ToArray()), kind, name);
        if (asPage) await download.ExecuteResultAsync(new ActionContext(context, new RouteData(), new ActionDescriptor()));
        else await download.ExecuteAsync(context);
        return (context.Response, ((MemoryStream)context.Response.Body).ToArray());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Sends_an_attachment_that_no_browser_will_run(bool asPage)
    {
        var (response, body) = await Send(FileKind.Pdf, "Récit d’été.pdf", asPage: asPage);
        Assert.Equal("contenu"u8.ToArray(), body);
        Assert.Equal(7, response.ContentLength);
        Assert.Equal("application/pdf", response.ContentType);
        Assert.Equal("attachment; filename=\"Recit d-ete.pdf\"; filename*=UTF-8''R%C3%A9cit%20d%E2%80%99%C3%A9t%C3%A9.pdf", response.Headers.ContentDisposition);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.Contains("sandbox", response.Headers.ContentSecurityPolicy.ToString());
        Assert.Contains("default-src 'none'", response.Headers.ContentSecurityPolicy.ToString());
        Assert.Equal("private, no-store", response.Headers.CacheControl);
        Assert.Equal("same-origin", response.Headers["Cross-Origin-Resource-Policy"]);
    }

    [Fact]
    public async Task Never_sends_a_type_that_runs()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var (response, _) = await Send(kind, "x.html");
            Assert.DoesNotMatch("html|xml$|svg|script|octet", response.ContentType!.Replace("openxml", "", StringComparison.Ordinal));
            Assert.Contains($"filename=\"x.{kind.Extension}\"", response.Headers.ContentDisposition.ToString());
        }
    }

    [Fact]
    public async Task Sends_no_body_for_a_head_request() => Assert.Empty((await Send(FileKind.Png, "x.png", "HEAD")).Body);
}
