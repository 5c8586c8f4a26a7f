using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Experiences.Calls;

static class CallCaching
{
    /// <summary>Public pages show a change of a call at once.</summary>
    public static ValueTask Changed(this IOutputCacheStore cache) => cache.EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
}
