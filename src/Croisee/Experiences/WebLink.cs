using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>A page elsewhere that helps to understand (field 45): its address, what it shows, who agreed that it is shown. A published sheet keeps its own copy.</summary>
public sealed class WebLink : IAudited
{
    public const int AddressMax = 500, RightsMax = 500, AlternativeMax = 1000;
    /// <summary>As many as one experience gives.</summary>
    public const int Most = 10;
    public const string Refused = "Cette adresse n’est pas complète, ou n’est pas sûre. Elle commence par https:// et ressemble à https://www.exemple.fr/page.";

    WebLink() { }

    public WebLink(Guid experienceId, string? address, string? alternative, string? rights, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (ExperienceId, Address, AddedAt) = (experienceId, Read(address) ?? throw new RuleBroken("EXP-1.4", Refused, "Address"), now);
        (Alternative, Rights) = (Written(alternative, AlternativeMax, "Dites en quelques mots ce que l’on y trouve.", "Alternative"), Written(rights, RightsMax, "Dites à qui est cette page, et qui est d’accord pour la montrer.", "Rights"));
    }

    public Guid Id { get; private set; }
    public Guid ExperienceId { get; private set; }
    public string Address { get; private set; } = "";
    public string Rights { get; private set; } = "";
    /// <summary>What one finds there, for who does not follow it.</summary>
    public string Alternative { get; private set; } = "";
    public DateTime AddedAt { get; private set; }
    Guid IAudited.AuditedId => ExperienceId;

    /// <summary>The site, as machines write it: a name that imitates another shows itself.</summary>
    public static string SiteOf(string address) => new Uri(address).IdnHost;

    /// <summary>The address to keep, « https:// » added where no scheme was typed; null when it is none, or leads elsewhere than to a site over https.</summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", IsDefaultPort: true, HostNameType: UriHostNameType.Dns } && uri.Host.Trim('.').Contains('.') && uri.AbsoluteUri.Length <= AddressMax ? uri.AbsoluteUri : null;
    }

    static string Written(string? text, int most, string missing, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBroken("EXP-1.4", missing, field);
        return text.Trim().Length <= most ? text.Trim() : throw new RuleBroken("EXP-1.4", $"Écrivez {most} signes au plus.", field);
    }
}
