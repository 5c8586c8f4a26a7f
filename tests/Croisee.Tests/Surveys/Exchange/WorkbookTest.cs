using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>Workbooks as spreadsheets write them, not as we do: shared texts, runs, readings beside words, cells that are not there, languages by name.</summary>
[Trait("kind", "pure")]
public sealed class WorkbookTest
{
    const string Strings = """
        <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>type</t></si><si><t>name</t></si><si><t>label::English</t></si><si><t>label::French (fr)</t></si>
        <si><t>text</t></si><si><r><t xml:space="preserve">Your </t></r><r><rPr><b/></rPr><t>name?</t></r><rPh sb="0" eb="1"><t>lu</t></rPh><phoneticPr fontId="1"/></si><si><t>Un mot_x000A_ou deux ?</t></si><si/></sst>
        """;

    [Fact]
    public void Reads_shared_texts_in_runs_and_cells_where_they_stand()
    {
        var rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c><c r="F1" t="s"><v>3</v></c></row>
            <row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4" t="str"><v>mot</v></c><c r="C4" s="1"/><c r="D4" t="s"><v>5</v></c><c r="F4" t="s"><v>6</v></c></row>
            <row r="7"><c r="A7" t="inlineStr"><is><t>integer</t></is></c><c r="B7" t="inlineStr"><is><t>âge !</t></is></c><c r="D7" t="s"><v>99999</v></c><c r="F7"><v>12</v></c></row>
            """;
        var read = QuestionnaireFiles.Read(RawBook.Of(rows, Strings));
        var word = read.Content!.Find("mot")!;
        Assert.Equal(("Un mot\nou deux ?", "Your name?", QuestionKind.ShortText), (word.Text.Text, word.Text.In!["en"], word.Kind));
        Assert.Equal("12", read.Content.Find("age__")!.Text.Text);
        Assert.Contains(read.ToTell, l => l.Where == "survey, ligne 7" && l.Sentence.Contains("âge ! → age__", StringComparison.Ordinal));
        Assert.Equal(("en", TranslationState.Draft), (read.Content.Languages.Single().Tag, read.Content.Languages.Single().State));
    }

    [Fact]
    public void Takes_the_default_language_when_there_is_no_French()
    {
        var read = QuestionnaireFiles.Read(XlsSample.Bytes("type|name|label::English (en)|label::Español (es)\ntext|q|Why?|¿Por qué?", settings: "form_title|default_language\nTrial|Español (es)"));
        Assert.Equal(("¿Por qué?", "Why?"), (read.Content!.Find("q")!.Text.Text, read.Content.Find("q")!.Text.In!["en"]));
        Assert.Equal(["en"], read.Content.Languages.Select(l => l.Tag));
    }

    [Fact]
    public void Joins_the_conditions_of_groups_in_groups()
    {
        var read = XlsSample.Rows("select_one couleurs|c|C ?\nbegin_group|g|Partie||${c} = 'R'\ntext|a|A ?\nbegin_group|h|Dedans||${a} != ''\ntext|b|B ?\nend_group\ntext|d|D ?\nend_group");
        Assert.Equal([null, "Partie", "Dedans", null, null], read.Content!.Sections.Select(s => s.Title?.Text));
        Condition outer = new Chosen("c", "R");
        Assert.Equal([null, outer, null, outer, null], read.Content.Sections.Select(s => s.ShownIf is AllOf ? null : s.ShownIf));
        Assert.Equal([outer, new Answered("a")], Assert.IsType<AllOf>(read.Content.Sections[2].ShownIf).Parts);
    }
}
