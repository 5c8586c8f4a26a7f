using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Ui;

/// <summary>A kept page never outlives the second in which what it shows opens or closes.</summary>
public static class KeptUntil
{
    static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    public static void KeepAtMostUntil(this HttpContext http, IEnumerable<DateTime?> turns, DateTime now)
    {
        if (http.Features.Get<IOutputCacheFeature>()?.Context is not { } context || turns.Where(t => t > now).Min() is not { } next) return;
        var left = next - now;
        if (context.ResponseExpirationTimeSpan is not { } life || left < life) context.ResponseExpirationTimeSpan = left > Shortest ? left : Shortest;
    }
}
