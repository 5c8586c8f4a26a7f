using Croisee.Ui;
using Xunit;

namespace Croisee.Tests.Ui;

/// <summary>A day that no month has is refused by its name; anything else by how days are written.</summary>
[Trait("kind", "pure")]
public sealed class DayInputTest
{
    [Theory]
    [InlineData("31/02/2027", "Le 31 février 2027 n’existe pas : ce mois-là a 28 jours.")]
    [InlineData("29.2.2027", "Le 29 février 2027 n’existe pas : ce mois-là a 28 jours.")]
    [InlineData("2028-02-30", "Le 30 février 2028 n’existe pas : ce mois-là a 29 jours.")]
    [InlineData(" 31 4 2027 ", "Le 31 avril 2027 n’existe pas : ce mois-là a 30 jours.")]
    public void Names_the_day_that_does_not_exist(string typed, string why)
    {
        Assert.Null(DayInput.Read(typed));
        Assert.Equal($"{why} {DayInput.Help}", DayInput.Refusal(typed));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("demain"), InlineData("32/01/2027"), InlineData("31/13/2027"), InlineData("31/02/1927"), InlineData("31/02"), InlineData("0/02/2027"), InlineData("-1/02/2027"), InlineData("99999999999/02/2027")]
    public void Says_how_a_day_is_written_when_it_is_none(string? typed)
    {
        Assert.Null(DayInput.Read(typed));
        Assert.Equal(DayInput.Help, DayInput.Refusal(typed));
    }
}
