using System.Buffers.Text;
using System.Security.Cryptography;
using Croisee.Data;
using Croisee.Surveys.Answering;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Cards;

/// <summary>What a card gave.</summary>
/// <param name="Signature">Of the blinded message, where there was one.</param>
/// <param name="Ticket">Drawn here, where there was none.</param>
/// <param name="Fault">Why it gave nothing: then no card was spent.</param>
/// <param name="OfCode">The fault is in the code as it was typed.</param>
public sealed record TakenCard(byte[]? Signature = null, string? Ticket = null, string? Fault = null, bool OfCode = false);

/// <summary>Exchanges the code of a card for a ticket, once.</summary>
public sealed class TakeCard(AppDb db, IDataProtectionProvider protection)
{
    /// <param name="blind">The blinded message of a browser with scripts; null without, empty when it is broken.</param>
    public async Task<TakenCard> Run(PutSurvey put, string? typed, byte[]? blind, CancellationToken cancel)
    {
        var key = await TicketKeys.Of(db, put.Place, protection, cancel);
        byte[] secret;
        try { secret = key.Open(protection); }
        catch (CryptographicException) { return new(Fault: "Les cartes de ce lieu ne peuvent plus être vérifiées ici. Gardez la vôtre, et appelez l’équipe de l’enquête."); }
        // Signed before the code is taken: what cannot be signed must not cost a card.
        var signature = blind is null ? null : BlindSignature.Sign(secret, blind);
        if (blind is not null && signature is null) return new(Fault: "Cette page est abîmée. Rechargez-la, puis écrivez votre code.");
        // Twice: a publication may be writing the table anew, and for that instant no code is there.
        if (!await Mark(put.Place.Id, typed, blind, cancel) && !await Mark(put.Place.Id, typed, blind, cancel)) return new(Fault: await IsCancelled(put.Place.Id, typed, cancel)
            ? "Cette carte ne sert plus : l’équipe de l’enquête a changé les cartes de ce lieu. Vous n’avez rien fait de mal. Demandez-lui une autre carte." : "Ce code ne convient pas : il a déjà servi, ou une lettre est fausse. Regardez votre carte.", OfCode: true);
        if (signature is not null) return new(signature);
        var (message, signed) = BlindSignature.Draw(secret);
        return new(Ticket: Base64Url.EncodeToString(message) + "." + Base64Url.EncodeToString(signed));
    }

    async Task<bool> IsCancelled(Guid place, string? typed, CancellationToken cancel) =>
        OneTimeCode.Read(place, typed) is { } hash && await db.OneTimeCodes.AnyAsync(c => c.PlaceId == place && c.Hash == hash && c.Cancelled, cancel);

    /// <summary>True once for a code; and again for the same blinded message, whose signature was lost on the way.</summary>
    async Task<bool> Mark(Guid place, string? typed, byte[]? blind, CancellationToken cancel)
    {
        if (OneTimeCode.Read(place, typed) is not { } hash) return false;
        var blinded = blind is null ? null : Convert.ToHexString(SHA256.HashData(blind));
        return await db.Write(d => d.OneTimeCodes.Where(c => c.PlaceId == place && c.Hash == hash && !c.Cancelled && (!c.Used || blinded != null && c.Blinded == blinded))
            .ExecuteUpdate(s => s.SetProperty(c => c.Used, true).SetProperty(c => c.Blinded, c => blinded ?? c.Blinded)), cancel) > 0;
    }
}
