using Microsoft.AspNetCore.Mvc;

namespace Croisee.Files;

/// <summary>
/// Sends a clean file as an attachment that no browser will run: type from our own list, no sniffing, sandboxed, never cached by others.
/// Who may have it is the page's question, asked before. A picture sent so still shows in an <c>img</c> of our own pages.
/// </summary>
public sealed class FileDownload(Stream content, FileKind kind, string name) : ActionResult, IResult
{
    const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

    /// <exception cref="InvalidOperationException">The file is not clean.</exception>
    public static FileDownload Of(FileStore store, StoredFile file) => new(store.Open(file), file.Kind, file.OriginalName);

    public override Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var _ = content;
        var response = httpContext.Response;
        var headers = response.Headers;
        headers.ContentType = kind.ContentType;
        headers.ContentDisposition = Disposition(name, kind);
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "private, no-store";
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    /// <summary>Both forms of RFC 6266: plain ASCII for old clients, RFC 5987 with the accents for the others.</summary>
    public static string Disposition(string name, FileKind kind)
    {
        var safe = SafeName.For(name, kind);
        return $"attachment; filename=\"{SafeName.Ascii(safe)}\"; filename*=UTF-8''{Uri.EscapeDataString(safe)}";
    }
}
