using Croisee.People;
using Xunit;

namespace Croisee.Tests.People;

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
    public void Refuses_every_single_slip()
    {
        var code = SpokenCode.New().Replace("-", "");
        for (var i = 0; i < code.Length; i++)
            foreach (var other in "bdfgjklmnprstvzaeiou".Where(c => c != code[i]))
                Assert.NotEqual(code, SpokenCode.Read(code[..i] + other + code[(i + 1)..]));
    }

    /// <summary>Every pair of syllables at every place: two neighbours that differ by 25 or 15 among 75 are the hard ones.</summary>
    [Fact]
    public void Refuses_every_exchange_of_neighbours()
    {
        var drawn = new int[SpokenCode.Drawn];
        for (var place = 0; place + 1 < drawn.Length; place++)
            for (var one = 0; one < SpokenCode.Base; one++)
                for (var other = 0; other < one; other++)
                {
                    (drawn[place], drawn[place + 1]) = (one, other);
                    var code = SpokenCode.From(drawn).Replace("-", "");
                    var at = 2 * place;
                    Assert.Null(SpokenCode.Read(code[..at] + code[(at + 2)..(at + 4)] + code[at..(at + 2)] + code[(at + 4)..]));
                }
    }

    [Fact]
    public void Looks_up_a_code_of_the_first_release_whose_last_syllable_was_made_otherwise()
    {
        Assert.Null(SpokenCode.Read("valo-guze-diso-pogu-tudu-kafo-kete"));
        Assert.Equal("valoguzedisopogutudukafokete", SpokenCode.ReadToLookUp("valo-guze-diso-pogu-tudu-kafo-kete"));
        Assert.Equal("valoguzedisopogutudukafokemi", SpokenCode.ReadToLookUp("valo-guze-diso-pogu-tudu-kafo-kemi"));
        Assert.Null(SpokenCode.ReadToLookUp("valo-guze-diso-pogu-tudu-kafo-keta"));
    }

    [Fact]
    public void Carries_at_least_80_random_bits() => Assert.True(13 * Math.Log2(75) >= 80);

    [Theory, InlineData(null), InlineData(""), InlineData("x"), InlineData("luna"), InlineData(SpokenCode.Example), InlineData("🙂🙂🙂"), InlineData("\uD800")]
    public void Reads_nothing_from_what_is_no_code(string? typed) => Assert.Null(typed is "\uD800" ? Safe(typed) : SpokenCode.Read(typed));

    static string? Safe(string typed) => SpokenCode.Read(typed);
}
