using Croisee.Rules;

namespace Croisee.Groups;

/// <summary>
/// An organiser lets a group decide although its sides are unequal, and says why to all members (EXP-R7).
/// It excuses the counts its author saw and no others: when somebody joins or leaves, it no longer holds.
/// </summary>
public sealed class ParityOverride : IAudited
{
    public const int ReasonMax = 1000;

    ParityOverride() => Reason = "";

    internal ParityOverride(Guid groupId, Parity parity, string reason, Guid givenBy, DateTime givenAt)
    {
        Id = Guid.CreateVersion7();
        GroupId = groupId;
        ServiceUsers = parity.CountOf(College.ServiceUsers);
        Professionals = parity.CountOf(College.Professionals);
        Reason = reason;
        GivenBy = givenBy;
        GivenAt = givenAt;
    }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }
    public int ServiceUsers { get; private set; }
    public int Professionals { get; private set; }
    public string Reason { get; private set; }

    /// <summary>The person who took it upon themselves.</summary>
    public Guid GivenBy { get; private set; }

    public DateTime GivenAt { get; private set; }

    public Guid AuditedId => GroupId;

    public bool Excuses(Parity parity) =>
        parity.CountOf(College.ServiceUsers) == ServiceUsers && parity.CountOf(College.Professionals) == Professionals;
}
