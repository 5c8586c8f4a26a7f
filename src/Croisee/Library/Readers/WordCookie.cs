using System.Globalization;
using System.Security.Cryptography;
using Croisee.Data;
using Croisee.Experiences;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Library.Readers;

/// <summary>The code of a word just written, sealed, for as long as an author’s is shown: apart from it, so that neither pushes the other out.</summary>
public sealed class WordCookie(IDataProtectionProvider protection, TimeProvider clock)
{
    const string Name = "__Host-mot";
    readonly IDataProtector protector = protection.CreateProtector("code of a word to show");

    public void Show(HttpResponse response, Guid word, string code) =>
        response.Cookies.Append(Name, protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.UtcNow().Ticks} {word:N} {code}")), new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });

    public (Guid Word, string Code)? Shown(HttpRequest request)
    {
        if (request.Cookies[Name] is not { } value) return null;
        try
        {
            return protector.Unprotect(value).Split(' ', 3) is [var ticks, var word, var code] && clock.UtcNow().Ticks - long.Parse(ticks, CultureInfo.InvariantCulture) < AuthorCookie.CodeLife.Ticks ? (Guid.ParseExact(word, "N"), code) : null;
        }
        // We did not seal it.
        catch (CryptographicException) { return null; }
    }
}
