using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Croisee.People;

namespace Croisee.Surveys.Later;

/// <summary>
/// Answers that somebody keeps for later, closed by a code that is told once and kept nowhere: who has everything here, the host included, cannot open it, nor say of which survey it is.
/// It bears no key of the sheet that is sent in the end, so that whoever finds the code does not find the sheet either.
/// </summary>
public sealed class AnswerDraft
{
    /// <summary>Days that it is kept after the last keeping, whether its answers are sent or not: an end that came with the sending would tell of it.</summary>
    public const int Days = 30;
    const int NonceBytes = 12, TagBytes = 16;

    AnswerDraft() { }

    public AnswerDraft(string code, DateOnly today) => (Id, Until) = (IdOf(code), today.AddDays(Days));

    public Guid Id { get; private set; }
    /// <summary>Base 64 of nonce, ciphertext and tag.</summary>
    public string Sealed { get; private set; } = "";
    /// <summary>Last day.</summary>
    public DateOnly Until { get; private set; }

    /// <param name="code">As <see cref="SpokenCode.Read(string)"/> gives it.</param>
    public static Guid IdOf(string code) => new(SHA256.HashData(Encoding.ASCII.GetBytes("brouillon:" + code)).AsSpan(0, 16));

    /// <summary>Kept again under the same code, from today.</summary>
    public void Close(string code, KeptLater kept, DateOnly today)
    {
        var plain = Padded(JsonSerializer.SerializeToUtf8Bytes(kept));
        var whole = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(KeyOf(code), TagBytes);
        aes.Encrypt(whole.AsSpan(0, NonceBytes), plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), Id.ToByteArray());
        (Sealed, Until) = (Convert.ToBase64String(whole), today.AddDays(Days));
    }

    /// <summary>Null when it was emptied since, or is of another code.</summary>
    public KeptLater? Open(string code)
    {
        var whole = Convert.FromBase64String(Sealed);
        var plain = new byte[whole.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(KeyOf(code), TagBytes);
        try { aes.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), plain, Id.ToByteArray()); }
        catch (CryptographicException) { return null; }
        return JsonSerializer.Deserialize<KeptLater>(plain);
    }

    /// <summary>Chance in the place of what was sealed: as long, and as unreadable.</summary>
    public void Empty() => Sealed = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Convert.FromBase64String(Sealed).Length));

    static byte[] KeyOf(string code) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(code), 32, salt: [], info: "croisee brouillon de réponses"u8.ToArray());

    /// <summary>To the next power of two, from 4 kB: its length says nearly nothing of what was written.</summary>
    static byte[] Padded(byte[] json)
    {
        var padded = new byte[Math.Max(4096, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)json.Length))];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        return padded;
    }
}

/// <summary>What is closed by the code.</summary>
/// <param name="Place">Code of the place.</param>
/// <param name="Way">« questions » or « pas-a-pas ».</param>
/// <param name="Asked">How they answer, as it stands in the address: language, for whom, with whom.</param>
/// <param name="Mode">V-MODE-REPONSE, or null.</param>
/// <param name="Name">In a survey of the signed kind.</param>
/// <param name="Ticket">Of a card, so that it can still answer from another device.</param>
/// <param name="Answers">By field, as typed.</param>
public sealed record KeptLater(string Place, string Way, string Asked, string? Mode, string? Name, string? Ticket, Dictionary<string, string[]> Answers);
