using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.People;

/// <summary>
/// Says that this browser came in with an address before: it then has a share of codes of its own, which nobody elsewhere can use up (S29). Sealed: it opens nothing, and is read by nobody else;
/// inside stand fingerprints of addresses, the last ones to come in from a shared computer.
/// </summary>
public sealed class KnownHereCookie(IDataProtectionProvider protection)
{
    const string Name = "__Host-connu";
    const int Most = 4;
    static readonly TimeSpan Life = TimeSpan.FromDays(180);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("signed in here before").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string email)
    {
        var mine = Fingerprint(email);
        var kept = string.Join(' ', Read(http.Request).Where(k => k != mine).Prepend(mine).Take(Most));
        http.Response.Cookies.Append(Name, protector.Protect(kept, Life), new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Life, IsEssential = true });
    }

    public bool Knows(HttpRequest request, string email) => Read(request).Contains(Fingerprint(email));

    string[] Read(HttpRequest request)
    {
        if (request.Cookies[Name] is not { } value) return [];
        try { return protector.Unprotect(value).Split(' '); }
        catch (CryptographicException) { return []; }
    }

    static string Fingerprint(string email) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Person.NormaliseEmail(email))))[..32];
}
