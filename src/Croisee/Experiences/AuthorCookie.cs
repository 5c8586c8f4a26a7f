using Croisee.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Experiences;

/// <summary>Which authors this browser may write as: their ids, sealed, until the browser closes and for a day at most. The private code itself is never kept.</summary>
public sealed class AuthorCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Name = "__Host-parole", CodeName = "__Host-code";
    static readonly TimeSpan Life = TimeSpan.FromHours(24), CodeLife = TimeSpan.FromMinutes(15);
    /// <summary>As many experiences one browser writes at a time.</summary>
    public const int Most = 5;
    readonly IDataProtector protector = protection.CreateProtector("authors of this browser"), codes = protection.CreateProtector("code to show once");

    public IReadOnlyList<Guid> Read(HttpRequest request)
    {
        if (Open(protector, request.Cookies[Name], Life) is not { } ids) return [];
        return [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => Guid.ParseExact(i, "N"))];
    }

    public void Add(HttpContext http, Guid author)
    {
        var ids = Read(http.Request).Where(i => i != author).Prepend(author).Take(Most);
        Append(http.Response, Name, Seal(protector, string.Join(',', ids.Select(i => i.ToString("N")))));
    }

    public static void Drop(HttpResponse response)
    {
        foreach (var name in new[] { Name, CodeName }) response.Cookies.Delete(name, new CookieOptions { Secure = true, Path = "/" });
    }

    /// <summary>A new code is shown on the page after the one that made it, and again if that page is reloaded: for fifteen minutes, on this browser only.</summary>
    public void Show(HttpResponse response, Guid author, string code) => Append(response, CodeName, Seal(codes, $"{author:N} {code}"));

    public (Guid Author, string Code)? Shown(HttpRequest request) =>
        Open(codes, request.Cookies[CodeName], CodeLife)?.Split(' ', 2) is [var author, var code] ? (Guid.ParseExact(author, "N"), code) : null;

    static void Append(HttpResponse response, string name, string value) =>
        response.Cookies.Append(name, value, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });

    string Seal(IDataProtector with, string text) => with.Protect($"{clock.UtcNow().Ticks}|{text}");

    string? Open(IDataProtector with, string? value, TimeSpan life)
    {
        if (value is null) return null;
        try
        {
            var text = with.Unprotect(value).Split('|', 2);
            return clock.UtcNow() - new DateTime(long.Parse(text[0], System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc) < life ? text[1] : null;
        }
        catch (System.Security.Cryptography.CryptographicException) { return null; }
    }
}
