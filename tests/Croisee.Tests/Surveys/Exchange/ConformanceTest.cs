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

    /// <summary>What stands beside questions is told too: a script, a score, a rule for one line, a setting of the form, a rendering.</summary>
    [Fact]
    public void Loses_nothing_beside_questions_in_silence()
    {
        void Tells(ReadQuestionnaire read, string detail) => Assert.Contains(read.ToTell, l => l.Sentence.Contains(detail, StringComparison.Ordinal));
        var lss = new LssSample().Ask("F", "Q1", sub: "A=Un|B=Deux", choices: "X=Rouge|Y=Vert").Ask("S", "Q2").Xml();
        ReadQuestionnaire Lss(string from, string to) => QuestionnaireFiles.Read(System.Text.Encoding.UTF8.GetBytes(lss.Replace(from, to, StringComparison.Ordinal)));
        Tells(Lss("<help><![CDATA[]]></help>", "<script>alert(1)</script>"), "script");
        Tells(Lss("<title><![CDATA[A]]></title>", "<title>A</title><relevance>Q2 == 1</relevance>"), "une seule ligne");
        Tells(Lss("<scale_id>0</scale_id></row>", "<scale_id>0</scale_id><assessment_value>3</assessment_value></row>"), "assessment_value");
        Tells(QuestionnaireFiles.Read(XlsSample.Bytes("type|name|label\ntext|q|Q ?", settings: "form_title|public_key\nEssai|abc")), "public_key");
        ReadQuestionnaire Fhir(string item) => QuestionnaireFiles.Read(System.Text.Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire(item)));
        Tells(Fhir("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Q ?\",\"_text\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/rendering-xhtml\",\"valueString\":\"<b>Q</b>\"}]}}"), "rendering-xhtml");
        Tells(Fhir("{\"linkId\":\"q\",\"type\":\"choice\",\"text\":\"Q ?\",\"answerOption\":[{\"valueCoding\":{\"code\":\"A\",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/ordinalValue\",\"valueDecimal\":1}]}},{\"valueCoding\":{\"code\":\"B\"}}]}"), "ordinalValue");
        Tells(QuestionnaireFiles.Read(System.Text.Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Q ?\"}").Replace("\"status\"", "\"purpose\":\"X\",\"status\"", StringComparison.Ordinal))), "purpose");
        // A list is read by the question that calls it; what no question calls, and what is no list, is told.
        ReadQuestionnaire Holding(string held) => QuestionnaireFiles.Read(System.Text.Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire("{\"linkId\":\"q\",\"type\":\"choice\",\"text\":\"Q ?\",\"answerValueSet\":\"#liste\"}", $"\"contained\":[{held}],")));
        const string List = "{\"resourceType\":\"ValueSet\",\"id\":\"liste\",\"compose\":{\"include\":[{\"concept\":[{\"code\":\"R\",\"display\":\"Rouge\"},{\"code\":\"V\",\"display\":\"Vert\"}]}]}}";
        Assert.DoesNotContain(Holding(List).ToTell, l => l.Where.StartsWith("contained", StringComparison.Ordinal));
        Tells(Holding(List + "," + List.Replace("liste", "autre", StringComparison.Ordinal)), "(ValueSet)");
        Tells(Holding(List + ",{\"resourceType\":\"Practitioner\",\"id\":\"p\"}"), "(Practitioner)");
    }

    [Fact]
    public void Speaks_French_and_explains_itself()
    {
        foreach (var row in Conformance.All) Assert.True(row.Remark.EndsWith('.') && row.Construct.Length > 0, row.Code);
        Assert.Equal(Conformance.All.Count, Conformance.All.Select(r => (r.Format, r.Construct)).Distinct().Count());
    }
}
