using System.Threading.RateLimiting;
using Croisee.Data;
using Croisee.People;
using Croisee.Surveys.Cards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Croisee.Surveys.Answering;

/// <summary>How many forms one network may send, and how many may come to one place from wherever they are sent (S23, <see cref="PlaceDoor"/>): a care home behind one address in an afternoon, a whole region on its first day, not a machine. Both are counted in memory and written nowhere.</summary>
public static class AnswerLimit
{
    public const string Name = "reponses";
    /// <summary>Posts of one network prefix in ten minutes unless the setting says otherwise; questions that come one by one are a post each.</summary>
    public const int PerWindow = 600;
    public const string Setting = "CROISEE_ANSWERS_PER_NETWORK";

    /// <summary>Forms that store something, with their token, and their card where one is asked for, to one place in ten minutes, all networks together, unless the setting says otherwise.</summary>
    public const int PerPlace = 3_000;
    public const string PlaceSetting = "CROISEE_ANSWERS_PER_PLACE";

    /// <summary>Answers kept for later: each is a row that nobody can sort out for a month.</summary>
    public const string Drafts = "reponses-gardees";
    public const int DraftsPerWindow = 120;

    public static void Configure(RateLimiterOptions options)
    {
        // The names only say which pages are counted. The network's bar stands before any page, the place's behind the form's token: what is refused at the first takes nothing from the second.
        options.AddPolicy(Name, _ => RateLimitPartition.GetNoLimiter("reponses"));
        options.AddPolicy(Drafts, _ => RateLimitPartition.GetNoLimiter("reponses"));
        var before = options.OnRejected;
        options.OnRejected = (context, cancel) =>
        {
            if (IsOneDoor(context.HttpContext)) See(context.HttpContext);
            return before?.Invoke(context, cancel) ?? ValueTask.CompletedTask;
        };
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(OfNetwork);
    }

    static string? Counted(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is (Name or Drafts) and var policy ? policy : null;

    static RateLimitPartition<string> OfNetwork(HttpContext http) => Counted(http) is { } policy
        ? RateLimitPartition.GetFixedWindowLimiter(policy + " " + http.RequestServices.GetRequiredService<Network>().Of(http), _ => Window(policy == Drafts ? DraftsPerWindow : http.RequestServices.GetRequiredService<IConfiguration>().GetValue(Setting, PerWindow)))
        : RateLimitPartition.GetNoLimiter("ailleurs");

    /// <summary>The network's bar is the same for all places that it sends to: only where it sent most of it is somebody stuffing.</summary>
    static bool IsOneDoor(HttpContext http) => Counted(http) is Name && http.GetRouteValue("code") is string place
        && http.RequestServices.GetRequiredService<PlaceDoor>().IsFloodedBy(SurveyPlace.Normalise(place), http.RequestServices.GetRequiredService<Network>().Of(http));

    /// <summary>What came to this place today is looked at before it is counted. Only places: whoever floods invents codes without end, and would fill the memory that finds the others.</summary>
    static void See(HttpContext http)
    {
        if (Counted(http) is Name && http.GetRouteValue("code") is string place && SurveyPlace.Normalise(place) is var code && http.RequestServices.GetRequiredService<PutSurveys>().Knows(code))
            http.RequestServices.GetRequiredService<Aside.StuffedLinks>().See(code, http.RequestServices.GetRequiredService<TimeProvider>().ParisToday());
    }

    /// <summary>A thousand addresses are one crowd at the door of one place. Null to go on.</summary>
    internal static IActionResult? Admit(HttpContext http, PutSurvey put)
    {
        if (Counted(http) is not { } policy || policy == Name && put.Place.WithCodes && AnswerTicket.Held(http, put) is null) return null;
        if (http.RequestServices.GetRequiredService<PlaceDoor>().Enter(put.Place.Code, http.RequestServices.GetRequiredService<Network>().Of(http))) return null;
        See(http);
        return new HeldBack();
    }

    /// <summary>The same answer as at the network's bar: what was typed is carried, to be sent again.</summary>
    sealed class HeldBack : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var http = context.HttpContext;
            http.Response.Headers.RetryAfter = "600";
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return KeptFormResult.MayKeep(http.Request) ? KeptFormResult.TooMany(http) : Task.CompletedTask;
        }
    }

    static FixedWindowRateLimiterOptions Window(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(10) };
}
