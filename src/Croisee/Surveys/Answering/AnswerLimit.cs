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

    public static void Configure(RateLimiterOptions options) => options.AddPolicy(Name, http =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(http.RequestServices.GetRequiredService<Network>().Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue(Setting, PerWindow), Window = TimeSpan.FromMinutes(10) })
            : RateLimitPartition.GetNoLimiter("lecture"));
}
