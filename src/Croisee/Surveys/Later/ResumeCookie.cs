using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Surveys.Later;

/// <summary>The code of answers that were kept, sealed: for one minute from the page where it was typed to the questions, then in the form, so that they can be kept again under the same one.</summary>
public sealed class ResumeCookie(IDataProtectionProvider protection)
{
    const string Name = "__Host-reprise";
    static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    readonly IDataProtector protector = protection.CreateProtector("answers kept for later");
    static readonly CookieOptions Options = new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = Life };

    public void Hand(HttpContext http, string code) => http.Response.Cookies.Append(Name, Seal(code), Options);

    /// <summary>Once: on a shared device the next person must not find the answers.</summary>
    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { } handed) return null;
        http.Response.Cookies.Delete(Name, Options);
        return Read(handed);
    }

    public string Seal(string code) => protector.Protect(code);

    public string? Read(string? sealedCode)
    {
        if (string.IsNullOrEmpty(sealedCode)) return null;
        try { return protector.Unprotect(sealedCode); }
        catch (CryptographicException) { return null; }
    }
}
