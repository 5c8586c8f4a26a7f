using Croisee.Groups;
using Croisee.Rules;

namespace Croisee.Review;

/// <summary>The working group that reads for a call. Reading and selection open once, only at parity or with a written reason that all members see (EXP-R7).</summary>
public sealed class ReadingGroup : IAudited
{
    /// <summary>Days a reader usually has, from the day of assignment.</summary>
    public const int DaysToRead = 21;
    public const int DaysMin = 7, DaysMax = 180;

    ReadingGroup() { }

    public ReadingGroup(Guid callId, Guid groupId, DateTime now) => (Id, CallId, GroupId, ChosenAt) = (Guid.CreateVersion7(), callId, groupId, now);

    public Guid Id { get; private set; }
    public Guid CallId { get; private set; }
    public Guid GroupId { get; private set; }
    public DateTime ChosenAt { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    /// <summary>Days a reader of this call has; <see cref="DaysToRead"/> until somebody says otherwise.</summary>
    public int Days { get; private set; } = DaysToRead;
    public int Version { get; private set; }
    Guid IAudited.AuditedId => CallId;

    public bool IsOpen => OpenedAt is not null;

    /// <summary>For the pairs that are made from now on: what was given keeps its day, and gets more time one by one.</summary>
    public void GiveDays(int days)
    {
        if (days is < DaysMin or > DaysMax) throw new RuleBroken("EXP-R8", $"Donnez de {DaysMin} à {DaysMax} jours pour lire.", "Days");
        Days = days;
    }

    /// <summary>Another group reads instead: a wrong choice is mended until reading opens, never after.</summary>
    /// <param name="isAtWork">Whether the group chosen before was already asked something about this call.</param>
    public void Choose(Guid groupId, bool isAtWork, DateTime now)
    {
        if (IsOpen || isAtWork) throw new RuleBroken("EXP-R8", "Ce groupe a commencé : un autre ne peut plus le remplacer. Changez plutôt ses membres.");
        (GroupId, ChosenAt) = (groupId, now);
    }

    /// <summary>Refuses while a seat is missing, naming it, unless the group was excused.</summary>
    public void Open(Group group, DateOnly day, DateTime now)
    {
        if (!group.Rule.MayRead) throw new RuleBroken("EXP-R7", $"Un groupe de cette sorte ({group.Rule.Name}) ne lit pas d’expériences : il faut autant de personnes concernées que de professionnels.");
        group.EnsureMayDecide(day);
        OpenedAt ??= now;
    }
}
