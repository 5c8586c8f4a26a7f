using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Croisee.People;

/// <summary>
/// Whether a form bears a token that a page of ours gave to this very browser, whoever was signed in then. The framework asks both at once, and nobody is known any more
/// where a session ended: so the two tokens are opened here, and their secret part compared. Another way of writing them, one day, would pair with nothing: then nothing is carried.
/// </summary>
static class FormToken
{
    /// <summary>How the framework seals them: one byte for the version, then sixteen that the cookie and each of its forms share.</summary>
    const string Purpose = "Microsoft.AspNetCore.Antiforgery.AntiforgeryToken.v1";
    const int SecretFrom = 1, SecretLength = 16;

    public static bool Pairs(HttpContext http, string? sent)
    {
        var services = http.RequestServices;
        if (string.IsNullOrEmpty(sent) || http.Request.Cookies[services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!] is not { Length: > 0 } kept) return false;
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
        return Secret(protector, sent) is { } one && Secret(protector, kept) is { } other && CryptographicOperations.FixedTimeEquals(one, other);
    }

    static byte[]? Secret(IDataProtector protector, string token)
    {
        try { return protector.Unprotect(WebEncoders.Base64UrlDecode(token)) is { Length: >= SecretFrom + SecretLength } open ? open[SecretFrom..(SecretFrom + SecretLength)] : null; }
        catch (Exception e) when (e is CryptographicException or FormatException) { return null; }
    }
}
