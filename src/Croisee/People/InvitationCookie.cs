using Microsoft.AspNetCore.DataProtection;

namespace Croisee.People;

/// <summary>Which browser reads an invitation: the session that it opens bears this mark, so that a second click of the same browser finds it, and another browser nothing. Sealed, one hour.</summary>
public sealed class InvitationCookie(IDataProtectionProvider protection)
{
    const string Name = "__Host-invitation";
    static readonly TimeSpan Life = TimeSpan.FromHours(1);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("invitation read").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, Guid invitation)
    {
        if (Read(http.Request, invitation) is not null) return;
        http.Response.Cookies.Append(Name, protector.Protect($"{invitation:N} {Guid.CreateVersion7():N}", Life),
            new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Life, IsEssential = true });
    }

    public Guid? Read(HttpRequest request, Guid invitation)
    {
        if (request.Cookies[Name] is not { } value) return null;
        try { return protector.Unprotect(value).Split(' ') is [var id, var mark] && id == invitation.ToString("N") ? Guid.ParseExact(mark, "N") : null; }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
