using System.Security.Cryptography;

namespace Croisee.Deliberation;

/// <summary>How the sides were made equal again after a recusal.</summary>
public enum Restoring
{
    /// <summary>Another seat of the same college takes the place (EXP-R8).</summary>
    Substitute,

    /// <summary>A seat of the other side withdraws, by agreement.</summary>
    SetAside,

    /// <summary>A seat of the other side withdraws, by lot.</summary>
    Drawn,
}

/// <summary>
/// A seat leaves one question because of a declared link with its subject, or because its person has left the group without voting, and how parity was
/// restored. Never undone.
/// </summary>
public sealed class Recusal
{
    public const int ReasonMax = 600;

    Recusal() => Reason = "";

    /// <param name="reason">The link; null for a departure, which is no link.</param>
    internal Recusal(Guid deliberationId, Guid seatId, string? reason, Guid declaredBy, DateTime declaredAt)
    {
        Id = Guid.CreateVersion7();
        DeliberationId = deliberationId;
        SeatId = seatId;
        (Reason, Departed) = (reason ?? "", reason is null);
        DeclaredBy = declaredBy;
        DeclaredAt = declaredAt;
    }

    public Guid Id { get; private set; }
    public Guid DeliberationId { get; private set; }
    public Guid SeatId { get; private set; }

    /// <summary>The person had left the group: nothing is said of a link, and nothing keeps them away should they come back.</summary>
    public bool Departed { get; private set; }

    /// <summary>The link, in the words of whoever declared it. Read by the panel and the organiser.</summary>
    public string Reason { get; private set; }

    /// <summary>The person who declared it: the member, or whoever conducts.</summary>
    public Guid DeclaredBy { get; private set; }

    public DateTime DeclaredAt { get; private set; }

    public Restoring? Restoring { get; private set; }

    /// <summary>The seat that came in (<see cref="Restoring.Substitute"/>) or went out (the two others).</summary>
    public Guid? RestoredBySeatId { get; private set; }

    public DateTime? RestoredAt { get; private set; }

    internal void ForgetReason() => Reason = "";

    internal void Restore(Restoring how, Guid seatId, DateTime now) => (Restoring, RestoredBySeatId, RestoredAt) = (how, seatId, now);

    /// <summary>
    /// The seat that leaves by lot. The lot is SHA-256 of this recusal's id and of each seat's id, the smallest leaves: whoever has the ids can draw it
    /// again and find the same, and nobody can draw until the result pleases.
    /// </summary>
    internal PanelSeat Draw(IEnumerable<PanelSeat> candidates) =>
        candidates.MinBy(seat => Convert.ToHexString(SHA256.HashData([.. Id.ToByteArray(), .. seat.SeatId.ToByteArray()])), StringComparer.Ordinal)!;
}
