using Croisee.Rules;

namespace Croisee.Review;

/// <summary>
/// What is fixed of an experience after both readings, with its reason: one of the pair proposes, the other accepts. Where they do not, the group decides.
/// What the library will say of the experience; every proposal stays in its history, also when the group revises what was fixed.
/// </summary>
public sealed class Settlement : IAudited
{
    public const int ReasonMax = 2000;
    readonly List<SettlementProposal> proposals = [];

    Settlement() { }

    public Settlement(Pair pair, Guid seatId, Coding coding, string reason, DateTime now, int frameworkEdition = 0) : this(pair) => Propose(pair, seatId, coding, reason, now, frameworkEdition);

    Settlement(Pair pair) => (Id, PairId, ExperienceId) = (Guid.CreateVersion7(), pair.Id, pair.ExperienceId);

    /// <summary>The group decides where the pair proposed nothing.</summary>
    public static Settlement OfGroup(Pair pair, Coding coding, string reason, DateOnly today, DateTime now, int frameworkEdition = 0)
    {
        var settlement = new Settlement(pair);
        settlement.DecideByGroup(pair, coding, reason, today, now, frameworkEdition);
        return settlement;
    }

    public Guid Id { get; private set; }
    public Guid PairId { get; private set; }
    public Guid ExperienceId { get; private set; }
    public Coding Coding { get; private set; } = new();
    public string Reason { get; private set; } = "";
    /// <summary>Empty when the group decided.</summary>
    public Guid ProposedBySeatId { get; private set; }
    public DateTime ProposedAt { get; private set; }
    public Guid? AcceptedBySeatId { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    /// <summary>When the group last revised what was fixed; null when it never did.</summary>
    public DateTime? RevisedAt { get; private set; }
    /// <summary>Since when a declared link leaves nothing proposed; null while a proposal stands.</summary>
    public DateTime? VoidedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<SettlementProposal> Proposals => proposals;
    Guid IAudited.AuditedId => ExperienceId;

    public bool IsVoid => VoidedAt is not null;
    public bool IsAccepted => AcceptedAt is not null;
    public bool IsByGroup => IsAccepted && (AcceptedBySeatId is null || RevisedAt is not null);

    /// <summary>Proposes, or proposes otherwise: the other reader is asked again.</summary>
    public void Propose(Pair pair, Guid seatId, Coding coding, string reason, DateTime now, int frameworkEdition = 0)
    {
        if (!pair.Has(seatId)) throw new RuleBroken("EXP-R8", "Cet accord revient à un autre binôme.");
        Fix(coding, reason, seatId, now, frameworkEdition);
    }

    public void Accept(Pair pair, Guid seatId, DateTime now)
    {
        if (IsVoid) throw new RuleBroken("REV-SETTLED", "Cette proposition est écartée : un lien a été déclaré.");
        if (!pair.Has(seatId) || seatId == ProposedBySeatId) throw new RuleBroken("REV-SETTLED", "C’est à l’autre personne du binôme d’accepter.");
        (AcceptedBySeatId, AcceptedAt) = (seatId, now);
        pair.Finish(now);
    }

    /// <summary>
    /// A reader declared a link: what they proposed goes with their reading, and what the other proposed counts no more, for it answered a reading that is gone.
    /// It stays to be read, set aside. Expects <see cref="Proposals"/> loaded.
    /// </summary>
    public void Void(Guid linkedSeatId, DateTime now)
    {
        if (IsAccepted) throw new RuleBroken("REV-SETTLED", "L’accord est déjà donné.");
        proposals.RemoveAll(p => p.SeatId == linkedSeatId);
        foreach (var proposal in proposals) proposal.SetAside(now);
        (Coding, Reason, ProposedBySeatId, VoidedAt) = (new(), "", Guid.Empty, now);
    }

    /// <summary>The group fixes what its pair could not, with a reason that all members and the authors read.</summary>
    public void DecideByGroup(Pair pair, Coding coding, string reason, DateOnly today, DateTime now, int frameworkEdition = 0)
    {
        if (!IsAccepted && !pair.MayGoToGroup(today)) throw new RuleBroken("REV-GROUP", "Le binôme a encore le temps de s’accorder. Le groupe décide quand il le demande, ou après le dernier jour de lecture.");
        Fix(coding, reason, Guid.Empty, now, frameworkEdition);
        AcceptedAt = now;
        pair.Finish(now);
    }

    /// <summary>The group says otherwise what was fixed, with a reason that all members and the authors read. What was fixed before stays in the history.</summary>
    /// <exception cref="RuleBroken">Nothing is fixed yet, or this coding is the one that is fixed.</exception>
    public void Revise(Coding coding, string reason, DateTime now, int frameworkEdition = 0)
    {
        if (!IsAccepted) throw new RuleBroken("REV-GROUP", "Rien n’est encore fixé : le binôme s’accorde d’abord.");
        if (coding == Coding) throw new RuleBroken("REV-SAME", "Ce codage est déjà celui qui est fixé : changez ce qui doit l’être.", "Degree");
        Write(coding, reason, Guid.Empty, now, frameworkEdition);
        RevisedAt = now;
    }

    void Fix(Coding coding, string reason, Guid seatId, DateTime now, int frameworkEdition)
    {
        if (IsAccepted) throw new RuleBroken("REV-SETTLED", "L’accord est déjà donné.");
        Write(coding, reason, seatId, now, frameworkEdition);
    }

    void Write(Coding coding, string reason, Guid seatId, DateTime now, int frameworkEdition)
    {
        if (coding.Degree is null || coding.Landmarks.Registers.Count == 0) throw new RuleBroken("REV-CODING", "Fixez au moins le degré et un registre.", "Degree");
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMax) throw new RuleBroken("REV-REASON", $"Écrivez la raison de cet accord ({ReasonMax} caractères au plus).", "Reason");
        (Coding, Reason, ProposedBySeatId, ProposedAt, VoidedAt) = (coding, reason.Trim(), seatId, now, null);
        proposals.Add(new SettlementProposal(Id, seatId == Guid.Empty ? null : seatId, coding, Reason, now, frameworkEdition));
    }
}

/// <summary>One proposal of an agreement, as it was made; it does not change any more. It may be set aside.</summary>
public sealed class SettlementProposal
{
    SettlementProposal() { }

    internal SettlementProposal(Guid settlementId, Guid? seatId, Coding coding, string reason, DateTime now, int frameworkEdition) =>
        (Id, SettlementId, SeatId, Coding, Reason, ProposedAt, FrameworkEdition) = (Guid.CreateVersion7(), settlementId, seatId, coding, reason, now, frameworkEdition);

    public Guid Id { get; private set; }
    public Guid SettlementId { get; private set; }
    /// <summary>Null when the group decided.</summary>
    public Guid? SeatId { get; private set; }
    public Coding Coding { get; private set; } = new();
    public string Reason { get; private set; } = "";
    public DateTime ProposedAt { get; private set; }
    public int FrameworkEdition { get; private set; }
    /// <summary>When the other reader declared a link: it counts no more, and stays in the history.</summary>
    public DateTime? SetAsideAt { get; private set; }

    internal void SetAside(DateTime now) => SetAsideAt ??= now;
}
