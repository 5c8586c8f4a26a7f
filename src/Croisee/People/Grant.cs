using Croisee.Rules;

namespace Croisee.People;

public enum Role { Administrator, Organiser, Moderator, Facilitator, ContactOfficer }

/// <summary>A role given to a person on an organisation; it holds for what lies under it. Contact data are for the contact officer alone (EXP-R4).</summary>
public sealed class Grant : IAudited
{
    Grant() { }

    public Grant(Person person, Organisation organisation, Role role, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (PersonId, OrganisationId, Role, GivenAt) = (person.Id, organisation.Id, role, now);
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;
    public Guid OrganisationId { get; private set; }
    public Organisation Organisation { get; private set; } = null!;
    public Role Role { get; private set; }
    public DateTime GivenAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    Guid IAudited.AuditedId => PersonId;

    public void End(DateTime now) => EndedAt ??= now;
}

public static class Roles
{
    public static string Label(this Role role) => role switch
    {
        Role.Administrator => "Administration",
        Role.Organiser => "Organisation d’appels",
        Role.Moderator => "Modération",
        Role.Facilitator => "Facilitation",
        _ => "Contacts",
    };

    public static string Explanation(this Role role) => role switch
    {
        Role.Administrator => "Structures, personnes, rôles, état du service.",
        Role.Organiser => "Écrire et ouvrir des appels, composer un groupe, publier.",
        Role.Moderator => "Lire ce qui arrive, écrire aux auteurs, leur demander une précision ; dire ce qui est recevable tant qu’aucun groupe ne lit.",
        Role.Facilitator => "Aider quelqu’un à écrire, sur place, au téléphone ou sur papier.",
        _ => "Seul rôle qui voit les coordonnées des personnes qui contribuent.",
    };

    /// <summary>These open contact data or everything: a second factor is asked.</summary>
    public static bool NeedsSecondFactor(this Role role) => role is Role.Administrator or Role.ContactOfficer;
}
