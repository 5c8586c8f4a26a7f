using System.Globalization;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library;

/// <summary>
/// Forgets the kept public pages when the library changes. A page begun before the change and finished after it is kept under the former
/// edition, where nobody looks any more: so what is withdrawn is gone in the same request.
/// </summary>
public sealed class LibraryCache(IOutputCacheStore store, Paper.PaperShelf paper)
{
    int edition;

    public string Edition => Volatile.Read(ref edition).ToString(CultureInfo.InvariantCulture);

    public async Task Forget()
    {
        Interlocked.Increment(ref edition);
        paper.Forget();
        await store.EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
    }
}

/// <summary>Kept like every public page, and by edition of the library.</summary>
public sealed class LibraryPages : IOutputCachePolicy
{
    public const string Name = "repertoire";
    readonly PublicCache pages = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancel)
    {
        context.CacheVaryByRules.VaryByValues["edition"] = context.HttpContext.RequestServices.GetRequiredService<LibraryCache>().Edition;
        // The framework sorts the values of a key that comes twice; A beside B is not B beside A.
        context.CacheVaryByRules.VaryByValues["adresse"] = context.HttpContext.Request.QueryString.Value ?? "";
        return pages.CacheRequestAsync(context, cancel);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancel) => pages.ServeFromCacheAsync(context, cancel);
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancel) => pages.ServeResponseAsync(context, cancel);
}
