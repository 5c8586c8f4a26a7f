using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Croisee.Deliberation;

/// <summary>SHA-256 of a list of fields, written so that no border between two of them can move: each is « length in bytes:its UTF-8 bytes, » and one that is absent is « -, ».</summary>
static class Fingerprint
{
    public static string Of(params IEnumerable<string?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            if (field is null)
            {
                hash.AppendData("-,"u8);
                continue;
            }
            var bytes = Encoding.UTF8.GetBytes(field);
            hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            hash.AppendData(bytes);
            hash.AppendData(","u8);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>To the microsecond: PostgreSQL keeps no more.</summary>
    public static string? Instant(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
