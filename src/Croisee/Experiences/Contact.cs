using Croisee.Rules;

namespace Croisee.Experiences;

/// <summary>
/// How to come back to who contributed: its own store and its own permission (EXP-R4). Values are sealed at rest.
/// Deleting it leaves the sheet; deleting the sheet leaves it to its own end (invariant 6).
/// </summary>
public sealed class Contact
{
    public const int NameMax = 120, RoleMax = 120, PhoneMax = 30;

    Contact() { }

    public Contact(Guid experienceId, Guid callId, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (ExperienceId, CallId, SavedAt) = (experienceId, callId, now);
    }

    public Guid Id { get; private set; }
    /// <summary>No foreign key: neither end takes the other with it.</summary>
    public Guid ExperienceId { get; private set; }
    public Guid CallId { get; private set; }
    /// <summary>Name, role, e-mail and telephone, sealed by the key ring under the purpose « contacts ».</summary>
    public string Sealed { get; private set; } = "";
    /// <summary>Field 51: agreed to be contacted for other projects, dated; unticked by default.</summary>
    public DateTime? RecontactAgreedAt { get; private set; }
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; }

    public void Write(string sealedValues, bool recontact, DateTime now)
    {
        (Sealed, SavedAt) = (sealedValues, now);
        RecontactAgreedAt = recontact ? RecontactAgreedAt ?? now : null;
    }
}

/// <summary>Contact data in clear, for the contact officer, the author who gave them, and the letters that leave.</summary>
public sealed record ContactDetails(string Name, string? Role, string Email, string? Phone, string? PublicAddress)
{
    public static void Check(ContactDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Name)) throw new RuleBroken("EXP-1.4", "Écrivez un nom : nous saurons à qui répondre.", "Name");
        if (!Mail.OutgoingMail.IsAddress(details.Email)) throw new RuleBroken("EXP-1.4", Mail.OutgoingMail.NotAnAddress, "Email");
        if (details.PublicAddress is { Length: > 0 } open && !Mail.OutgoingMail.IsAddress(open)) throw new RuleBroken("EXP-1.4", "L’adresse à publier n’est pas complète.", "PublicAddress");
    }
}

/// <summary>All that is held of one contact, for the author who gave it.</summary>
public sealed record HeldContact(ContactDetails Details, DateTime? RecontactAgreedAt, DateTime SavedAt);
