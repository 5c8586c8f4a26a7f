using Croisee.Rules;

namespace Croisee.Groups;

/// <summary>
/// An organiser lets a group decide although its sides are unequal, and says why to all members (EXP-R7).
/// It excuses the table its author saw and no other: when somebody joins or leaves, it no longer holds, nor does it come back when the counts do.
/// </summary>
public sealed class ParityOverride : IAudited
{
    public const int ReasonMax = 1000;

    ParityOverride() => Reason = "";

    internal ParityOverride(Guid? id, Guid groupId, IReadOnlyCollection<Seat> deciding, string reason, Guid givenBy, DateTime givenAt)
    {
        var parity = Parity.Of(deciding.Select(s => s.College));
        Id = id ?? Guid.CreateVersion7();
        GroupId = groupId;
        ServiceUsers = parity.CountOf(College.ServiceUsers);
        Professionals = parity.CountOf(College.Professionals);
        Seats = Named(deciding);
        Reason = reason;
        GivenBy = givenBy;
        GivenAt = givenAt;
    }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }
    public int ServiceUsers { get; private set; }
    public int Professionals { get; private set; }

    /// <summary>The seats that decided then, in one line; null where an earlier version kept only the counts.</summary>
    public string? Seats { get; private set; }

    public string Reason { get; private set; }

    /// <summary>The person who took it upon themselves.</summary>
    public Guid GivenBy { get; private set; }

    public DateTime GivenAt { get; private set; }

    public Guid AuditedId => GroupId;

    /// <param name="deciding">The seats that decide on the day.</param>
    public bool Excuses(IReadOnlyCollection<Seat> deciding)
    {
        var parity = Parity.Of(deciding.Select(s => s.College));
        return parity.CountOf(College.ServiceUsers) == ServiceUsers && parity.CountOf(College.Professionals) == Professionals && (Seats is null || Seats == Named(deciding));
    }

    static string Named(IEnumerable<Seat> seats) => string.Join(' ', seats.Select(s => s.Id.ToString("N")).Order(StringComparer.Ordinal));
}
