using System.Security.Cryptography;
using System.Text;

namespace Croisee.People;

/// <summary>
/// Somebody asked to sign in. The page only adds this row, whatever the address, so that known and unknown addresses get the same answer in the same time (S29);
/// a job sends the six-digit code afterwards, if there is somebody to send it to.
/// </summary>
public sealed class SignInRequest
{
    /// <summary>A code lives fifteen minutes and opens one session, which bears the request's id.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    /// <summary>Wrong tries: of one code, and for one address and the network that asked, in a quarter of an hour (S30).</summary>
    public const int TriesMax = 5, TriesTogether = 10, CodeLength = 6;

    SignInRequest() { }

    public SignInRequest(string email, string network, DateTime now, bool known = false)
    {
        Id = Guid.CreateVersion7();
        (Email, Network, AskedAt, Known) = (Person.NormaliseEmail(email), network, now, known);
    }

    public Guid Id { get; private set; }
    public string Email { get; private set; } = "";
    /// <summary>Keyed hash of the network prefix; no address is kept.</summary>
    public string Network { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    /// <summary>The browser came in with this address before.</summary>
    public bool Known { get; private set; }
    public DateTime? HandledAt { get; private set; }
    public Guid? PersonId { get; private set; }
    public string? CodeHash { get; private set; }
    /// <summary>Wrong ones, and when the last one came.</summary>
    public int Tries { get; private set; }
    public DateTime? TriedAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>Gives the code to send, or null when nobody answers to this address or too many were asked.</summary>
    public string? Handle(Guid? personId, DateTime now)
    {
        HandledAt = now;
        if (personId is null) return null;
        PersonId = personId;
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        CodeHash = Hash(code);
        return code;
    }

    public bool IsOpen(DateTime now) => (UsedAt is null || now < UsedAt + Session.SecondClick) && now < AskedAt + Life && Tries < TriesMax;

    /// <summary>Whether <paramref name="typed"/> is the code; spaces do not matter. Takes the same time when there is no code.</summary>
    public bool Matches(string typed, DateTime now) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(Digits(typed))), Encoding.ASCII.GetBytes(CodeHash ?? new string('0', 64))) && IsOpen(now);

    public static string Digits(string typed) => string.Concat(typed.Where(char.IsAsciiDigit).Take(CodeLength + 1));

    string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id:N}{code}")));
}
