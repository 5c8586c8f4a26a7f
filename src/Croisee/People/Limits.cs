using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.People;

/// <summary>How often one network may try what can be guessed or flooded. GETs are never limited here. A room of people behind one address is one network: each number is a setting, and whoever is held back loses nothing.</summary>
public static class Limits
{
    public const string Codes = "codes", Words = "paroles", Files = "fichiers";
    /// <summary>What readers without an account send that somebody will read (a word beside a sheet, the first letter of a search that they follow), for one network prefix in ten minutes (S23): a class in a training room, not a machine.</summary>
    public const int WordsPerWindow = 20;
    public const string WordsSetting = "CROISEE_MESSAGES_PER_NETWORK";
    /// <summary>Files attached from one network prefix in ten minutes: several drafts in one room, not a machine that fills the disk with drafts.</summary>
    public const int FilesPerWindow = 60;
    public const string FilesSetting = "CROISEE_FILES_PER_NETWORK";
    /// <summary>Tries of any code (sign-in, private code) for one network prefix in ten minutes. Each code has its own end of tries besides, and a private code eighty bits.</summary>
    public const int TriesPerWindow = 200;
    public const string TriesSetting = "CROISEE_TRIES_PER_NETWORK";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, _) =>
        {
            var http = context.HttpContext;
            http.Response.Headers.RetryAfter = "600";
            await HearRefusals.NoteTries(http);
            if (KeptFormResult.MayKeep(http.Request)) await KeptFormResult.TooMany(http);
        };
        options.AddPolicy(Codes, http => PerNetwork(http, TriesSetting, TriesPerWindow));
        options.AddPolicy(Files, http => PerNetwork(http, FilesSetting, FilesPerWindow));
        options.AddPolicy(Words, http => PerNetwork(http, WordsSetting, WordsPerWindow));
    }

    static RateLimitPartition<string> PerNetwork(HttpContext http, string setting, int unlessSaid) => HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(http.RequestServices.GetRequiredService<Network>().Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<IConfiguration>().GetValue(setting, unlessSaid), Window = TimeSpan.FromMinutes(10) })
        : RateLimitPartition.GetNoLimiter("lecture");
}
