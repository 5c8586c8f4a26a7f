using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Croisee.People;

/// <summary>
/// Public: anyone. Author: holder of a private code, no account. Person: anyone signed in. Member: holder of a seat.
/// Office: holder of one of the roles named. Demo: anyone, in demonstration only.
/// </summary>
public enum Audience { Public, Author, Person, Member, Office, Demo }

/// <summary>Who may enter a page, declared on the page; a house test fails on a page without it. What object they may see is decided in <c>Prepare</c>, where absent and forbidden look the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AudienceAttribute(Audience audience, params Role[] roles) : Attribute, IAsyncAuthorizationFilter
{
    public Audience Audience { get; } = audience;
    public IReadOnlyList<Role> Roles { get; } = roles;

    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (Audience is Audience.Public or Audience.Author) return Task.CompletedTask;
        var services = context.HttpContext.RequestServices;
        if (Audience is Audience.Demo)
        {
            if (!services.GetRequiredService<DemoMode>().On) context.Result = new NotFoundResult();
            return Task.CompletedTask;
        }
        var visitor = services.GetRequiredService<Visitor>();
        if (!visitor.IsKnown) context.Result = SignInFirst(visitor, context.HttpContext);
        else if (Audience is Audience.Office) context.Result = Office(visitor, context.HttpContext);
        return Task.CompletedTask;
    }

    IActionResult? Office(Visitor visitor, HttpContext http)
    {
        if (Roles.Any(r => visitor.Has(r))) return null;
        // Held, but not open yet: the second factor is to be passed, or set up first.
        if (!visitor.Grants.Any(g => Roles.Contains(g.Role))) return new NotFoundResult();
        return new RedirectResult(visitor.SecondFactorPath(LocalPath(http)));
    }

    /// <summary>A page asked for is a way to come back to; a form that was sent is kept and shown (nothing typed is lost).</summary>
    static IActionResult SignInFirst(Visitor visitor, HttpContext http)
    {
        if (SessionCookie.IsOver(http, visitor)) SessionCookie.LetGo(http);
        return HttpMethods.IsPost(http.Request.Method)
            ? new KeptFormResult()
            : new RedirectResult((visitor.AwaitingPersonId is null ? "/connexion" : "/connexion/second-facteur") + "?retour=" + Uri.EscapeDataString(LocalPath(http)));
    }

    static string LocalPath(HttpContext http) => http.Request.Path + http.Request.QueryString;
}

/// <summary>Whether this instance is a demonstration: fictional data, « Entrer comme… », mails readable by all.</summary>
public sealed record DemoMode(bool On);
