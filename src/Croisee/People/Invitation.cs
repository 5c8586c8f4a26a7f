using System.Security.Cryptography;
using System.Text;
using Croisee.Rules;

namespace Croisee.People;

/// <summary>Somebody accepted an invitation. A higher room that gave <paramref name="Purpose"/> and <paramref name="SubjectId"/> does its part in the same save.</summary>
public sealed record InvitationAccepted(Guid InvitationId, Guid PersonId, string Purpose, Guid SubjectId) : IFact;

/// <summary>
/// A letter that opens a door once: a role on an organisation, or something a higher room knows of (<see cref="Purpose"/>, <see cref="SubjectId"/>).
/// The link serves once, by a form that was sent, within fourteen days; its token is known to nobody but the mail (S15).
/// </summary>
public sealed class Invitation : IAudited
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);
    public const int OfferMax = 300;
    /// <summary>160 random bits: 32 signs of a set of 32.</summary>
    const int TokenLength = 32;
    const string Signs = "abcdefghijkmnpqrstuvwxyz23456789";

    Invitation() { }

    Invitation(string email, Organisation organisation, string offer, Guid? senderId, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Email, OrganisationId, SenderId, CreatedAt) = (Person.NormaliseEmail(email), organisation.Id, senderId, now);
        Offer = offer.Length > OfferMax ? offer[..OfferMax] : offer;
    }

    /// <summary>Nobody gives a role to themselves (S17): <paramref name="sender"/> is null only for the first administrator.</summary>
    public static Invitation ToRole(string email, Organisation organisation, Role role, Person? sender, DateTime now)
    {
        if (sender?.Email == Person.NormaliseEmail(email)) throw new RuleBroken("ROL-SELF", "Personne ne se donne un rôle à soi-même. Demandez à une autre personne qui administre.", "Email");
        return new Invitation(email, organisation, $"le rôle « {role.Label()} » pour {organisation.Name}", sender?.Id, now) { Role = role };
    }

    /// <param name="offer">What is given, as a noun group that follows « vous invite et vous propose : ».</param>
    public static Invitation ToSubject(string email, Organisation organisation, string offer, string purpose, Guid subjectId, Person sender, DateTime now) =>
        new(email, organisation, offer, sender.Id, now) { Purpose = purpose, SubjectId = subjectId };

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    public Guid OrganisationId { get; private set; }
    public Organisation Organisation { get; private set; } = null!;
    public Role? Role { get; private set; }
    public string Offer { get; private set; } = "";
    public string? Purpose { get; private set; }
    public Guid? SubjectId { get; private set; }
    public Guid? SenderId { get; private set; }
    public string TokenHash { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public Guid? PersonId { get; private set; }
    public DateTime? RevokedAt { get; private set; }
    /// <summary>Two acceptances at the same instant: the second is refused by the engine.</summary>
    public int Version { get; private set; }
    Guid IAudited.AuditedId => Id;

    /// <summary>Makes the token that the mail carries; an earlier one opens nothing any more. Whoever sends it again stands for it from then on, but not for themselves.</summary>
    public string NewToken(Person? sender, DateTime now)
    {
        if (AcceptedAt is not null || RevokedAt is not null) throw Closed();
        if (sender is not null && sender.Email != Email) SenderId = sender.Id;
        var token = RandomNumberGenerator.GetString(Signs, TokenLength);
        TokenHash = HashOf(token);
        ExpiresAt = now + Life;
        return token;
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsOpen(DateTime now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;

    /// <summary>The person is the one of the address the mail went to.</summary>
    public void Accept(Person person, DateTime now)
    {
        if (!IsOpen(now) || person.Email != Email) throw Closed();
        (AcceptedAt, PersonId) = (now, person.Id);
    }

    public void Revoke(DateTime now)
    {
        if (AcceptedAt is not null) throw new RuleBroken("INV-ACCEPTED", "Cette invitation a déjà été acceptée : retirez plutôt le rôle.");
        RevokedAt ??= now;
    }

    /// <summary>The account of this address closed: the invitation keeps what it gave, not to whom.</summary>
    public void Forget(string anonymousEmail) => Email = anonymousEmail;

    static RuleBroken Closed() => new("INV-CLOSED", "Cette invitation ne sert plus. Demandez qu’on vous en envoie une autre.");
}
