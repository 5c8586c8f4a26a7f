using Croisee.Data;

namespace Croisee.Ui;

/// <summary>
/// A form that a page of another site sends is refused before anything of it is read (S25): its token would be refused too, but a page that carries what was typed must not
/// carry what a stranger wrote, one click away from being done.
/// </summary>
/// <remarks>
/// « Sec-Fetch-Site » says it all where it comes: no page can write it, and it needs no name of ours, whatever proxies stand between. Without it (an older browser, an address
/// without https) the Origin must be the address asked for or the public one, by host and port alone: a proxy may hide that it was https. No Origin, or « null », says nothing:
/// our own pages whose address holds a code send « null », since they tell their address to nobody, as privacy settings do. The token goes on deciding there.
/// </remarks>
public static class ForeignForms
{
    public static IApplicationBuilder UseOwnForms(this IApplicationBuilder app)
    {
        var ours = Uri.TryCreate(app.ApplicationServices.GetRequiredService<Settings>().Origin, UriKind.Absolute, out var origin) ? origin.Authority : null;
        return app.Use((context, next) =>
        {
            if (!IsForeign(context.Request, ours)) return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            // The page that says so must not try to read the form.
            (context.Request.Method, context.Request.ContentType) = (HttpMethods.Get, null);
            return Task.CompletedTask;
        });
    }

    static bool IsForeign(HttpRequest request, string? ours)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } from) return from is not ("same-origin" or "none");
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && !string.Equals(origin.Authority, ours, StringComparison.OrdinalIgnoreCase) && !string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
