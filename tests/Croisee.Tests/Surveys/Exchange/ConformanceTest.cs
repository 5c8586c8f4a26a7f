using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>The table says what readers do: a sample of every row is read, and its line is compared with the row's claim.</summary>
[Trait("kind", "pure")]
public sealed class ConformanceTest
{
    public static TheoryData<QuestionnaireFormat, string> Rows => [.. Conformance.All.Select(r => (r.Format, r.Code))];

    static IReadOnlyList<ReadLine> LinesOf(QuestionnaireFormat format, string code) => format switch
    {
        QuestionnaireFormat.LimeSurvey => ConformanceSamples.Lss[code].Ask("S", "FIN").Read().Lines,
        QuestionnaireFormat.XlsForm => ConformanceSamples.Xls[code]().Lines,
        _ => ConformanceSamples.Fhir(code),
    };

    [Theory, MemberData(nameof(Rows))]
    public void Says_of_a_sample_what_the_table_says(QuestionnaireFormat format, string code)
    {
        var row = Conformance.Of(format, code);
        var lines = LinesOf(format, code);
        Assert.DoesNotContain(lines, l => l.Construct == "fichier");
        Assert.True(lines.Any(l => l.Construct == row.Construct && l.Fate == row.Fate && l.Sentence.StartsWith(row.Remark, StringComparison.Ordinal) && l.Where.Length > 0), $"{row.Construct}: {string.Join(" / ", lines.Select(l => $"{l.Fate} {l.Construct}"))}");
    }

    [Fact]
    public void Has_a_sample_of_every_row_and_none_besides()
    {
        string[] Codes(QuestionnaireFormat format) => [.. Conformance.All.Where(r => r.Format == format).Select(r => r.Code).Order(StringComparer.Ordinal)];
        Assert.Equal(Codes(QuestionnaireFormat.LimeSurvey), ConformanceSamples.Lss.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Codes(QuestionnaireFormat.XlsForm), ConformanceSamples.Xls.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Codes(QuestionnaireFormat.Fhir), ConformanceSamples.FhirCodes.Order(StringComparer.Ordinal));
    }

    /// <summary>Every type of LimeSurvey's own list leaves a question or a line that says it was not read: nothing goes without a word.</summary>
    [Fact]
    public void Loses_no_LimeSurvey_type_in_silence()
    {
        foreach (var type in "1 5 A B C D E F G H I K L M N O P Q R S T U X Y ! : ; | *".Split(' '))
        {
            var read = new LssSample().Ask(type, "ESSAI", "À retrouver", "A=Un|B=Deux", "A=Un|B=Deux").Ask("S", "FIN").Read();
            Assert.NotNull(read.Content);
            Assert.True(read.Content.Questions.Any(q => q.Code.StartsWith("ESSAI", StringComparison.Ordinal)) || read.Lines.Any(l => l.Fate is Fate.Refused && l.Where.Contains("ESSAI", StringComparison.Ordinal)), type);
        }
    }

    [Fact]
    public void Speaks_French_and_explains_itself()
    {
        foreach (var row in Conformance.All) Assert.True(row.Remark.EndsWith('.') && row.Construct.Length > 0, row.Code);
        Assert.Equal(Conformance.All.Count, Conformance.All.Select(r => (r.Format, r.Construct)).Distinct().Count());
    }
}
