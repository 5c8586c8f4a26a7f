using Croisee.Experiences;
using Xunit;

namespace Croisee.Tests.Experiences;

[Trait("kind", "pure")]
public sealed class SpokenCodeTest
{
    [Fact]
    public void Reads_its_own_codes_however_they_are_typed()
    {
        for (var i = 0; i < 1000; i++)
        {
            var code = SpokenCode.New();
            Assert.Equal(34, code.Length);
            Assert.Equal(code.Replace("-", ""), SpokenCode.Read(code));
            Assert.Equal(SpokenCode.Read(code), SpokenCode.Read("  " + code.ToUpperInvariant().Replace('-', ' ') + "\r\n"));
        }
    }

    [Fact]
    public void Refuses_every_single_slip_and_every_exchange_of_neighbours()
    {
        var code = SpokenCode.New().Replace("-", "");
        for (var i = 0; i < code.Length; i++)
            foreach (var other in "bdfgjklmnprstvzaeiou".Where(c => c != code[i]))
                Assert.NotEqual(code, SpokenCode.Read(code[..i] + other + code[(i + 1)..]));
        for (var i = 0; i + 4 <= code.Length - 2; i += 2)
        {
            var swapped = code[..i] + code[(i + 2)..(i + 4)] + code[i..(i + 2)] + code[(i + 4)..];
            if (swapped != code) Assert.Null(SpokenCode.Read(swapped));
        }
    }

    [Fact]
    public void Carries_at_least_80_random_bits() => Assert.True(13 * Math.Log2(75) >= 80);

    [Theory, InlineData(null), InlineData(""), InlineData("x"), InlineData("luna"), InlineData(SpokenCode.Example), InlineData("🙂🙂🙂"), InlineData("\uD800")]
    public void Reads_nothing_from_what_is_no_code(string? typed) => Assert.Null(typed is "\uD800" ? Safe(typed) : SpokenCode.Read(typed));

    static string? Safe(string typed) => SpokenCode.Read(typed);
}
