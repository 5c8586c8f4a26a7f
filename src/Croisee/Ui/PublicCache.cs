using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Croisee.Ui;

/// <summary>
/// Anonymous GETs of public pages are kept for a minute and evicted by tag when what they show changes.
/// Never for anyone signed in, never with a flash line, never a page with a form token.
/// </summary>
public sealed class PublicCache : IOutputCachePolicy
{
    public const string Name = "public", Tag = "public";
    static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancel)
    {
        var request = context.HttpContext.Request;
        var open = HttpMethods.IsGet(request.Method) && request.Cookies.All(c => c.Key is Reading.Cookie or "__Host-jeton");
        context.EnableOutputCaching = open;
        context.AllowCacheLookup = context.AllowCacheStorage = open;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Life;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByValues["lecture"] = context.HttpContext.Mode().ToString();
        context.Tags.Add(Tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancel) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancel)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
