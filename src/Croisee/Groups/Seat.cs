using Croisee.Rules;

namespace Croisee.Groups;

public enum SeatRole
{
    Member,

    /// <summary>Chairs the meetings and decides as a member.</summary>
    Chair,

    /// <summary>Prepares and animates. Takes no part in decisions: outside parity, quorum and ballots.</summary>
    Facilitator,

    /// <summary>Stands ready to replace a recused member of the same college, for one question (EXP-R8). Outside parity until then.</summary>
    Alternate,
}

public static class SeatRoleWords
{
    public static string French(this SeatRole role) => role switch
    {
        SeatRole.Member => "membre",
        SeatRole.Chair => "présidence",
        SeatRole.Facilitator => "animation",
        SeatRole.Alternate => "suppléance",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}

/// <summary>
/// A place at the table: a person, or a vacancy, in a college. The college never changes: moving somebody to the other side
/// would change a count after the fact (S17), so one ends the mandate and opens another seat.
/// </summary>
public sealed class Seat : IAudited
{
    public const int LabelMax = 60;

    Seat() => Label = "";

    internal Seat(Guid? id, Guid groupId, int number, College college, SeatRole role, string label, Mandate mandate)
    {
        Id = id ?? Guid.CreateVersion7();
        GroupId = groupId;
        Number = number;
        College = college;
        Role = role;
        Label = label;
        FirstDay = mandate.From;
        LastDay = mandate.To;
    }

    public Guid Id { get; private set; }
    public Guid GroupId { get; private set; }

    /// <summary>Place in the order of opening, from 1: the order in which seats are shown, always the same.</summary>
    public int Number { get; private set; }

    public College College { get; private set; }
    public SeatRole Role { get; private set; }

    /// <summary>What the others read: a first name, or a pseudonym such as « membre usager 3 » (RGP-R1).</summary>
    public string Label { get; private set; }

    /// <summary>Null while the seat is vacant.</summary>
    public Guid? PersonId { get; private set; }

    public DateOnly FirstDay { get; private set; }
    public DateOnly? LastDay { get; private set; }
    /// <summary>The seat whose ended mandate left this place open.</summary>
    public Guid? FollowsId { get; private set; }
    /// <summary>The last day that those who lead were told of: told once, and again when it changes.</summary>
    public DateOnly? EndTold { get; private set; }
    public int Version { get; private set; }

    public Guid AuditedId => GroupId;
    public Mandate Mandate => new(FirstDay, LastDay);
    public bool IsVacant => PersonId is null;

    public bool SitsOn(DateOnly day) => !IsVacant && Mandate.Covers(day);

    /// <summary>Sits on <paramref name="day"/> and weighs in decisions: what parity and panels count.</summary>
    public bool DecidesOn(DateOnly day) => SitsOn(day) && Role is (SeatRole.Member or SeatRole.Chair);

    /// <summary>Leads the group: told of what waits for it, and able to do it, in both rooms.</summary>
    public bool Leads => Role is SeatRole.Chair or SeatRole.Facilitator;

    internal void Fill(Guid personId, DateOnly from)
    {
        PersonId = personId;
        FirstDay = from > FirstDay ? from : FirstDay;
    }

    internal void Rename(string label) => Label = label;

    /// <summary>Whose account is closed is named by nothing but the place they held.</summary>
    internal void ForgetName() => Label = $"Siège {Number}";

    /// <summary>Given for later days, and nobody will come.</summary>
    internal void Vacate() => PersonId = null;

    internal void End(DateOnly? lastDay) => LastDay = lastDay;

    internal void Follow(Seat seat) => FollowsId = seat.Id;

    internal void BeginOn(DateOnly day) => FirstDay = day;

    internal void TellEnd() => EndTold = LastDay;
}
