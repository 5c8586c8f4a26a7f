using System.Diagnostics;
using System.Text;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>Files made to harm: refused in French with their place, quickly, in little memory, and nothing of them is kept (S11, S13, S34).</summary>
[Trait("kind", "pure")]
[Trait("kind", "slow")]
public sealed class HostileFileTest
{
    const long MemoryMax = 100_000_000;
    /// <summary>What explodes takes minutes; a machine busy with something else may take a second for what takes a hundredth.</summary>
    static readonly TimeSpan Bounded = TimeSpan.FromSeconds(20);
    const string Entities = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    const string Outside = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
    static string Nested(string open, string close, int times, string within = "") => string.Concat(Enumerable.Repeat(open, times)) + within + string.Concat(Enumerable.Repeat(close, times));

    public static TheoryData<string> Names => [.. Files.Keys];

    static readonly Dictionary<string, Func<byte[]>> Files = new()
    {
        ["lss entity bomb"] = () => Utf8(Entities + "<document>&c;</document>"),
        ["lss outside entity"] = () => Utf8(Outside + "<document><LimeSurveyDocType>&x;</LimeSurveyDocType></document>"),
        ["lss deep"] = () => Utf8("<document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions>" + Nested("<row>", "</row>", 50_000) + "</questions></document>"),
        ["lss long label"] = () => Utf8(new LssSample().Ask("S", "Q1", new string('a', 100_000)).Xml()),
        ["lss half"] = () => Utf8(new LssSample().Ask("S", "Q1").Xml()[..400]),
        ["lss of something else"] = () => Utf8("<html><body>rien</body></html>"),
        ["lss wrong encoding"] = () => [.. "<?xml version=\"1.0\" encoding=\"UTF-8\"?><document><LimeSurveyDocType>Survey"u8, 0xC3, 0x28, 0xFF, .. "</LimeSurveyDocType></document>"u8],
        ["lss a million rows"] = () => Utf8("<document><LimeSurveyDocType>Survey</LimeSurveyDocType><answers>" + Nested("<row/>", "", 400_000) + "</answers></document>"),
        ["xlsx entity bomb"] = () => RawBook.Of("<row><c t=\"str\"><v>&c;</v></c></row>", head: Entities),
        ["xlsx of too many columns"] = () => RawBook.Of("<row><c r=\"BDWGN1\" t=\"str\"><v>type</v></c></row>"),
        ["xlsx a million columns"] = () => RawBook.Of("<row>" + Nested("<c t=\"str\"><v>a</v></c>", "", 1_000_000) + "</row>"),
        ["xlsx of too many rows"] = () => RawBook.Of("<row><c t=\"str\"><v>type</v></c></row>" + Nested("<row><c t=\"str\"><v>text</v></c></row>", "", 100_000)),
        ["xlsx shared strings"] = () => RawBook.Of("<row/>", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + Nested("<si><t>a</t></si>", "", 1_000_000) + "</sst>"),
        ["xlsx bomb in strings"] = () => RawBook.Bomb("xl/sharedStrings.xml", 400_000_000),
        ["xlsx bomb in sheet"] = () => RawBook.Bomb("xl/worksheets/sheet1.xml", 400_000_000),
        ["xlsx of many parts"] = () => RawBook.Of("<row/>", otherParts: 20_000),
        ["xlsx long cell"] = () => XlsSample.Bytes("type|name|label\ntext|q|" + new string('a', 30_000)),
        ["xlsx longer cell"] = () => RawBook.Of($"<row><c t=\"str\"><v>{new string('a', 100_000)}</v></c></row>"),
        ["xlsx deep groups"] = () => XlsSample.Bytes("type|name|label\n" + Nested("begin_group|g|G\n", "end_group\n", 200, "text|q|Q\n")),
        ["xlsx without survey"] = () => RawBook.Of("").Take(300).ToArray(),
        ["zip of nothing"] = () => [(byte)'P', (byte)'K', 5, 6, .. new byte[18]],
        ["fhir deep"] = () => Utf8("{\"resourceType\":\"Questionnaire\",\"item\":" + Nested("[{\"linkId\":\"g\",\"type\":\"group\",\"item\":", "}]", 10_000, "[]") + "}"),
        ["fhir deep groups"] = () => Utf8("{\"resourceType\":\"Questionnaire\",\"item\":" + Nested("[{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"G\",\"item\":", "}]", 25, "[]") + "}"),
        ["fhir long label"] = () => Utf8(ConformanceSamples.Questionnaire($"{{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"{new string('a', 100_000)}\"}}")),
        ["fhir half a sign"] = () => Utf8(ConformanceSamples.Questionnaire("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"\\ud83d\"}")),
        ["fhir of something else"] = () => Utf8("{\"resourceType\":\"Patient\"}"),
        ["fhir of many items"] = () => Utf8(ConformanceSamples.Questionnaire(string.Join(',', Enumerable.Repeat("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Q ?\"}", 20_000)))),
        ["fhir nul in a language"] = () => Utf8(ConformanceSamples.Questionnaire("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Q ?\",\"_text\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/translation\",\"extension\":[{\"url\":\"lang\",\"valueCode\":\"a\\u0000r\"},{\"url\":\"content\",\"valueString\":\"S ?\"}]}]}}")),
        ["json nul"] = () => Utf8("{\"title\":{\"text\":\"a\\u0000b\"},\"sections\":[{\"code\":\"p1\",\"questions\":[{\"code\":\"q1\",\"kind\":\"shortText\",\"text\":{\"text\":\"Q ?\"}}]}]}"),
        ["json deep"] = () => Utf8(Nested("[", "]", 100_000)),
        ["nothing"] = () => [],
        ["noise"] = () => [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7919 >> 3))],
    };

    [Theory, MemberData(nameof(Names))]
    public void Refuses_it_in_French_quickly_and_in_little_memory(string name)
    {
        var file = Files[name]();
        QuestionnaireFiles.Read("{}"u8.ToArray());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        var read = QuestionnaireFiles.Read(file);
        clock.Stop();
        // All that was ever asked for, kept or not: the peak is lower.
        var asked = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Null(read.Content);
        var why = Assert.Single(read.Lines, l => l.Construct is "fichier");
        Assert.True(why.Sentence.EndsWith('.') && why.Where.Length > 0, why.ToString());
        Assert.True(asked < MemoryMax, $"{name}: {asked:N0} bytes");
        Assert.True(clock.Elapsed < Bounded, $"{name}: {clock.Elapsed}");
    }

    /// <summary>Signs that are no text, which PostgreSQL refuses: whoever exports questionnaires does not see them in what they wrote.</summary>
    [Fact]
    public void Leaves_out_signs_that_are_no_text()
    {
        byte[][] files = [Utf8(ConformanceSamples.Questionnaire("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"Com\\u0000bien\\u0001 ?\"}")), RawBook.Of("<row><c t=\"str\"><v>type</v></c><c t=\"str\"><v>name</v></c><c t=\"str\"><v>label</v></c></row><row><c t=\"str\"><v>text</v></c><c t=\"str\"><v>q</v></c><c t=\"str\"><v>Com_x0000_bien_x0001_ ?</v></c></row>")];
        foreach (var file in files) Assert.Contains("Combien ?", QuestionnaireFiles.Read(file).Content!.Questions.Select(q => q.Text.Text));
    }

    [Fact]
    public void Says_the_line_of_a_text_that_is_too_long()
    {
        Assert.Matches("^ligne [0-9]+$", QuestionnaireFiles.Read(Files["lss long label"]()).Lines.Single(l => l.Construct == "fichier").Where);
        Assert.Equal("survey, ligne 2", QuestionnaireFiles.Read(Files["xlsx long cell"]()).Lines.Single(l => l.Construct == "fichier").Where);
        Assert.Equal("linkId q", QuestionnaireFiles.Read(Files["fhir long label"]()).Lines.Single(l => l.Construct == "fichier").Where);
    }

    [Fact]
    public void A_script_in_a_LimeSurvey_title_is_not_read_and_elsewhere_is_a_text()
    {
        var read = new LssSample { Title = "Avis <script>alert(1)</script><img src=x onerror=alert(2)>" }.Ask("S", "Q1", "Un <a href=\"javascript:alert(3)\">mot</a> ?").Read();
        Assert.Equal(("Avis", "Un mot ?"), (read.Content!.Title.Text, read.Content.Find("Q1")!.Text.Text));
        Assert.Equal("<script>alert(1)</script>", QuestionnaireFiles.Read(Utf8(ConformanceSamples.Questionnaire("{\"linkId\":\"q\",\"type\":\"string\",\"text\":\"<script>alert(1)</script>\"}"))).Content!.Find("q")!.Text.Text);
    }

    [Fact]
    public void A_condition_of_a_hundred_thousand_signs_costs_nothing()
    {
        foreach (var relevance in new[] { new string('(', 100_000), string.Join(" and ", Enumerable.Repeat("Q1.NAOK == \"Y\"", 10_000)), new string('!', 3_900) + "Q1", Nested("(", ")", 1_900, "Q1.NAOK == \"Y\"") })
        {
            var clock = Stopwatch.StartNew();
            var read = new LssSample().Ask("Y", "Q1").Ask("S", "Q2", relevance: relevance).Read();
            Assert.Null(read.Content!.Find("Q2")!.ShownIf);
            Assert.Contains(read.Lines, l => l.Fate is Fate.Adapted && l.Sentence.Contains("À réécrire", StringComparison.Ordinal));
            Assert.True(clock.Elapsed < Bounded, $"{clock.Elapsed}");
        }
    }

    [Fact]
    public void Texts_that_begin_a_formula_are_texts_in_the_workbook()
    {
        var content = new QuestionnaireContent(new Wording("=cmd|'/c calc'!A0")) { Sections = [new("p1") { Questions = [new("q1", QuestionKind.ShortText, new Wording("+1+1"))] }] };
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(XlsFormWriter.Write(content, "essai")), false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).Select(e => e.Description));
        Assert.All(book.WorkbookPart!.WorksheetParts, s => Assert.Empty(s.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
        Assert.Equal("=cmd|'/c calc'!A0", QuestionnaireFiles.Read(XlsFormWriter.Write(content, "essai")).Content!.Title.Text);
    }
}
