using System.Text;
using Croisee.Ui;
using Xunit;

namespace Croisee.Tests.Ui;

/// <summary>Small tables as files: formulas are disarmed, numbers are left alone.</summary>
[Trait("kind", "pure")]
public sealed class CsvFileTest
{
    [Theory]
    [InlineData("-0,4375", "-0,4375"), InlineData("-12", "-12"), InlineData("=1+1", "'=1+1"), InlineData("-1+1", "'-1+1"), InlineData("@x", "'@x"), InlineData("l’été", "l’été")]
    [InlineData("＝1+1", "'＝1+1"), InlineData("  =1+1", "'  =1+1"), InlineData("\u200B=1+1", "'\u200B=1+1"), InlineData("\u2066@x", "'\u2066@x"), InlineData("﹢1", "'﹢1"), InlineData("−1+A1", "'−1+A1"), InlineData("'=1", "''=1")]
    public void Leaves_a_negative_number_a_number_and_disarms_the_rest(string cell, string written) =>
        Assert.Equal($"{written};x\r\n", Encoding.UTF8.GetString(CsvFile.Of([[cell, "x"]])).TrimStart('\uFEFF'));
}
