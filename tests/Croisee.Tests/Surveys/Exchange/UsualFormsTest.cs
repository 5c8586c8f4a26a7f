using System.Text;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>XLSForm workbooks and FHIR questionnaires as people have them: older names, spaces, coloured empty cells, words in place of codes, what computes itself.</summary>
[Trait("kind", "pure")]
public sealed class UsualFormsTest
{
    static bool Tells(ReadQuestionnaire read, Fate fate, string detail) => read.Lines.Any(l => l.Fate == fate && l.Sentence.Contains(detail, StringComparison.Ordinal));

    static ReadQuestionnaire Fhir(string items) => QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire(items)));

    [Theory]
    [InlineData("select one from couleurs", QuestionKind.Single)]
    [InlineData("select one couleurs", QuestionKind.Single)]
    [InlineData("select all that apply from couleurs", QuestionKind.Multiple)]
    [InlineData("select multiple couleurs", QuestionKind.Multiple)]
    [InlineData("string", QuestionKind.ShortText)]
    public void Reads_the_older_names_of_types(string type, QuestionKind kind) => Assert.Equal(kind, XlsSample.Rows(type + "|q|Q ?").Content!.Find("q")!.Kind);

    [Fact]
    public void Reads_the_older_names_of_columns_and_of_another_answer()
    {
        var read = XlsSample.Read("Type|Name|Caption|relevance|bind::required\nselect_one couleurs or specify other|q|Q ?||yes\ntext|r|R ?|${q} = 'R'");
        Assert.Equal(("Q ?", true, "AUTRE"), (read.Content!.Find("q")!.Text.Text, read.Content.Find("q")!.Required, read.Content.Find("q")!.Options[^1].Code));
        Assert.Equal(new Chosen("q", "R"), read.Content.Find("r")!.ShownIf);
    }

    [Fact]
    public void Reads_names_with_spaces_around_them_and_French_without_its_cedilla()
    {
        var read = XlsSample.Read("type|name|label::Francais|label::English (en)\nselect_one couleurs |q|Q ?|Q?\ntext|r|R ?|R?", "list_name|name|label::Francais\ncouleurs |R |Rouge\n couleurs|V|Vert");
        Assert.Equal(("Q ?", "R"), (read.Content!.Find("q")!.Text.Text, read.Content.Find("q")!.Options[0].Code));
        Assert.Equal(["en"], read.Content.Languages.Select(l => l.Tag));
        Assert.Equal("Q ?", XlsSample.Read("type|name|label::English (en)|label::Français (fr-FR)\ntext|q|Q?|Q ?").Content!.Find("q")!.Text.Text);
    }

    [Fact]
    public void Looks_past_coloured_cells_and_says_a_column_without_a_name_and_a_row_without_a_type()
    {
        static string Far(int row) => $"<c r=\"XFD{row}\" s=\"4\"/>";
        static string Cell(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";
        var rows = $"<row r=\"1\">{Cell("A1", "type")}{Cell("B1", "name")}{Cell("C1", "label")}{Far(1)}</row><row r=\"2\">{Cell("A2", "text")}{Cell("B2", "q")}{Cell("C2", "Q ?")}{Cell("F2", "un mot à part")}{Far(2)}</row><row r=\"3\">{Cell("C3", "Oubliée ?")}</row>";
        var read = QuestionnaireFiles.Read(RawBook.Of(rows));
        Assert.Equal(["q"], read.Content!.Questions.Select(q => q.Code));
        Assert.True(Tells(read, Fate.Adapted, "une colonne sans nom"));
        Assert.True(Tells(read, Fate.Refused, "aucun type"));
    }

    [Fact]
    public void Asks_no_head_of_a_table_and_nothing_that_computes_itself()
    {
        var read = XlsSample.Read("type|name|label|appearance|calculation\nselect_one couleurs|tete|Vos goûts|label\nselect_one couleurs|un|Le mur|list-nolabel\ntext|etat|État||if(${un} = 'R', 'chaud', 'froid')");
        Assert.Equal([(QuestionKind.Information, "tete"), (QuestionKind.Single, "un")], read.Content!.Questions.Select(q => (q.Kind, q.Code)));
        Assert.Contains(read.Lines, l => l.Fate is Fate.Refused && l.Construct.StartsWith("calculate", StringComparison.Ordinal));
    }

    [Fact]
    public void Lets_words_stand_for_a_code_that_is_not_there()
    {
        var read = Fhir("""
            {"linkId":"a","type":"choice","text":"A ?","answerOption":[{"valueCoding":{"display":"Rouge"}},{"valueCoding":{"display":"Vert clair"}}]},
            {"linkId":"b","type":"string","text":"B ?","enableWhen":[{"question":"a","operator":"=","answerCoding":{"display":"Vert clair"}}]},
            {"linkId":"c","type":"string","text":"C ?","enableWhen":[{"question":"a","operator":"=","answerCoding":{"system":"urn:x"}}]}
            """);
        Assert.Equal(["Rouge", "Vert clair"], read.Content!.Find("a")!.Options.Select(o => o.Text.Text));
        Assert.Equal(new Chosen("a", "Vert_clair"), read.Content.Find("b")!.ShownIf);
        Assert.Null(read.Content.Find("c")!.ShownIf);
    }

    [Fact]
    public void Reads_a_list_that_a_server_spread_out_and_the_translations_of_plain_answers()
    {
        var list = "\"contained\":[{\"resourceType\":\"ValueSet\",\"id\":\"liste\",\"expansion\":{\"contains\":[{\"code\":\"R\",\"display\":\"Rouge\"},{\"abstract\":true,\"display\":\"Verts\",\"contains\":[{\"code\":\"V\",\"display\":\"Vert\"}]}]}}],";
        var read = QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire("""
            {"linkId":"a","type":"choice","text":"A ?","answerValueSet":"#liste"},
            {"linkId":"b","type":"coding","text":"B ?","answerOption":[{"valueString":"Oui sûr","_valueString":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang","valueCode":"en"},{"url":"content","valueString":"Sure"}]}]}},{"valueString":"Peut-être"},{"valueReference":{"reference":"Patient/1"}}]}
            """).Replace("\"status\"", list + "\"status\"", StringComparison.Ordinal)));
        Assert.Equal(["R", "V"], read.Content!.Find("a")!.Options.Select(o => o.Code));
        Assert.False(Tells(read, Fate.Adapted, "La liste n’est pas dans le fichier"));
        Assert.Equal("Sure", read.Content.Find("b")!.Options[0].Text.In!["en"]);
        Assert.True(Tells(read, Fate.Refused, "valueReference"));
    }

    [Fact]
    public void Renames_codes_that_differ_by_the_case_of_their_letters()
    {
        var read = XlsSample.Rows("text|nom|Q ?\nrank couleurs|NOM|R ?", "list_name|name|label\ncouleurs|r|Rouge\ncouleurs|R|Rose");
        Assert.Equal(["nom", "NOM_2"], read.Content!.Questions.Take(2).Select(q => q.Code));
        Assert.Equal(["r", "R_2"], read.Content.Find("NOM_2")!.Options.Select(o => o.Code));
        Assert.True(Tells(read, Fate.Adapted, "NOM → NOM_2"));
    }

    [Fact]
    public void Says_what_a_machine_would_have_computed()
    {
        static string Computed(string name) => $"\"extension\":[{{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-{name}\",\"valueExpression\":{{}}}}]";
        var read = QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire($"{{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"A ?\",{Computed("enableWhenExpression")}}},{{\"linkId\":\"b\",\"type\":\"integer\",\"text\":\"Score\",\"readOnly\":true,{Computed("calculatedExpression")}}}").Replace("\"status\"", Computed("launchContext") + ",\"status\"", StringComparison.Ordinal)));
        Assert.Equal(["a", "fin"], read.Content!.Questions.Select(q => q.Code));
        Assert.True(Tells(read, Fate.Adapted, "enableWhenExpression"));
        Assert.Contains(read.Lines, l => l.Where == "racine" && l.Sentence.Contains("launchContext", StringComparison.Ordinal));
    }

    /// <summary>A group that only holds groups has no part: its words are not lost for that, and are said once.</summary>
    [Fact]
    public void Says_the_words_of_a_group_that_only_holds_groups()
    {
        var xls = XlsSample.Rows("begin_group|g|Votre séjour\nbegin_group|h|Les repas\ntext|a|A ?\nend_group\nbegin_group|i|Les soins\ntext|b|B ?\nend_group\nend_group");
        static string Inner(string link, string text) => $"{{\"linkId\":\"{link}\",\"type\":\"group\",\"text\":\"{text}\",\"item\":[{{\"linkId\":\"{link}1\",\"type\":\"string\",\"text\":\"Q ?\"}}]}}";
        var fhir = Fhir($"{{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Votre séjour\",\"item\":[{Inner("h", "Les repas")},{Inner("i", "Les soins")}]}}");
        foreach (var read in new[] { xls, fhir }) Assert.Equal(["Votre séjour – Les repas", "Les soins", null], read.Content!.Sections.Select(s => s.Title?.Text));
    }

    [Fact]
    public void Keeps_two_groups_of_one_name_apart_and_the_help_of_a_group()
    {
        const string Help = "{\"linkId\":\"h\",\"type\":\"display\",\"text\":\"Prenez votre temps.\",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"help\"}]}}]}";
        var read = Fhir($"{{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Une\",\"item\":[{Help},{{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"A ?\"}}]}},{{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Deux\",\"item\":[{{\"linkId\":\"b\",\"type\":\"string\",\"text\":\"B ?\"}}]}}");
        Assert.Equal(["Une", "Deux", null], read.Content!.Sections.Select(s => s.Title?.Text));
        Assert.Equal("Prenez votre temps.", read.Content.Questions.First().Text.Text);
    }
}
