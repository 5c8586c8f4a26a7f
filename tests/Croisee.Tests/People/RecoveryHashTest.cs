using System.Security.Cryptography;
using Croisee.People;
using Xunit;

namespace Croisee.Tests.People;

/// <summary>Recovery codes are kept slowly hashed, with a drawn salt, and say by what way (ASVS 6.5.2, 11.2.2); what is drawn for people cannot be guessed (6.5.3, 6.5.4).</summary>
[Trait("kind", "pure")]
public sealed class RecoveryHashTest
{
    static readonly string[] Codes = ["BCDFG-HJKMN", "PQRTV-WXY23", "46789-BCDFG"];

    static Person Somebody() => new("codes@example.org", "Codes", new DateTime(2027, 3, 15, 0, 0, 0, DateTimeKind.Utc));

    static bool Uses(Person person, string code) => RecoveryHash.Find(person, code) is { } kept && person.UseRecoveryCode(kept);

    [Fact]
    public void Are_kept_by_a_slow_way_with_a_salt_that_was_drawn_and_open_once()
    {
        var (person, other) = (Somebody(), Somebody());
        person.ReplaceRecoveryCodes(RecoveryHash.Of(Codes));
        other.ReplaceRecoveryCodes(RecoveryHash.Of(Codes));
        var kept = person.RecoveryCodes.Split(' ').Select(k => k.Split('$')).ToList();
        Assert.Equal(Codes.Length, kept.Count);
        Assert.All(kept, k => Assert.Equal(("pbkdf2-sha512", "210000", 2 * 16), (k[0], k[1], k[2].Length)));
        // The same codes of somebody else, or of another day, look otherwise.
        Assert.Empty(person.RecoveryCodes.Split(' ').Intersect(other.RecoveryCodes.Split(' ')));
        Assert.NotEqual(kept[0][2], other.RecoveryCodes.Split('$')[2]);
        Assert.DoesNotContain("BCDFG", person.RecoveryCodes.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.False(Uses(person, "BCDFG-HJKM2"));
        Assert.True(Uses(person, "pqrtv wxy23"));
        Assert.False(Uses(person, "PQRTV-WXY23"));
        Assert.Equal(2, person.RecoveryCodesLeft);
    }

    /// <summary>Codes on paper since an older release go on opening; the next set is kept by the new way.</summary>
    [Fact]
    public void Go_on_opening_when_an_older_release_kept_them()
    {
        var person = Somebody();
        person.ReplaceRecoveryCodes(Codes.Select(c => Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(c.Replace("-", "", StringComparison.Ordinal), person.Id.ToByteArray(), 50_000, HashAlgorithmName.SHA256, 32))));
        Assert.False(Uses(person, "BCDFG-HJKM2"));
        Assert.True(Uses(person, Codes[2]));
        Assert.Equal(2, person.RecoveryCodesLeft);
    }

    /// <summary>Twenty bits in six digits, and every digit in every place.</summary>
    [Fact]
    public void Are_drawn_among_a_million_for_a_mail()
    {
        var now = new DateTime(2027, 3, 15, 0, 0, 0, DateTimeKind.Utc);
        var drawn = Enumerable.Range(0, 2_000).Select(_ => new SignInRequest("a@example.org", "réseau", now).Handle(Guid.CreateVersion7(), now)!).ToList();
        Assert.All(drawn, c => Assert.Matches("^[0-9]{6}$", c));
        Assert.True(drawn.Distinct().Count() > 1_980, "Drawn twice too often.");
        for (var at = 0; at < 6; at++) Assert.Equal(10, drawn.Select(c => c[at]).Distinct().Count());
    }
}
