using Croisee.Groups;
using Croisee.Rules;

namespace Croisee.Review;

/// <summary>Two seats, one of each college, that read one experience (EXP-R8). A reader with a link is replaced by another seat of the same college.</summary>
public sealed class Pair : IAudited
{
    public const int ReasonMax = 1000;

    Pair() { }

    public Pair(Guid experienceId, Guid groupId, Guid serviceUserSeat, Guid professionalSeat, DateOnly dueOn, DateTime now)
    {
        if (serviceUserSeat == professionalSeat) throw new RuleBroken("EXP-R8", "Un binôme réunit deux personnes.");
        Id = Guid.CreateVersion7();
        (ExperienceId, GroupId, ServiceUserSeatId, ProfessionalSeatId, DueOn, AssignedAt) = (experienceId, groupId, serviceUserSeat, professionalSeat, dueOn, now);
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Guid GroupId { get; private set; }
    public Guid ServiceUserSeatId { get; private set; }
    public Guid ProfessionalSeatId { get; private set; }
    public DateOnly DueOn { get; private set; }
    public DateTime AssignedAt { get; private set; }
    public DateTime? SettledAt { get; private set; }
    public DateTime? HandedOverAt { get; private set; }
    public string? HandedOverReason { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    public bool Has(Guid seatId) => seatId == ServiceUserSeatId || seatId == ProfessionalSeatId;
    public Guid OtherOf(Guid seatId) => seatId == ServiceUserSeatId ? ProfessionalSeatId : ServiceUserSeatId;

    /// <summary>Puts another seat of the same college in the place of <paramref name="seatId"/>.</summary>
    public void Replace(Guid seatId, Guid by, DateOnly dueOn)
    {
        if (SettledAt is not null) throw new RuleBroken("EXP-R8", "Ce binôme a fini : sa lecture ne change plus.");
        if (Has(by)) throw new RuleBroken("EXP-R8", "Cette personne est déjà dans le binôme.", "Seat");
        if (seatId == ServiceUserSeatId) ServiceUserSeatId = by; else if (seatId == ProfessionalSeatId) ProfessionalSeatId = by;
        // Whoever comes reads anew: what separated the two before them is no longer asked of the group.
        // And whoever stays loses no day that was given to them.
        (DueOn, HandedOverAt, HandedOverReason) = (dueOn > DueOn ? dueOn : DueOn, null, null);
    }

    /// <summary>More time to read, and to agree: a later day, which takes the pair back from the group unless the pair itself turned to it.</summary>
    public void GiveTime(DateOnly dueOn, DateOnly today)
    {
        if (SettledAt is not null || HandedOverAt is not null) throw new RuleBroken("EXP-R8", "Ce binôme a fini, ou a confié sa différence au groupe : il n’attend plus de temps.");
        if (dueOn <= DueOn || dueOn <= today) throw new RuleBroken("EXP-R8", "Le nouveau jour vient après l’ancien, et au plus tôt demain.", "DueOn");
        if (dueOn > today.AddDays(ReadingGroup.DaysMax)) throw new RuleBroken("EXP-R8", $"Le nouveau jour est au plus dans {ReadingGroup.DaysMax} jours.", "DueOn");
        DueOn = dueOn;
    }

    public void Finish(DateTime now) => SettledAt ??= now;

    /// <summary>The two readers do not come to an agreement: the group will say, and reads why.</summary>
    public void HandOver(Guid seatId, string reason, DateTime now)
    {
        if (!Has(seatId)) throw new RuleBroken("EXP-R8", "Cet accord revient à un autre binôme.");
        if (SettledAt is not null) throw new RuleBroken("REV-SETTLED", "L’accord est déjà donné.");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMax) throw new RuleBroken("REV-REASON", $"Dites en quelques mots ce qui vous sépare ({ReasonMax} caractères au plus).", "Reason");
        (HandedOverAt, HandedOverReason) = (HandedOverAt ?? now, reason.Trim());
    }

    /// <summary>The group speaks when the pair asks it to, or when the pair's day has passed.</summary>
    public bool MayGoToGroup(DateOnly today) => SettledAt is null && (HandedOverAt is not null || today > DueOn);
}

/// <summary>
/// Somebody declared a link with the action: they neither read nor code it, whatever seat they hold, and the reason is kept. With nobody to take their
/// place (<see cref="ReplacedBySeatId"/> is null), the pair waits for whoever leads the group (EXP-R8).
/// </summary>
public sealed class ReadingRecusal : IAudited
{
    public const int ReasonMax = 600;

    ReadingRecusal() { }

    public ReadingRecusal(Guid experienceId, Seat seat, string reason, Guid? replacedBy, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMax) throw new RuleBroken("EXP-R8", $"Dites le lien en quelques mots ({ReasonMax} caractères au plus).", "Reason");
        Id = Guid.CreateVersion7();
        (ExperienceId, SeatId, PersonId, Reason, ReplacedBySeatId, DeclaredAt) = (experienceId, seat.Id, seat.PersonId, reason.Trim(), replacedBy, now);
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Guid SeatId { get; private set; }
    /// <summary>The link is theirs: a renewed mandate is another seat, and the same person.</summary>
    public Guid? PersonId { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid? ReplacedBySeatId { get; private set; }
    public DateTime DeclaredAt { get; private set; }

    public bool KeepsAway(Seat seat) => seat.Id == SeatId || PersonId is { } person && person == seat.PersonId;

    Guid IAudited.AuditedId => ExperienceId;
}
