using Croisee.Rules;

namespace Croisee.Library;

/// <summary>What a concerned reader says of the easy-read summary of a sheet. It binds to the very texts that were read (FAL-R1).</summary>
public sealed class EasyReading : IAudited
{
    public const int RemarkMax = 1000;

    EasyReading() { }

    /// <param name="hash"><see cref="SheetContent.EasyHash"/> of what was on the page.</param>
    public EasyReading(Guid sheetId, Guid personId, string hash, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (SheetId, PersonId, Hash, At) = (sheetId, personId, hash, now);
    }

    public Guid Id { get; private set; }
    public Guid SheetId { get; private set; }
    public Guid PersonId { get; private set; }
    public string Hash { get; private set; } = "";
    public bool Understood { get; private set; }
    public string? Remark { get; private set; }
    public DateTime At { get; private set; }
    Guid IAudited.AuditedId => SheetId;

    internal void BindTo(string hash) => Hash = hash;

    /// <summary>Says what one understood. Whoever wrote the text cannot approve it.</summary>
    public void Say(bool understood, bool tookNoPart, string? remark, DateTime now)
    {
        if (understood && !tookNoPart) throw new RuleBroken("FAL-R1", "Pour dire que le texte est facile à lire, il faut ne pas l’avoir écrit. Cochez la case si c’est vrai.", "TookNoPart");
        if (remark?.Length > RemarkMax) throw new RuleBroken("FAL-R1", $"Écrivez {RemarkMax} caractères au plus.", "Remark");
        (Understood, Remark, At) = (understood, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(), now);
    }
}

/// <summary>
/// V-ETAT-FALC, computed from the readings of the present texts, never stored: a changed word makes another fingerprint, and the mark is gone.
/// The mark needs two people who understood everything, and nobody who did not: one « je ne comprends pas » keeps the text under reading.
/// </summary>
/// <param name="Changed">Was read by somebody once, in other words than those of today.</param>
public sealed record EasyState(string? Code, int Approvals, DateTime? At, bool Changed = false)
{
    public const int Needed = 2;
    public const string Plain = "FALC_LANGAGE_CLAIR", BeingRead = "FALC_EN_RELECTURE", Valid = "FALC_VALIDE";

    public static EasyState None { get; } = new(null, 0, null);
    public bool IsMarked => Code == Valid;

    public static EasyState Of(SheetContent content, IEnumerable<EasyReading> readings)
    {
        if (string.IsNullOrWhiteSpace(content.Account.Essentials.EasySummary)) return None;
        var hash = content.EasyHash();
        var all = readings.ToList();
        var now = all.FindAll(r => r.Hash == hash);
        var approvals = now.Count(r => r.Understood);
        var code = approvals >= Needed && approvals == now.Count ? Valid : now.Count > 0 ? BeingRead : Plain;
        return new(code, approvals, now.Count == 0 ? null : now.Max(r => r.At), now.Count == 0 && all.Count > 0);
    }
}
