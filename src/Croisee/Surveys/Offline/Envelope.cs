using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Croisee.Surveys.Offline;

/// <summary>What a device keeps of one person until there is a network: their answers and how they answered. No hour, no number, no name.</summary>
/// <param name="Key">As <see cref="SheetKey"/> makes it: the same answer sent twice is one sheet.</param>
/// <param name="Mode">V-MODE-REPONSE, or null when it was not said.</param>
/// <param name="Answers">By name of field, as a form would have sent it.</param>
public sealed record KeptAnswers(string Key, int Revision, string? Mode, Dictionary<string, string[]> Answers);

/// <summary>
/// The seal of a device: a fresh P-256 pair for each answer, the shared secret through HKDF-SHA256, then AES-256-GCM, so that only this server opens it.
/// Base 64 for addresses of: version (1) · public point (65) · nonce (12) · ciphertext and tag. Written the same way in <c>device.js</c>.
/// </summary>
public static class Envelope
{
    /// <summary>Signs: longer than the longest answers that a form may send.</summary>
    public const int LengthMax = 400_000;
    const byte Layout = 1;
    const int PointBytes = 65, NonceBytes = 12, TagBytes = 16, Head = 1 + PointBytes + NonceBytes;
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 4 };

    public static ECDiffieHellman NewPair() => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Null when it was not sealed for this device, or was touched since.</summary>
    /// <param name="privateKey">PKCS 8 in base 64.</param>
    public static KeptAnswers? Open(string content, Guid device, string privateKey)
    {
        if (content.Length > LengthMax || !Base64Url.IsValid(content)) return null;
        var bytes = Base64Url.DecodeFromChars(content);
        if (bytes.Length < Head + TagBytes || bytes[0] != Layout) return null;
        try
        {
            using var aes = new AesGcm(Shared(bytes.AsSpan(1, PointBytes), device, privateKey), TagBytes);
            var plain = new byte[bytes.Length - Head - TagBytes];
            aes.Decrypt(bytes.AsSpan(1 + PointBytes, NonceBytes), bytes.AsSpan(Head, plain.Length), bytes.AsSpan(Head + plain.Length), plain, Encoding.ASCII.GetBytes(Name(device)));
            return JsonSerializer.Deserialize<KeptAnswers>(plain, Json) is { Key: not null, Answers: not null } kept && kept.Answers.Values.All(v => v?.All(s => s is not null) is true) ? kept : null;
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException)
        {
            return null;
        }
    }

    static byte[] Shared(ReadOnlySpan<byte> point, Guid device, string privateKey)
    {
        using var mine = NewPair();
        mine.ImportPkcs8PrivateKey(Convert.FromBase64String(privateKey), out _);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33].ToArray(), Y = point[33..].ToArray() } });
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, mine.DeriveRawSecretAgreement(theirs.PublicKey), 32, salt: [], info: Encoding.ASCII.GetBytes("croisee " + Name(device)));
    }

    static string Name(Guid device) => device.ToString("N");
}
