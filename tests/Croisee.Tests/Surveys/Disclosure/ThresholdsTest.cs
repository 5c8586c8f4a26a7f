using System.Reflection;
using Croisee.Rules;
using Croisee.Surveys.Disclosure;
using Xunit;

namespace Croisee.Tests.Surveys.Disclosure;

[Trait("kind", "pure")]
public sealed class ThresholdsTest
{
    [Theory]
    [InlineData(4, 10, 30, "R2")]
    [InlineData(10, 9, 30, "R4")]
    [InlineData(10, 10, 29, "CMP-R3")]
    public void Refuses_a_threshold_below_its_floor(int shown, int batch, int compared, string rule) =>
        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => new Thresholds(shown, batch, compared)).Code);

    [Fact]
    public void Never_lets_fewer_than_ten_be_told_apart_whatever_is_set() => Assert.Equal(10, new Thresholds(shown: 5).Least);

    [Fact]
    public void Offers_nobody_outside_a_way_to_take_a_rule_away()
    {
        var open = typeof(Thresholds).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }).Select(p => p.Name);
        Assert.Empty(open);
        Assert.False(typeof(RuleSwitch).IsPublic);
    }

    [Theory]
    [InlineData(10, 10, 14)]
    [InlineData(99, 95, 99)]
    [InlineData(100, 100, 109)]
    [InlineData(999, 990, 999)]
    [InlineData(1000, 1000, 1099)]
    [InlineData(23456, 23000, 23999)]
    public void Bands_by_fives_then_by_two_significant_figures(int answers, int low, int high) => Assert.Equal(new SizeBand(low, high), SizeBand.Of(answers));
}
