using Croisee.Rules;

namespace Croisee.Framework;

/// <summary>
/// The words an instance uses instead of the default ones for a term. The code never changes; a missing word means the default.
/// A retired term is no longer offered, and stays readable wherever it was chosen.
/// </summary>
public sealed class FrameworkLabel : IAudited
{
    public const int LabelMax = 200, EasyMax = 80, DefinitionMax = 1000;

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
    /// <summary>What the term means here, when the default definition proved unclear.</summary>
    public string? Definition { get; private set; }
    public bool Active { get; private set; } = true;
    public int Version { get; private set; }
    Guid IAudited.AuditedId => Id;

    /// <summary>Whether something here is not the default.</summary>
    public bool Changes => Label is not null || EasyLabel is not null || Definition is not null || !Active;

    /// <summary>Blank, or the default word itself, goes back to the default words.</summary>
    public void Reword(string? label, string? easyLabel)
    {
        var (word, easy) = (Trimmed(label), Trimmed(easyLabel));
        if (word?.Length > LabelMax) throw new RuleBroken("FRM-LABEL", $"Écrivez {LabelMax} signes au plus.", nameof(Label));
        if (easy?.Length > EasyMax) throw new RuleBroken("FRM-EASY", $"Écrivez {EasyMax} signes au plus.", nameof(EasyLabel));
        if (easy is not null && Framework.EasyLabel.Fault(easy) is { } fault) throw new RuleBroken("FRM-EASY", fault, nameof(EasyLabel));
        var term = Vocabularies.Find(Code)!;
        (Label, EasyLabel) = (word == term.Label ? null : word, easy == term.Easy ? null : easy);
    }

    /// <summary>Blank, or the default definition itself, goes back to the default one.</summary>
    public void Define(string? definition)
    {
        var words = Trimmed(definition)?.Replace("\r\n", "\n");
        if (words?.Length > DefinitionMax) throw new RuleBroken("FRM-DEFINITION", $"Écrivez {DefinitionMax} signes au plus.", nameof(Definition));
        Definition = words == Vocabularies.Find(Code)!.Definition ? null : words;
    }

    public void Retire() => Active = false;

    public void Restore() => Active = true;

    /// <summary>The default words again, offered again: the undo of whatever was changed.</summary>
    public void GoBackToDefault() => (Label, EasyLabel, Definition, Active) = (null, null, null, true);

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
