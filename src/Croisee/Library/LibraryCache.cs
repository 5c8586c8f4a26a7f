using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library;

/// <summary>Forgets the kept public pages and the paper when the library changes.</summary>
public sealed class LibraryCache(IOutputCacheStore store, Paper.PaperShelf paper)
{
    public async Task Forget()
    {
        paper.Forget();
        await store.EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
    }
}

/// <summary>Kept like every public page, and by the whole of the address.</summary>
public sealed class LibraryPages : IOutputCachePolicy
{
    public const string Name = "repertoire";
    readonly PublicCache pages = new();

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancel)
    {
        // The framework sorts the values of a key that comes twice; A beside B is not B beside A.
        context.CacheVaryByRules.VaryByValues["adresse"] = context.HttpContext.Request.QueryString.Value ?? "";
        return pages.CacheRequestAsync(context, cancel);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancel) => pages.ServeFromCacheAsync(context, cancel);
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancel) => pages.ServeResponseAsync(context, cancel);
}
