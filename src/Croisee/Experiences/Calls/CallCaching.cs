using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Experiences.Calls;

/// <summary>A kept page never outlives the second in which a call opens or closes.</summary>
static class CallCaching
{
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    public static void KeepAtMostUntil(this HttpContext http, IEnumerable<DateTime?> turns, DateTime now)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context is not { } context || turns.Where(t => t > now).Min() is not { } next) return;
        var left = next - now;
        if (context.ResponseExpirationTimeSpan is not { } life || left < life) context.ResponseExpirationTimeSpan = left > Shortest ? left : Shortest;
    }

    /// <summary>Public pages show a change of a call at once.</summary>
    public static ValueTask Changed(this IOutputCacheStore cache) => cache.EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
}
