using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Croisee.Surveys.Cards;
using Xunit;

namespace Croisee.Tests.House;

/// <summary>Which algorithms the product uses, how strong they are, and that docs/asvs.md names each class that uses one and each purpose of a sealed text (ASVS V11).</summary>
[Trait("kind", "pure")]
public sealed partial class CryptographyTest
{
    /// <summary>All that the product names of the framework's cryptography. None is broken, none is home-made; RSA and elliptic curves have their sizes below.</summary>
    static readonly string[] Approved =
    [
        "AesGcm", "AuthenticationTagMismatchException", "CryptographicException", "CryptographicOperations", "HKDF", "HMACSHA256", "HashAlgorithmName", "IncrementalHash", "Rfc2898DeriveBytes", "RandomNumberGenerator", "SHA256", "SHA384", "SHA512",
        "AsymmetricAlgorithm", "RSA", "RSASignaturePadding", "ECAlgorithm", "ECCurve", "ECCurve.NamedCurves", "ECDiffieHellman", "ECDiffieHellmanPublicKey", "ECParameters", "ECPoint",
    ];

    static readonly string Inventory = Repo.Read("docs/asvs.md").Split("## Les clés et les algorithmes")[1];

    [Fact]
    public void Is_the_framework_s_and_of_the_approved_kinds()
    {
        var used = References.Product.Types.Where(t => t.StartsWith("System.Security.Cryptography.", StringComparison.Ordinal)).Select(t => t["System.Security.Cryptography.".Length..]);
        Repo.None(used.Except(Approved), "Say in docs/asvs.md what it is for, and why it is strong enough (ASVS 11.3, 11.4):");
        Assert.DoesNotContain("static System.Security.Cryptography.RSASignaturePadding.get_Pkcs1/0", References.Product.Members);
        Assert.DoesNotContain(References.Product.Types, t => t.Contains("RSAEncryptionPadding", StringComparison.Ordinal) || t.EndsWith(".CipherMode", StringComparison.Ordinal));
        // The framework's identity core makes the codes of an app by HMAC-SHA-1, as RFC 6238 says and as every app does: nothing here names that hash.
        Assert.DoesNotContain(References.Product.Types, t => t.Contains("SHA1", StringComparison.Ordinal) || t.Contains("MD5", StringComparison.Ordinal));
    }

    /// <summary>Two libraries hold cryptography besides: the blinding of cards on the server (BouncyCastle) and in the browser; nothing else of them is used.</summary>
    [Fact]
    public void Asks_other_libraries_for_the_blinding_of_cards_only()
    {
        Assert.Equal(["src/Croisee/Surveys/Cards/BlindSignature.cs"], Repo.Product.Where(f => f.Code.Contains("Org.BouncyCastle", StringComparison.Ordinal)).Select(f => f.Path));
        var scripts = Repo.Files("src/Croisee/wwwroot", "*.js").Where(f => Repo.Read(f).Contains("import ", StringComparison.Ordinal) && Repo.Read(f).Contains("lib/", StringComparison.Ordinal));
        Assert.Equal(["src/Croisee/wwwroot/js/ticket.js"], scripts);
        Repo.None(Repo.Files("src/Croisee/wwwroot", "*.js").Where(f => Repo.Read(f).Contains("Math.random", StringComparison.Ordinal)).Except(["src/Croisee/wwwroot/js/device.js"]), "The order in which answers are shown is no secret; for the rest, crypto.getRandomValues draws what must not be guessed:");
    }

    [Fact]
    public void Has_128_bits_of_strength_at_least()
    {
        using var pair = BlindSignature.NewPair();
        Assert.True(pair.KeySize >= 3072, $"RSA of {pair.KeySize} bits.");
        var curves = References.Product.Members.Where(m => m.Contains("ECCurve.NamedCurves.get_", StringComparison.Ordinal)).Select(m => Curve().Match(m).Groups[1].Value);
        Assert.Equal(["nistP256"], curves);
        // Two primes too near each other are found at once (Fermat): the framework draws them apart.
        var numbers = pair.ExportParameters(true);
        var apart = System.Numerics.BigInteger.Abs(Number(numbers.P!) - Number(numbers.Q!));
        Assert.True(apart.GetBitLength() > pair.KeySize / 2 - 100, $"{apart.GetBitLength()} bits between the primes.");

        static System.Numerics.BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
    }

    /// <summary>A place whose cards were drawn by an older release goes on with them: the strength of keys can change from one release to the next (ASVS 11.2.2).</summary>
    [Fact]
    public void Goes_on_with_the_keys_of_an_older_release()
    {
        using var old = RSA.Create(2048);
        byte[] open = old.ExportSubjectPublicKeyInfo(), secret = old.ExportPkcs8PrivateKey();
        var browser = new Surveys.Cards.Blinder(open);
        Assert.Equal(256, browser.Blinded.Length);
        Assert.True(BlindSignature.Holds(open, browser.Message, browser.Unblind(BlindSignature.Sign(secret, browser.Blinded)!)));
        Assert.Null(BlindSignature.Sign(secret, new byte[BlindSignature.Bytes]));
    }

    /// <summary>From the drawing of the secret to the end of its copies: what whoever runs an instance is told, and how long the keys of the base live.</summary>
    [Fact]
    public void Has_keys_whose_whole_life_is_written()
    {
        var told = Repo.Read("docs/operations.md").Split("**Clés de scellement.**")[1].Split("\n- **")[0];
        foreach (var part in new[] { "openssl rand", "créé au premier besoin", "gardez-en une copie à part", "Changez-le chaque année", "quand part quelqu’un", "s’il a pu être lu", "détruisez-en les copies", "tous les quatre-vingt-dix jours" }) Assert.Contains(part, told, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromDays(90), new Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions().NewKeyLifetime);
        Assert.DoesNotContain(Repo.Product, f => f.Code.Contains("SetDefaultKeyLifetime", StringComparison.Ordinal) || f.Code.Contains("DisableAutomaticKeyGeneration", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_listed_by_class_and_by_purpose()
    {
        var classes = Repo.Product.Where(f => !f.IsView && Uses().IsMatch(f.Code)).Select(f => f.Name.Split('.')[0]).Distinct();
        Repo.None(classes.Where(c => !Inventory.Contains($"`{c}`", StringComparison.Ordinal)), "Name these in the inventory at the end of docs/asvs.md, with what they protect (ASVS 11.1.2):");
        var named = Name().Matches(Inventory).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var known = Repo.Product.Select(f => f.Name.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        Repo.None(named.Where(n => !known.Contains(n)), "The inventory at the end of docs/asvs.md names what is gone:");
        var purposes = Repo.Product.SelectMany(f => Purpose().Matches(f.Code).Select(m => m.Groups[1].Value)).ToList();
        Assert.NotEmpty(purposes);
        Repo.None(purposes.Where(p => !Inventory.Contains($"« {p} »", StringComparison.Ordinal)), "Name these purposes of sealed texts there too:");
    }

    [GeneratedRegex(@"\b(SHA256|SHA384|SHA512|HMACSHA256|AesGcm|HKDF|Rfc2898DeriveBytes|RandomNumberGenerator|RSA|ECDiffieHellman)\b[.\s(]")] private static partial Regex Uses();
    [GeneratedRegex(@"`([A-Z][A-Za-z]+)`")] private static partial Regex Name();
    [GeneratedRegex("""CreateProtector\("([^"]+)"\)""")] private static partial Regex Purpose();
    [GeneratedRegex(@"get_(\w+)/")] private static partial Regex Curve();
}
