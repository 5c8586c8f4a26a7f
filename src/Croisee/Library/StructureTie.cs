using Croisee.Rules;

namespace Croisee.Library;

/// <summary>What is said of two names in their places: one organisation, or two.</summary>
public enum StructureVerdict { One, Different }

/// <summary>A name in a place, as sheets tell them.</summary>
/// <param name="Place"><see cref="Kinship.StructurePlace.Key"/>, which has a word of its own for those that tell none; empty for the name alone, in all its places.</param>
public readonly record struct StructureEnd(string Key, string Place)
{
    /// <summary>In one word, as in « foyer--brest-r53 » or « foyer--sans-lieu »: no name and no place has two dashes in a row.</summary>
    public const string Between = "--";

    public string Code => Place.Length == 0 ? Key : Key + Between + Place;
    public string Href => $"/repertoire/structures/{Key}" + (Place.Length == 0 ? "" : $"?lieu={Place}");
}

/// <summary>
/// What the moderation says of two names in their places, with its public reason: that they are one organisation, or two. Undone, it stays in the history and counts
/// no more. What is made one loses nothing: each sheet keeps the name that its authors gave.
/// </summary>
public sealed class StructureTie : IAudited
{
    public const int ReasonMax = 500;

    StructureTie() { }

    /// <param name="other">Of one organisation, the name that leads.</param>
    public StructureTie(StructureEnd one, StructureEnd other, StructureVerdict verdict, string? reason, Guid organisationId, DateTime now)
    {
        if (one == other) throw new RuleBroken("STR-R1", "Ce sont deux fois le même nom au même lieu. Donnez deux structures.", "Other");
        Id = Guid.CreateVersion7();
        (OneKey, OnePlace, OtherKey, OtherPlace, Verdict, OrganisationId, At) = (one.Key, one.Place, other.Key, other.Place, verdict, organisationId, now);
        Reason = Said(reason);
    }

    public Guid Id { get; private set; }
    public string OneKey { get; private set; } = "";
    public string OnePlace { get; private set; } = "";
    public string OtherKey { get; private set; } = "";
    public string OtherPlace { get; private set; } = "";
    public StructureVerdict Verdict { get; private set; }
    public string Reason { get; private set; } = "";
    /// <summary>In whose name it is said: one whose sheet tells the first.</summary>
    public Guid OrganisationId { get; private set; }
    public DateTime At { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public string? UndoneReason { get; private set; }
    public int Version { get; private set; }
    public StructureEnd One => new(OneKey, OnePlace);
    public StructureEnd Other => new(OtherKey, OtherPlace);
    Guid IAudited.AuditedId => Id;

    public void Undo(string? reason, DateTime now)
    {
        if (UndoneAt is not null) throw new RuleBroken("STR-R4", "Cette décision est déjà défaite.");
        (UndoneReason, UndoneAt) = (Said(reason), now);
    }

    static string Said(string? reason) => string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > ReasonMax
        ? throw new RuleBroken("STR-R1", $"Dites pourquoi, en {ReasonMax} caractères au plus.", "Reason") : reason.Trim();
}
