using System.Xml.Linq;
using Croisee.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Croisee.People;

sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.ToTable("protection_keys");
        key.HasKey(k => k.Name);
    }
}

public sealed class ProtectionKeyStore(IServiceScopeFactory scopes, ProtectionSeal seal) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<AppDb>().Set<ProtectionKey>().AsNoTracking().AsEnumerable().Select(k => XElement.Parse(seal.Open(k.Name, k.Xml)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Set<ProtectionKey>().Add(new ProtectionKey(friendlyName, seal.Seal(friendlyName, element.ToString(SaveOptions.DisableFormatting))));
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }

    /// <summary>At start-up: refuses to serve without the secret of the keys, and seals those stored in the clear, or with a secret that was replaced.</summary>
    public static async Task Prepare(IServiceProvider services)
    {
        var (db, seal) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<ProtectionSeal>());
        foreach (var key in await db.Set<ProtectionKey>().ToListAsync())
        {
            var xml = seal.Open(key.Name, key.Xml);
            if (!seal.IsCurrent(key.Xml)) key.SealAgain(seal.Seal(key.Name, xml));
        }
        await db.SaveChangesAsync();
    }
}
