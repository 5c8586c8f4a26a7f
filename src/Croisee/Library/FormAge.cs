using System.Globalization;
using System.Security.Cryptography;
using Croisee.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Croisee.Library;

/// <summary>When a form was shown, sealed in the form itself: what comes back within a breath was not written by hand. No script, no cookie, nothing kept.</summary>
public sealed class FormAge(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Nobody reads the page, writes a sentence and sends it in less.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(3), Most = TimeSpan.FromHours(24);
    readonly IDataProtector protector = protection.CreateProtector("age of a form");

    public string Now() => protector.Protect(clock.UtcNow().Ticks.ToString(CultureInfo.InvariantCulture));

    public bool IsHuman(string? stamp)
    {
        if (stamp is not { Length: > 0 and < 1000 }) return false;
        try
        {
            var age = clock.UtcNow() - new DateTime(long.Parse(protector.Unprotect(stamp), CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return age >= Least && age <= Most;
        }
        catch (CryptographicException) { return false; }
    }
}
