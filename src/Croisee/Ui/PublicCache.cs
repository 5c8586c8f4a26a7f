using System.Globalization;
using Croisee.Data;
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
        var edition = ((KeptPages)context.HttpContext.RequestServices.GetRequiredService<IOutputCacheStore>()).Edition;
        var open = edition is not null && HttpMethods.IsGet(request.Method) && request.Cookies.All(c => c.Key is Reading.Cookie or "__Host-jeton" or "__Host-connu");
        context.EnableOutputCaching = open;
        context.AllowCacheLookup = context.AllowCacheStorage = open;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Life;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByValues["lecture"] = context.HttpContext.Mode().ToString();
        context.CacheVaryByRules.VaryByValues["edition"] = edition ?? "";
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

/// <summary>
/// Where kept pages lie, by edition: each forgetting begins another. A page begun before it and finished after it is kept under the former
/// edition, where nobody looks any more: so what is withdrawn is gone in the same request. The other instances of the same base are told then.
/// </summary>
sealed class KeptPages : IOutputCacheStore
{
    readonly IOutputCacheStore store;
    readonly Neighbours neighbours;
    int edition;

    public KeptPages(IOutputCacheStore store, Neighbours neighbours)
    {
        (this.store, this.neighbours) = (store, neighbours);
        neighbours.OnNews(() => Interlocked.Increment(ref edition));
    }

    /// <summary>Null while nobody would say that a page is out of date: none is kept, nor served from here.</summary>
    public string? Edition => neighbours.Hears ? Volatile.Read(ref edition).ToString(CultureInfo.InvariantCulture) : null;

    public async ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref edition);
        await store.EvictByTagAsync(tag, cancellationToken);
        await neighbours.Tell();
    }

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => store.GetAsync(key, cancellationToken);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => store.SetAsync(key, value, tags, validFor, cancellationToken);

    /// <summary>Around the store that the framework put there.</summary>
    public static void In(IServiceCollection services)
    {
        var inner = services.Single(s => s.ServiceType == typeof(IOutputCacheStore));
        services.Remove(inner);
        services.AddSingleton<IOutputCacheStore>(all => new KeptPages((IOutputCacheStore)inner.ImplementationFactory!(all), all.GetRequiredService<Neighbours>()));
    }
}
