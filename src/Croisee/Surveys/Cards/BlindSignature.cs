using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Croisee.Surveys.Cards;

/// <summary>
/// RSA blind signatures, RSABSSA-SHA384-PSS-Randomized of RFC 9474: who holds a good card has a message signed that this server never sees, and later shows message and signature.
/// The signature says « somebody with a card »; which card, nobody can say, not even who keeps every request. The browser's half is in <c>ticket.js</c>.
/// </summary>
public static class BlindSignature
{
    /// <summary>Some 128 bits of strength. A place whose key was drawn smaller, by an older release, goes on with it until its survey ends.</summary>
    public const int Bits = 3072, Bytes = Bits / 8;
    /// <summary>The random prefix of RFC 9474 and a message as long: both random.</summary>
    public const int MessageBytes = 64;

    public static RSA NewPair() => RSA.Create(Bits);

    /// <summary>The blinded message as the key signs it. Null when it is no number below the modulus.</summary>
    /// <param name="privateKey">PKCS 8.</param>
    public static byte[]? Sign(byte[] privateKey, ReadOnlySpan<byte> blinded)
    {
        var key = (RsaPrivateCrtKeyParameters)PrivateKeyFactory.CreateKey(privateKey);
        var number = new Org.BouncyCastle.Math.BigInteger(1, blinded.ToArray());
        if (blinded.Length != key.Modulus.BitLength / 8 || number.SignValue == 0 || number.CompareTo(key.Modulus) >= 0) return null;
        // This engine hides the key's timing behind a random factor of its own, and checks what it computed.
        var engine = new RsaBlindedEngine();
        engine.Init(forEncryption: true, key);
        var signed = engine.ProcessBlock(blinded.ToArray(), 0, blinded.Length);
        var whole = new byte[blinded.Length];
        signed.CopyTo(whole, whole.Length - signed.Length);
        return whole;
    }

    /// <summary>Without a script: the message drawn here, in memory, and signed at once.</summary>
    public static (byte[] Message, byte[] Signature) Draw(byte[] privateKey)
    {
        using var key = RSA.Create();
        key.ImportPkcs8PrivateKey(privateKey, out _);
        var message = RandomNumberGenerator.GetBytes(MessageBytes);
        return (message, key.SignData(message, HashAlgorithmName.SHA384, RSASignaturePadding.Pss));
    }

    /// <param name="publicKey">SubjectPublicKeyInfo.</param>
    public static bool Holds(byte[] publicKey, byte[] message, byte[] signature)
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(message, signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pss);
    }
}
