using System.Security.Claims;
using Croisee.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>The cookie carries a session's id and nothing else; the rows say at each request who that is and what they may do.</summary>
public static class SessionCookie
{
    public const string Scheme = "session", Name = "__Host-session";
    const string Sid = "sid";

    public static async Task SignIn(HttpContext http, Session session) =>
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(Sid, session.Id.ToString())], Scheme)),
            new AuthenticationProperties { IsPersistent = true, AllowRefresh = false });

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

    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<AppDb>();
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var found = Guid.TryParse(context.Principal?.FindFirstValue(Sid), out var id) ? await Find(db, id) : null;
        if (found is not { } known || !known.Session.IsAlive(now) || known.Person.DisabledAt is not null)
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
