using Microsoft.AspNetCore.DataProtection;

namespace Croisee.People;

/// <summary>Binds a code to the browser that asked for it, and remembers where to come back to. Sealed, fifteen minutes: a second click on « Entrer » still finds it.</summary>
public sealed class SignInCookie(IDataProtectionProvider protection)
{
    const string Name = "__Host-connexion";
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("sign-in request").ToTimeLimitedDataProtector();

    public void Keep(HttpResponse response, Guid request, string back) => response.Cookies.Append(Name, protector.Protect($"{request:N} {back}", SignInRequest.Life),
        new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = SignInRequest.Life, IsEssential = true });

    public (Guid Request, string Back)? Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { } value) return null;
        try { return protector.Unprotect(value).Split(' ', 2) is [var id, var back] ? (Guid.ParseExact(id, "N"), back) : null; }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
