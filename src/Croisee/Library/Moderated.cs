using Croisee.Rules;

namespace Croisee.Library;

/// <summary>Where the words of a reader or an author stand. « NotNeeded »: nothing free was written, codes alone are public at once.</summary>
public enum ModerationState { NotNeeded, Waiting, Shown, Refused }

/// <summary>Words that somebody writes beside a sheet: nobody else reads them before the moderation has said yes (S42). Refused, the words themselves are erased and the reason stays.</summary>
public abstract class Moderated : IAudited
{
    public const int RefusalMax = 500;

    private protected Moderated() { }

    private protected Moderated(Guid sheetId, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (SheetId, At) = (sheetId, now);
    }

    public Guid Id { get; private set; }
    public Guid SheetId { get; private set; }
    public DateTime At { get; private set; }
    public ModerationState State { get; private protected set; }
    public DateTime? JudgedAt { get; private set; }
    /// <summary>Why it is not shown; told to whoever wrote it, where they can be told.</summary>
    public string? Refusal { get; private set; }
    /// <summary>Two moderators do not hide each other.</summary>
    public int Version { get; private set; }
    Guid IAudited.AuditedId => SheetId;

    public void Accept(DateTime now)
    {
        if (State is not ModerationState.Waiting) throw new RuleBroken("NOU-R2", "Quelqu’un a déjà répondu. Rechargez la page.");
        (State, JudgedAt) = (ModerationState.Shown, now);
    }

    /// <summary>Also takes back what was shown.</summary>
    public void Refuse(string? why, DateTime now)
    {
        if (State is not (ModerationState.Waiting or ModerationState.Shown)) throw new RuleBroken("NOU-R2", "Quelqu’un a déjà répondu. Rechargez la page.");
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken("NOU-R2", "Dites pourquoi : la personne qui a écrit pourra le lire.", "Reason");
        if (why.Length > RefusalMax) throw new RuleBroken("NOU-R2", $"Écrivez {RefusalMax} caractères au plus.", "Reason");
        (State, Refusal, JudgedAt) = (ModerationState.Refused, why.Trim(), now);
        EraseWords();
    }

    private protected abstract void EraseWords();
}
