using Croisee.Rules;

namespace Croisee.Framework;

/// <summary>
/// The words an instance uses instead of the default ones for a term. The code never changes; a missing word means the default.
/// A retired term is no longer offered, and stays readable wherever it was chosen.
/// </summary>
public sealed class FrameworkLabel : IAudited
{
    public const int LabelMax = 200, EasyMax = 80;

    FrameworkLabel() { }

    /// <exception cref="RuleBroken"><c>FRM-CODE</c> when the term is not of that vocabulary; <c>FRM-LABEL</c>, <c>FRM-EASY</c> for the words.</exception>
    public FrameworkLabel(string vocabulary, string code, string? label, string? easyLabel)
    {
        Id = Guid.CreateVersion7();
        Code = Vocabularies.Get(vocabulary).Require(code).Code;
        Vocabulary = vocabulary;
        Reword(label, easyLabel);
    }

    public Guid Id { get; private set; }
    public string Vocabulary { get; private set; } = "";
    public string Code { get; private set; } = "";
    public string? Label { get; private set; }
    public string? EasyLabel { get; private set; }
    public bool Active { get; private set; } = true;
    public int Version { get; private set; }
    Guid IAudited.AuditedId => Id;

    /// <summary>Blank goes back to the default words.</summary>
    public void Reword(string? label, string? easyLabel)
    {
        var (word, easy) = (Trimmed(label), Trimmed(easyLabel));
        if (word?.Length > LabelMax) throw new RuleBroken("FRM-LABEL", $"Écrivez {LabelMax} signes au plus.", nameof(Label));
        if (easy?.Length > EasyMax) throw new RuleBroken("FRM-EASY", $"Écrivez {EasyMax} signes au plus.", nameof(EasyLabel));
        if (easy is not null && Framework.EasyLabel.Fault(easy) is { } fault) throw new RuleBroken("FRM-EASY", fault, nameof(EasyLabel));
        (Label, EasyLabel) = (word, easy);
    }

    public void Retire() => Active = false;

    public void Restore() => Active = true;

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
