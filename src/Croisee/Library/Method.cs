using Croisee.Experiences;
using Croisee.Rules;

namespace Croisee.Library;

/// <summary>What several experiences may share: a way of doing, a thing one uses, or whoever carries them.</summary>
public enum MethodKind { Method, Tool, Organisation }

/// <summary>A method, a tool or an organisation that published experiences name. Proposed by authors, described by moderators; one row for one name.</summary>
public sealed class Method : IAudited
{
    public const int NameMax = 120, SummaryMax = 800, AddressMax = 300;

    Method() { }

    public Method(MethodKind kind, string name, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Reference, CreatedAt) = (Rules.Reference.New(), now);
        Describe(kind, name, null, null);
    }

    public Guid Id { get; private set; }
    public string Reference { get; private set; } = "";
    public MethodKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>The name without case, accents or signs: the same thing is one row.</summary>
    public string NameKey { get; private set; } = "";
    public string? Summary { get; private set; }
    /// <summary>Where it is explained, outside.</summary>
    public string? Address { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public int Version { get; private set; }
    Guid IAudited.AuditedId => Id;

    public void Describe(MethodKind kind, string? name, string? summary, string? address)
    {
        CheckName(name);
        if (summary?.Length > SummaryMax) throw new RuleBroken("MET-R1", $"Écrivez {SummaryMax} caractères au plus.", "Summary");
        address = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        if (address is not null && (address.Length > AddressMax || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
            throw new RuleBroken("MET-R1", "Cette adresse n’est pas complète. Elle commence par https://", "Address");
        (Kind, Name, NameKey, Summary, Address) = (kind, name!.Trim(), KeyOf(name), string.IsNullOrWhiteSpace(summary) ? null : summary.Trim(), address);
    }

    public static string KeyOf(string name) => string.Join('-', Slugs.Words(name));

    internal static void CheckName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > NameMax || KeyOf(name).Length == 0) throw new RuleBroken("MET-R1", $"Donnez un nom, de {NameMax} caractères au plus.", "Name");
    }
}

public static class MethodKinds
{
    public static string French(this MethodKind kind) => kind switch { MethodKind.Method => "Méthode", MethodKind.Tool => "Outil", _ => "Structure" };
}
