using System.Security.Cryptography;

namespace Croisee.Surveys.Cards;

/// <summary>
/// The pair of keys with which tickets of one place are signed: a ticket of another place is worth nothing here. The public half tells nobody anything.
/// </summary>
public sealed class TicketKey
{
    TicketKey() { }

    internal TicketKey(Guid placeId, RSA pair, Func<string, string> seal) =>
        (PlaceId, PublicKey, PrivateKey) = (placeId, Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo()), seal(Convert.ToBase64String(pair.ExportPkcs8PrivateKey())));

    public Guid PlaceId { get; private set; }
    /// <summary>SubjectPublicKeyInfo in base 64.</summary>
    public string PublicKey { get; private set; } = "";
    /// <summary>PKCS 8 in base 64, sealed with the instance's key ring.</summary>
    public string PrivateKey { get; private set; } = "";
}

/// <summary>A ticket that answered: it answers no more. Bears nothing of the sheet that came with it, and is written anew with each publication, in the order of its random ids.</summary>
public sealed class SpentTicket
{
    SpentTicket() { }

    public SpentTicket(SurveyPlace place, Guid id) => (PlaceId, Id) = (place.Id, id);

    public Guid PlaceId { get; private set; }
    /// <summary>From the ticket's own random message.</summary>
    public Guid Id { get; private set; }
}
