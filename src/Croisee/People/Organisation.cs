using Croisee.Rules;

namespace Croisee.People;

public enum OrganisationKind { Instance, NationalBody, Region, ManagingBody, Establishment, Service }

/// <summary>A node of the tree: the instance at the root, national bodies, regions, managing bodies, establishments, services. FINESS where it exists.</summary>
public sealed class Organisation : IAudited
{
    public const int NameMax = 200, FinessLength = 9;

    Organisation() { }

    /// <param name="id">Given by the form that makes it, so that a form sent twice makes one.</param>
    public Organisation(string name, OrganisationKind kind, Organisation? parent, string? finess = null, Guid? id = null)
    {
        if (parent is null != (kind is OrganisationKind.Instance)) throw new RuleBroken("ORG-TREE", "Une structure dépend toujours d’une autre ; seule l’instance est à la racine.", "Parent");
        Id = id ?? Guid.CreateVersion7();
        Reference = Rules.Reference.New();
        ParentId = parent?.Id;
        Path = $"{parent?.Path ?? "/"}{Id:N}/";
        Kind = kind;
        Describe(name, finess);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    public string Name { get; private set; } = "";
    public OrganisationKind Kind { get; private set; }
    public string? Finess { get; private set; }
    public Guid? ParentId { get; private set; }
    public Organisation? Parent { get; private set; }
    /// <summary>Ids from the root down to this one, « /…/…/ »: what lies under an organisation begins with its path.</summary>
    public string Path { get; private set; } = "";
    public int Version { get; private set; }
    Guid IAudited.AuditedId => Id;

    public void Describe(string name, string? finess)
    {
        name = name.Trim();
        if (name.Length is 0 or > NameMax) throw new RuleBroken("ORG-NAME", $"Donnez un nom de {NameMax} caractères au plus.", "Name");
        finess = finess?.Replace(" ", "");
        if (finess is { Length: > 0 } && (finess.Length != FinessLength || !finess.All(char.IsLetterOrDigit)))
            throw new RuleBroken("ORG-FINESS", "Un numéro FINESS a 9 signes, par exemple 990000001.", "Finess");
        Name = name;
        Finess = string.IsNullOrEmpty(finess) ? null : finess.ToUpperInvariant();
    }
}
