using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Library.Watching;

/// <summary>The address by which somebody without an account stops the letters: it names one search, sealed, and nothing is stored for it.</summary>
public sealed class EndLinks(IDataProtectionProvider protection)
{
    readonly IDataProtector seal = protection.CreateProtector("recherches.fin");

    public string Of(Guid search) => "/recherches/fin/" + seal.Protect(search.ToString("N"));

    public Guid? Read(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 500) return null;
        try { return Guid.ParseExact(seal.Unprotect(token), "N"); }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException) { return null; }
    }
}
