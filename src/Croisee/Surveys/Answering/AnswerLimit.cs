using System.Threading.RateLimiting;
using Croisee.People;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Answering;

/// <summary>How many sheets one network may send (S23): a care home behind one address in an afternoon, not a machine. The address is counted in memory and written nowhere.</summary>
public static class AnswerLimit
{
    public const string Name = "reponses";
    /// <summary>Posts of one network prefix in ten minutes unless the setting says otherwise; questions that come one by one are a post each.</summary>
    public const int PerWindow = 600;
    public const string Setting = "CROISEE_ANSWERS_PER_NETWORK";

    /// <summary>Answers kept for later: each is a row that nobody can sort out for a month.</summary>
    public const string Drafts = "reponses-gardees";
    public const int DraftsPerWindow = 120;

    public static void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Name, http => Of(http, http.RequestServices.GetRequiredService<IConfiguration>().GetValue(Setting, PerWindow)));
        options.AddPolicy(Drafts, http => Of(http, DraftsPerWindow));
    }

    static RateLimitPartition<string> Of(HttpContext http, int permits) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(http.RequestServices.GetRequiredService<Network>().Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(10) })
        : RateLimitPartition.GetNoLimiter("lecture");
}
