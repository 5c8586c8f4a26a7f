using System.Security.Cryptography;
using System.Text;
using Croisee.Rules;

namespace Croisee.People;

/// <summary>Somebody wants another address for their account: a code goes to the new one, and whoever types it back has both.</summary>
public sealed class EmailChange : IAudited
{
    /// <summary>Changes asked for at most in fifteen minutes, by one person and for one address.</summary>
    public const int AskedMax = 3;
    /// <summary>How long the address that was left is kept: whoever lost their account that way has a month to say so.</summary>
    public static readonly TimeSpan FormerKept = TimeSpan.FromDays(30);

    EmailChange() { }

    public EmailChange(Person person, string email, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (PersonId, Email, AskedAt) = (person.Id, Person.NormaliseEmail(email), now);
        if (Email == person.Email) throw new RuleBroken("PER-EMAIL", "C’est déjà votre adresse.", "Email");
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Email { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    /// <summary>Null when the address belongs to another account: no code was sent, and the page says the same.</summary>
    public string? CodeHash { get; private set; }
    public int Tries { get; private set; }
    public DateTime? UsedAt { get; private set; }
    /// <summary>The address that the account had before, once it is changed (<see cref="GiveBackAccount"/>).</summary>
    public string? FormerEmail { get; private set; }
    Guid IAudited.AuditedId => PersonId;

    /// <summary>The code to send, once.</summary>
    public string NewCode()
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        CodeHash = Hash(code);
        return code;
    }

    public bool IsOpen(DateTime now) => UsedAt is null && now < AskedAt + SignInRequest.Life && Tries < SignInRequest.TriesMax;

    public bool Matches(string typed, DateTime now) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(SignInRequest.Digits(typed))), Encoding.ASCII.GetBytes(CodeHash ?? new string('0', 64))) && IsOpen(now);

    string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id:N}{code}")));
}
