using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using Croisee.Surveys.Cards;
using Xunit;

namespace Croisee.Tests.Surveys.Cards;

/// <summary>Equal to the vectors of RFC 9474, appendix A.1.</summary>
[Trait("kind", "pure")]
[Trait("kind", "slow")]
public sealed class BlindSignatureTest
{
    static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    static byte[] Bytes(BigInteger number, int length)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - bytes.Length], .. bytes];
    }

    [Fact]
    public void Signs_and_verifies_as_the_published_vectors()
    {
        var vector = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(House.Repo.Root, "tests/Croisee.Tests/Surveys/Cards/rfc9474-a1.json")))!;
        BigInteger n = Number(vector["n"]), p = Number(vector["p"]), q = Number(vector["q"]), d = Number(vector["d"]);
        const int Half = 256, Whole = 512;
        using var key = RSA.Create(new RSAParameters
        {
            Modulus = Bytes(n, Whole), Exponent = [1, 0, 1], D = Bytes(d, Whole), P = Bytes(p, Half), Q = Bytes(q, Half),
            DP = Bytes(d % (p - 1), Half), DQ = Bytes(d % (q - 1), Half), InverseQ = Bytes(BigInteger.ModPow(q, p - 2, p), Half),
        });
        Assert.Equal(vector["blind_sig"], Convert.ToHexStringLower(BlindSignature.Sign(key.ExportPkcs8PrivateKey(), Convert.FromHexString(vector["blinded_msg"]))!));
        var (message, signature) = (Convert.FromHexString(vector["input_msg"]), Convert.FromHexString(vector["sig"]));
        Assert.True(BlindSignature.Holds(key.ExportSubjectPublicKeyInfo(), message, signature));
        for (var bit = 0; bit < 8; bit++)
        {
            var touched = (byte[])message.Clone();
            touched[bit * 9] ^= (byte)(1 << bit);
            Assert.False(BlindSignature.Holds(key.ExportSubjectPublicKeyInfo(), touched, signature));
        }
    }

    [Fact]
    public void A_blinded_message_becomes_a_good_ticket_and_nothing_else_is_signed()
    {
        using var pair = BlindSignature.NewPair();
        byte[] open = pair.ExportSubjectPublicKeyInfo(), secret = pair.ExportPkcs8PrivateKey();
        for (var i = 0; i < 10; i++)
        {
            var browser = new Blinder(open);
            Assert.True(BlindSignature.Holds(open, browser.Message, browser.Unblind(BlindSignature.Sign(secret, browser.Blinded)!)));
            var (message, signature) = BlindSignature.Draw(secret);
            Assert.True(BlindSignature.Holds(open, message, signature));
            Assert.False(BlindSignature.Holds(open, browser.Message, signature));
        }
        using var other = BlindSignature.NewPair();
        var drawn = BlindSignature.Draw(secret);
        Assert.False(BlindSignature.Holds(other.ExportSubjectPublicKeyInfo(), drawn.Message, drawn.Signature));
        Assert.Null(BlindSignature.Sign(secret, new byte[BlindSignature.Bytes]));
        Assert.Null(BlindSignature.Sign(secret, new byte[BlindSignature.Bytes - 1]));
        Assert.Null(BlindSignature.Sign(secret, pair.ExportParameters(false).Modulus!));
    }

    /// <summary>
    /// Why it is blind, on numbers. The host keeps the private key, each blinded message with the card that paid for it, and each ticket that came back. For every card and every ticket there is exactly one blinding that
    /// explains both, and each is as likely: so the table of who fits whom is full, and says nothing.
    /// </summary>
    [Fact]
    public void Every_card_fits_every_ticket()
    {
        using var pair = BlindSignature.NewPair();
        var secret = pair.ExportPkcs8PrivateKey();
        var numbers = pair.ExportParameters(true);
        BigInteger n = Number(numbers.Modulus!), d = Number(numbers.D!), e = Number(numbers.Exponent!);
        var seen = Enumerable.Range(0, 8).Select(_ =>
        {
            var browser = new Blinder(pair.ExportSubjectPublicKeyInfo());
            var signed = BlindSignature.Sign(secret, browser.Blinded)!;
            return (Card: Number(browser.Blinded), Signed: Number(signed), Ticket: Number(browser.Unblind(signed)));
        }).ToList();
        foreach (var card in seen)
            foreach (var other in seen)
            {
                var encoded = BigInteger.ModPow(other.Ticket, e, n);
                var blinding = BigInteger.ModPow(card.Card * Inverse(encoded, n) % n, d, n);
                Assert.Equal(card.Signed, other.Ticket * blinding % n);
                Assert.Equal(card.Card, encoded * BigInteger.ModPow(blinding, e, n) % n);
            }
        Assert.Equal(8, seen.Select(s => s.Ticket).Distinct().Count());
    }

    static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        BigInteger a = number, b = modulus, x = 1, y = 0;
        while (b != 0) (a, b, x, y) = (b, a % b, y, x - a / b * y);
        return (x % modulus + modulus) % modulus;
    }
}
