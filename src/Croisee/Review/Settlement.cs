using Croisee.Rules;

namespace Croisee.Review;

/// <summary>What the pair fixes together after both readings, with its reason: one proposes, the other accepts. What the library will say of the experience.</summary>
public sealed class Settlement : IAudited
{
    public const int ReasonMax = 2000;

    Settlement() { }

    public Settlement(Pair pair, Guid seatId, Coding coding, string reason, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (PairId, ExperienceId) = (pair.Id, pair.ExperienceId);
        Propose(pair, seatId, coding, reason, now);
    }

    public Guid Id { get; private set; }
    public Guid PairId { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Coding Coding { get; private set; } = new();
    public string Reason { get; private set; } = "";
    public Guid ProposedBySeatId { get; private set; }
    public DateTime ProposedAt { get; private set; }
    public Guid? AcceptedBySeatId { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    public bool IsAccepted => AcceptedAt is not null;

    /// <summary>Proposes, or proposes otherwise: the other reader is asked again.</summary>
    public void Propose(Pair pair, Guid seatId, Coding coding, string reason, DateTime now)
    {
        if (IsAccepted) throw new RuleBroken("REV-SETTLED", "L’accord est déjà donné à deux.");
        if (!pair.Has(seatId)) throw new RuleBroken("EXP-R8", "Cet accord revient à un autre binôme.");
        if (coding.Degree is null || coding.Landmarks.Registers.Count == 0) throw new RuleBroken("REV-CODING", "Fixez au moins le degré et un registre.", "Degree");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMax) throw new RuleBroken("REV-REASON", $"Écrivez la raison de votre accord ({ReasonMax} caractères au plus).", "Reason");
        (Coding, Reason, ProposedBySeatId, ProposedAt) = (coding, reason.Trim(), seatId, now);
    }

    public void Accept(Pair pair, Guid seatId, DateTime now)
    {
        if (!pair.Has(seatId) || seatId == ProposedBySeatId) throw new RuleBroken("REV-SETTLED", "C’est à l’autre personne du binôme d’accepter.");
        (AcceptedBySeatId, AcceptedAt) = (seatId, now);
        pair.Finish(now);
    }
}
