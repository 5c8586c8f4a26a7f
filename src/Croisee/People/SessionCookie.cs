using System.Globalization;
using System.Security.Claims;
using Croisee.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>The cookie carries a session's id, the mark of its last proof, and nothing else; the rows say at each request who that is and what they may do.</summary>
public static class SessionCookie
{
    public const string Scheme = "session", Name = "__Host-session";
    const string Sid = "sid", Proof = "preuve";

    /// <summary>Also after each proof of a session that goes on: what was set before it, and whoever copied that, opens nothing any more.</summary>
    public static async Task SignIn(HttpContext http, Session session) =>
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(Sid, session.Id.ToString()), new Claim(Proof, MarkOf(session))], Scheme)),
            new AuthenticationProperties { IsPersistent = true, AllowRefresh = false });

    /// <summary>Ends it in this browser, which also lets go of what it keeps of our pages. Not of what a prepared device holds: answers that still wait there are not the visitor's.</summary>
    public static async Task SignOut(HttpContext http)
    {
        LetGo(http);
        await http.SignOutAsync(Scheme);
    }

    /// <summary>Pages are not to be kept (« no-store »); this takes away also those that a browser holds for its « back ».</summary>
    internal static void LetGo(HttpContext http) => http.Response.Headers["Clear-Site-Data"] = "\"cache\"";

    /// <summary>Whether this browser came with a session that opens nothing any more.</summary>
    internal static bool IsOver(HttpContext http, Visitor visitor) => visitor is { IsKnown: false, AwaitingPersonId: null } && http.Request.Cookies.ContainsKey(Name);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Session.LifeMax;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = context => { context.Response.StatusCode = StatusCodes.Status401Unauthorized; return Task.CompletedTask; };
    }

    static string MarkOf(Session session) => (session.SecondFactorAt?.Ticks ?? 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>For a minute the one of before still opens, since a second click was on its way; two proofs of one minute are one. One of an older release has no mark, and ends with its thirty days.</summary>
    static bool IsOfNow(ClaimsPrincipal? who, Session session, DateTime now) =>
        !long.TryParse(who?.FindFirstValue(Proof), CultureInfo.InvariantCulture, out var mark) || session.SecondFactorAt is not { } proved
        || proved > now - Session.SecondClick || Math.Abs(proved.Ticks - mark) <= Session.SecondClick.Ticks;

    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<AppDb>();
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var found = Guid.TryParse(context.Principal?.FindFirstValue(Sid), out var id) ? await Find(db, id) : null;
        if (found is not { } known || !known.Session.IsAlive(now) || known.Person.DisabledAt is not null || !IsOfNow(context.Principal, known.Session, now))
        {
            context.RejectPrincipal();
            return;
        }
        services.GetRequiredService<Visitor>().Arrive(known.Session, known.Person, known.Grants);
        if (now > known.Session.SeenAt + Session.SeenStep)
            await db.Write(d => d.Sessions.Where(s => s.Id == id).ExecuteUpdate(u => u.SetProperty(s => s.SeenAt, now)));
    }

    sealed record Known(Session Session, Person Person, List<Visitor.Held> Grants);

    static async Task<Known?> Find(AppDb db, Guid id)
    {
        var grants = db.Grants;
        return await db.Sessions.AsNoTracking().Where(s => s.Id == id)
            .Select(s => new Known(s, s.Person, grants.Where(g => g.PersonId == s.PersonId && g.EndedAt == null).Select(g => new Visitor.Held(g.Role, g.OrganisationId, g.Organisation.Path)).ToList()))
            .SingleOrDefaultAsync();
    }
}
