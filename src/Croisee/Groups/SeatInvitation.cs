using Croisee.Rules;

namespace Croisee.Groups;

/// <summary>
/// A vacant seat offered to a person. It holds no secret: signing in with the invited address proves who accepts,
/// so a forwarded or prefetched link opens nothing (S15).
/// </summary>
public sealed class SeatInvitation : IAudited
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    SeatInvitation() { }

    internal SeatInvitation(Guid groupId, Guid seatId, Guid personId, Guid invitedBy, DateTime now)
    {
        Id = Guid.CreateVersion7();
        GroupId = groupId;
        SeatId = seatId;
        PersonId = personId;
        InvitedBy = invitedBy;
        SentAt = now;
    }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }
    public Guid SeatId { get; private set; }
    public Guid PersonId { get; private set; }
    public Guid InvitedBy { get; private set; }
    public DateTime SentAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public bool? Accepted { get; private set; }
    public int Version { get; private set; }

    public Guid AuditedId => GroupId;

    public DateTime ExpiresAt => SentAt + Life;

    public bool IsOpen(DateTime now) => AnsweredAt is null && now < ExpiresAt;

    /// <summary>The person goes on in the seat they held: the place that was offered leaves.</summary>
    internal void MoveTo(Seat seat) => SeatId = seat.Id;

    /// <exception cref="RuleBroken">Answered already, or older than <see cref="Life"/>.</exception>
    public void Answer(bool accepted, DateTime now)
    {
        if (!IsOpen(now)) throw new RuleBroken("invitation.over", "Cette invitation n’attend plus de réponse. Demandez-en une nouvelle à l’organisateur.");
        (Accepted, AnsweredAt) = (accepted, now);
    }
}
