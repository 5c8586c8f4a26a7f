using System.Security.Cryptography;
using Croisee.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>
/// Seals each link as it is saved, under the instance's keys, which the database does not open by itself (ProtectionSeal): whoever rewrites a whole chain in the database
/// makes prints that fit one another, and no seal.
/// </summary>
public sealed class LinkSeal(IDataProtectionProvider protection) : ISaveGuard
{
    readonly IDataProtector protector = protection.CreateProtector("urne");

    public void Check(AppDb db)
    {
        foreach (var link in db.ChangeTracker.Entries<ChainLink>())
            if (link.State is EntityState.Added && link.Entity.Seal.Length == 0) link.Entity.SealWith(protector.Protect(Sealed(link.Entity)));
    }

    public bool Opens(ChainLink link)
    {
        if (link.Seal.Length == 0) return false;
        try { return protector.Unprotect(link.Seal) == Sealed(link); }
        catch (Exception broken) when (broken is CryptographicException or FormatException) { return false; }
    }

    /// <summary>Its place too: a seal is good for one link of one question.</summary>
    static string Sealed(ChainLink link) => $"{link.DeliberationId:N} {link.Number} {link.Print}";
}
