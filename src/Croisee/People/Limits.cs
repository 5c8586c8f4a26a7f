using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.People;

/// <summary>How often one network may try what can be guessed or flooded. GETs are never limited here.</summary>
public static class Limits
{
    public const string Codes = "codes", Words = "paroles";
    /// <summary>Messages of readers without an account, for one network prefix in ten minutes (S23): a class in a training room, not a machine.</summary>
    public const int WordsPerWindow = 20;
    /// <summary>Tries of any code (sign-in, private code) for one network prefix in ten minutes.</summary>
    public const int TriesPerWindow = 60;

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) => { context.HttpContext.Response.Headers.RetryAfter = "600"; return ValueTask.CompletedTask; };
        options.AddPolicy(Codes, http => PerNetwork(http, TriesPerWindow));
        options.AddPolicy(Words, http => PerNetwork(http, WordsPerWindow));
    }

    static RateLimitPartition<string> PerNetwork(HttpContext http, int most) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(http.RequestServices.GetRequiredService<Network>().Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(10) })
        : RateLimitPartition.GetNoLimiter("lecture");
}
