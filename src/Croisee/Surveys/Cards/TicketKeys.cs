using System.Security.Cryptography;
using Croisee.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Cards;

/// <summary>Draws, finds and opens the keys of places that give cards.</summary>
public static class TicketKeys
{
    static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("tickets of a place");

    /// <summary>Of a place that gives cards; drawn when there is none yet. Two who draw at once keep the same one.</summary>
    public static async Task<TicketKey> Of(AppDb db, SurveyPlace place, IDataProtectionProvider protection, CancellationToken cancel)
    {
        if (await Find(db, place.Id, cancel) is { } known) return known;
        using var pair = BlindSignature.NewPair();
        var drawn = new TicketKey(place.Id, pair, Protector(protection).Protect);
        await db.Write(d => d.Database.ExecuteSql($"insert into ticket_keys (place_id, public_key, private_key) values ({drawn.PlaceId}, {drawn.PublicKey}, {drawn.PrivateKey}) on conflict do nothing"), cancel);
        return (await Find(db, place.Id, cancel))!;
    }

    public static Task<TicketKey?> Find(AppDb db, Guid place, CancellationToken cancel) => db.Set<TicketKey>().AsNoTracking().SingleOrDefaultAsync(k => k.PlaceId == place, cancel);

    /// <exception cref="CryptographicException">The instance has lost the key ring under which it was sealed (F34).</exception>
    public static byte[] Open(this TicketKey key, IDataProtectionProvider protection) => Convert.FromBase64String(Protector(protection).Unprotect(key.PrivateKey));
}
