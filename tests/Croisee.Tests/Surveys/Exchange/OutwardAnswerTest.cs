using System.Text;
using System.Text.Json;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Croisee.Surveys.SafeRoom;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>The table of answers that are given out says what the safe room's file holds, and that file comes back as whole as the table says.</summary>
[Trait("kind", "pure")]
public sealed class OutwardAnswerTest
{
    static GivenAnswers Sheet => new([new("connu", ["OUN_OUI"]), new("lieux", ["SALON", "JARDIN"]), new("ordre", ["SORTIES", "REPAS"]), new("fois", ["3"]), new("jour", ["2027-03-14"]), new("accord", ["oui"])]);

    static readonly string Line = RawFhir.Line(Given.EveryKind, Sheet, "2027-04", "essai");

    /// <summary>What must stand in the line; « ! » before what must not.</summary>
    static readonly Dictionary<string, string[]> Signs = new(StringComparer.Ordinal)
    {
        ["closed"] = ["\"valueCoding\"", "\"code\":\"OUN_OUI\""],
        ["several"] = ["\"SALON\"", "\"JARDIN\""],
        ["ranking"] = ["\"SORTIES\"", "\"REPAS\"", "!ordinal"],
        ["number"] = ["\"valueInteger\":3"],
        ["consent"] = ["\"valueBoolean\":true", "!d’accord"],
        ["day"] = ["\"valueDate\":\"2027-03\"", "!2027-03-14"],
        ["authored"] = ["\"authored\":\"2027-04\""],
        ["text"] = ["!valueString"],
        ["passed"] = ["!\"avis_1\""],
        ["place"] = ["!Tilleuls", "!CAN_", "!\"seul\""],
        ["person"] = ["!\"id\"", "!subject", "!author\"", "!identifier"],
    };

    public static TheoryData<string> Codes => [.. OutwardAnswer.All.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void A_row_says_what_the_file_holds(string code) =>
        Assert.All(Signs[code], sign => Assert.True(sign[0] == '!' ? !Line.Contains(sign[1..], StringComparison.Ordinal) : Line.Contains(sign, StringComparison.Ordinal), $"{code}: {sign} in {Line}"));

    [Fact]
    public void Every_row_is_looked_for_and_none_besides() => Assert.Equal(OutwardAnswer.All.Select(r => r.Code).Order(StringComparer.Ordinal), Signs.Keys.Order(StringComparer.Ordinal));

    /// <summary>Its dates are told to their month: they come back as the first of it, and nothing of the sheet is refused.</summary>
    [Fact]
    public void Our_own_file_comes_back_whole()
    {
        var expected = Sheet;
        expected.Set("jour", ["2027-03-01"]);
        var read = FhirAnswers.Read(Encoding.UTF8.GetBytes(Line), Given.EveryKind);
        Assert.Equal(JsonSerializer.Serialize(expected.Values), JsonSerializer.Serialize(read.Given!.Values));
        Assert.DoesNotContain(read.Lines, l => l.Fate is Fate.Refused);
        Assert.Contains(read.Lines, l => l.Where.Contains("jour", StringComparison.Ordinal) && l.Sentence.StartsWith("Devient le premier jour de ce mois.", StringComparison.Ordinal));
    }
}
