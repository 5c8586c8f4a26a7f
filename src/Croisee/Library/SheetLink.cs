using Croisee.Rules;

namespace Croisee.Library;

/// <summary>How an experience holds to the other end: it uses it, it comes from it, it is carried by it.</summary>
public enum LinkRelation { Uses, AdaptedFrom, CarriedBy }

/// <summary>
/// A named link from a sheet to a method, a tool, an organisation or another sheet. Its authors propose it, in words; the moderation gives it its other
/// end, a real row, and only then is it public.
/// </summary>
public sealed class SheetLink : Moderated
{
    SheetLink() { }

    /// <param name="name">What the authors call the other end; nothing when it is a sheet.</param>
    public SheetLink(Guid sheetId, string key, LinkRelation relation, MethodKind kind, string? name, Guid? sourceId, DateTime now) : base(sheetId, now)
    {
        if (sourceId is null) Method.CheckName(name);
        else if (!string.IsNullOrWhiteSpace(name)) throw new RuleBroken("MET-R2", "Donnez le nom, ou l’adresse d’une fiche, mais pas les deux. Pour les deux, faites deux liens.", "Name");
        else if (relation is not LinkRelation.AdaptedFrom) throw new RuleBroken("MET-R2", "Une fiche ne peut être qu’à l’origine d’une autre : choisissez « adaptée de ».", "Relation");
        if (sourceId == sheetId) throw new RuleBroken("MET-R3", "Une expérience n’est pas adaptée d’elle-même.", "Source");
        (Key, Relation, SourceId, State) = (key, relation, sourceId, ModerationState.Waiting);
        (ProposedName, ProposedKind) = (sourceId is null ? name!.Trim() : null, relation is LinkRelation.CarriedBy ? MethodKind.Organisation : kind);
    }

    public string Key { get; private set; } = "";
    public LinkRelation Relation { get; private set; }
    public string? ProposedName { get; private set; }
    public MethodKind ProposedKind { get; private set; }
    /// <summary>The method, tool or organisation at the other end, once the moderation said which.</summary>
    public Guid? MethodId { get; private set; }
    /// <summary>The sheet it was adapted from.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>Gives the link its other end, before it is shown.</summary>
    public void Tie(Method method) => (MethodId, ProposedName) = (method.Id, null);

    /// <summary>Taken back, it holds nothing any more: the name alone stays, for its authors.</summary>
    public void Untie(Method method) => (MethodId, ProposedName) = (null, method.Name);

    /// <summary>Nothing: its authors read on their own page which link was refused. Nobody else does.</summary>
    private protected override void EraseWords() { }
}

public static class LinkRelations
{
    public static string French(this LinkRelation relation) => relation switch { LinkRelation.Uses => "Utilise", LinkRelation.AdaptedFrom => "Adaptée de", _ => "Portée par" };
}
