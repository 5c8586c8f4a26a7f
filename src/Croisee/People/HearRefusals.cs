using System.Reflection;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Croisee.People;

/// <summary>
/// Hears on their way out the answers that refuse something, and writes the act, the account or the network, and the page's route (S17).
/// Of networks only where one enters an account: who answers a survey or writes an experience leaves no such trace (S22).
/// </summary>
public sealed class HearRefusals(Visitor visitor, Network network, NoteRefusals notes) : IAsyncAlwaysRunResultFilter
{
    const string EntrancePages = "/People/";
    static readonly string[] SelfGiven = ["seat.self", "SAF-SELF", "ROL-SELF"];

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.ActionDescriptor is CompiledPageActionDescriptor page && WhatIsRefused(context, page) is { } what)
            await notes.Note(what, visitor.PersonId ?? visitor.AwaitingPersonId, network.Of(context.HttpContext), RouteOf(page));
        await next();
    }

    Refused? WhatIsRefused(ResultExecutingContext context, CompiledPageActionDescriptor page)
    {
        // Known accounts alone: strangers are asked to sign in, and who types a wrong address is nobody yet.
        if (context.Result is NotFoundResult) return visitor.IsKnown && page.ModelTypeInfo?.GetCustomAttribute<AudienceAttribute>()?.Audience is not (null or Audience.Public or Audience.Author or Audience.Demo) ? Refused.Door : null;
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || context.ModelState.IsValid) return null;
        if (context.HttpContext.Features.Get<RuleBroken>() is { } rule && SelfGiven.Contains(rule.Code)) return Refused.SelfGiven;
        return IsEntrance(page) && context.ModelState["Form.Code"]?.Errors.Count > 0 ? Refused.Code : null;
    }

    /// <summary>The rate limit turned a form away before any page was asked.</summary>
    public static async Task NoteTries(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || !IsEntrance(page)) return;
        var services = http.RequestServices;
        await services.GetRequiredService<NoteRefusals>().Note(Refused.Tries, null, services.GetRequiredService<Network>().Of(http), RouteOf(page));
    }

    static bool IsEntrance(PageActionDescriptor page) => page.RelativePath.StartsWith(EntrancePages, StringComparison.Ordinal);

    /// <summary>The page as its route says it: an address may hold a code.</summary>
    static string RouteOf(PageActionDescriptor page) => "/" + page.AttributeRouteInfo?.Template?.TrimStart('/');
}
