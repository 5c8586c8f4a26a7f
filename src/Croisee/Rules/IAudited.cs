namespace Croisee.Rules;

/// <summary>A noun whose every save needs a journal entry about <see cref="AuditedId"/>: no entry, no save.</summary>
public interface IAudited
{
    /// <summary>The noun's own id, or, for a part of a larger noun (a step of an experience), the id of the whole.</summary>
    Guid AuditedId { get; }
}
