using System.Globalization;
using System.Security.Cryptography;

namespace Croisee.People;

/// <summary>
/// How recovery codes are kept: slowly hashed, with a salt drawn for each set, and the way written in front of each, so that the way can change without losing the codes that are on somebody's paper.
/// « pbkdf2-sha512$rounds$salt$hash »; what bears no way was made by the first one.
/// </summary>
static class RecoveryHash
{
    /// <summary>A code has some 47 random bits: slow hashing keeps a stolen table from giving them back. What OWASP asks of PBKDF2 with SHA-512.</summary>
    public const int Rounds = 210_000;
    public const string Way = "pbkdf2-sha512";
    public const int SaltBytes = 16;
    const int HashBytes = 32, FirstRounds = 50_000;

    /// <summary>One salt for the set: a person tries a code against all of them, and waits once.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> codes)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        // Ten slow ones, in the time of a few: the person waits before the page that shows them.
        return codes.AsParallel().AsOrdered().Select(code => $"{Way}${Rounds.ToString(CultureInfo.InvariantCulture)}${Convert.ToHexString(salt)}${Hash(code, salt, Rounds, HashAlgorithmName.SHA512)}");
    }

    /// <summary>Which of the kept ones <paramref name="code"/> is; null when it is none.</summary>
    public static string? Find(Person person, string code)
    {
        foreach (var set in person.RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).GroupBy(k => k[..(k.LastIndexOf('$') + 1)]))
            if (set.FirstOrDefault(k => k == set.Key + Again(person, set.Key, code)) is { } found) return found;
        return null;
    }

    static string Again(Person person, string way, string code) => way.Split('$') is [Way, var rounds, var salt, _]
        ? Hash(code, Convert.FromHexString(salt), int.Parse(rounds, CultureInfo.InvariantCulture), HashAlgorithmName.SHA512)
        : Hash(code, person.Id.ToByteArray(), FirstRounds, HashAlgorithmName.SHA256);

    static string Hash(string code, byte[] salt, int rounds, HashAlgorithmName way) =>
        Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(string.Concat(code.Where(char.IsAsciiLetterOrDigit).Take(40)).ToUpperInvariant(), salt, rounds, way, HashBytes));
}
