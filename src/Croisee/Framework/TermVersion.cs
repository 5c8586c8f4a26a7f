namespace Croisee.Framework;

/// <summary>
/// The words of a term as they were set one day, with the reason: never changed afterwards. Each makes the next edition of this instance's framework,
/// so that a coding can name the words it was made with. Edition 0 is the framework as it came.
/// </summary>
public sealed class TermVersion
{
    TermVersion() { }

    public TermVersion(FrameworkLabel label, int edition, string reason, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Edition, Vocabulary, Code, At, Reason) = (edition, label.Vocabulary, label.Code, now, reason);
        var term = Vocabularies.Find(label.Code)!;
        (Label, EasyLabel, Definition, Offered) = (label.Label ?? term.Label, label.EasyLabel ?? term.Easy, label.Definition ?? term.Definition, label.Active);
    }

    public Guid Id { get; private set; }
    public int Edition { get; private set; }
    public string Vocabulary { get; private set; } = "";
    public string Code { get; private set; } = "";
    public string Label { get; private set; } = "";
    public string EasyLabel { get; private set; } = "";
    public string? Definition { get; private set; }
    public bool Offered { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTime At { get; private set; }
}
