using System.Security.Cryptography;
using Croisee.Surveys.Cards;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace Croisee.Tests.Surveys.Cards;

/// <summary>What a browser with scripts does: draws a message, blinds it, unblinds its signature.</summary>
sealed class Blinder
{
    readonly RsaBlindingParameters secret;

    public Blinder(byte[] publicKey)
    {
        var key = (RsaKeyParameters)PublicKeyFactory.CreateKey(publicKey);
        var factor = new RsaBlindingFactorGenerator();
        factor.Init(key);
        secret = new RsaBlindingParameters(key, factor.GenerateBlindingFactor());
        Message = RandomNumberGenerator.GetBytes(BlindSignature.MessageBytes);
        var signer = new PssSigner(new RsaBlindingEngine(), new Sha384Digest(), 48);
        signer.Init(forSigning: true, secret);
        signer.BlockUpdate(Message, 0, Message.Length);
        Blinded = signer.GenerateSignature();
    }

    public byte[] Message { get; }
    public byte[] Blinded { get; }

    public byte[] Unblind(byte[] signed)
    {
        var engine = new RsaBlindingEngine();
        engine.Init(forEncryption: false, secret);
        var plain = engine.ProcessBlock(signed, 0, signed.Length);
        return [.. new byte[signed.Length - plain.Length], .. plain];
    }
}
