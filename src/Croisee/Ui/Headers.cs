namespace Croisee.Ui;

/// <summary>Strict headers on every answer: nothing from another origin, nothing inline, nothing framed, nothing sniffed, no address leaked.</summary>
public static class Headers
{
    public const string ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The same for a page that bears its sheet: that very text and no other style.</summary>
    /// <param name="hash">« sha256-… » of the sheet.</param>
    public static string WithStyle(string hash) => ContentSecurityPolicy.Replace("style-src 'self'", $"style-src 'self' '{hash}'", StringComparison.Ordinal);

    /// <param name="behindTls">The public address is https: what ends it may speak plainly to this server, which then sees no https.</param>
    public static IApplicationBuilder UseStrictHeaders(this IApplicationBuilder app, bool behindTls) => app.Use((context, next) =>
    {
        context.Response.OnStarting(state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
            headers.XFrameOptions = "DENY";
            if (behindTls || response.HttpContext.Request.IsHttps) headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
            // Pages that may be kept say so themselves; the rule is that nothing is.
            if (string.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    });
}
