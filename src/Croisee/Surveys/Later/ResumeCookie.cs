using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Surveys.Later;

/// <summary>
/// The code of answers that were kept, sealed and for a short time: on the page that tells it, however often it is asked for; on the way from the page where it is typed to the questions;
/// then in the form, so that they can be kept again under the same one.
/// </summary>
public sealed class ResumeCookie(IDataProtectionProvider protection)
{
    const string Handed = "__Host-reprise", ToldName = "__Host-garde";
    static readonly TimeSpan HandedLife = TimeSpan.FromMinutes(1), ToldLife = TimeSpan.FromMinutes(10), FormLife = TimeSpan.FromHours(12);
    readonly ITimeLimitedDataProtector protector = protection.CreateProtector("answers kept for later").ToTimeLimitedDataProtector();

    static CookieOptions Options(TimeSpan life) => new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true, MaxAge = life };

    public void Hand(HttpContext http, string code) => http.Response.Cookies.Append(Handed, protector.Protect(code, HandedLife), Options(HandedLife));

    /// <summary>Once: on a shared device the next person must not find the answers.</summary>
    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Handed] is not { } handed) return null;
        http.Response.Cookies.Delete(Handed, Options(HandedLife));
        return Read(handed);
    }

    /// <param name="same">It was told before.</param>
    public void Tell(HttpContext http, string place, string code, bool same) => http.Response.Cookies.Append(ToldName, protector.Protect($"{place}|{code}|{same}", ToldLife), Options(ToldLife));

    public (string Code, bool Same)? Told(HttpContext http, string place) =>
        Read(http.Request.Cookies[ToldName])?.Split('|') is [var at, var code, var same] && at == place ? (code, bool.Parse(same)) : null;

    public static void ForgetTold(HttpContext http) => http.Response.Cookies.Delete(ToldName, Options(ToldLife));

    public string Seal(string code) => protector.Protect(code, FormLife);

    public string? Read(string? sealedText)
    {
        if (string.IsNullOrEmpty(sealedText)) return null;
        try { return protector.Unprotect(sealedText); }
        catch (CryptographicException) { return null; }
    }
}
