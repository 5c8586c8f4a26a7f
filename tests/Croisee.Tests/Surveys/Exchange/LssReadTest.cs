using System.Text;
using System.Text.Json;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>A LimeSurvey structure, of old versions and new ones, becomes our questionnaire.</summary>
[Trait("kind", "pure")]
public sealed class LssReadTest
{
    static AskedQuestion Only(LssSample sample, string code = "Q1") => sample.Read().Content!.Find(code)!;

    [Fact]
    public void Reads_choices_lines_and_what_belongs_to_them()
    {
        var read = new LssSample { Title = "Votre avis" }
            .Ask("L", "LIEU", "Où ?", choices: "SALON=Au salon|JARDIN=Au jardin|N=Sans opinion", mandatory: "Y", help: "Une réponse.", english: "Where?")
            .Ask("F", "AVIS", "Vos avis", "L1=Les repas|L2=Les soins", "1=Jamais|2=Parfois|3=Souvent|4=Toujours")
            .Ask("M", "QUOI", "Quoi ?", "A=Lire|B=Jouer|C=Sortir", attributes: "max_answers=2|random_order=1", otherAnswer: "Y").Read();
        Assert.NotNull(read.Content);
        Assert.Equal("Votre avis", read.Content.Title.Text);
        Assert.Equal(["LIEU", "AVIS", "QUOI", "QUOI_other"], read.Content.Questions.Select(q => q.Code));
        var place = read.Content.Find("LIEU")!;
        Assert.Equal((QuestionKind.Single, true, "Une réponse.", "Where?"), (place.Kind, place.Required, place.Help!.Text, place.Text.In!["en"]));
        Assert.Equal([false, false, true], place.Options.Select(o => o.Silent));
        Assert.Equal(("en", TranslationState.Draft), (read.Content.Languages[0].Tag, read.Content.Languages[0].State));
        Assert.Equal((QuestionKind.Matrix, "V-FREQ4", 2), (read.Content.Find("AVIS")!.Kind, read.Content.Find("AVIS")!.Scale, read.Content.Find("AVIS")!.Items.Count));
        var what = read.Content.Find("QUOI")!;
        Assert.Equal((2, true, "AUTRE"), (what.Most, what.Shuffled, what.Options[^1].Code));
        Assert.Equal(new Chosen("QUOI", "AUTRE"), read.Content.Find("QUOI_other")!.ShownIf);
    }

    /// <summary>What is shown as French and is not is told: once for a file without French, and of each text that lacks it in a file that has it.</summary>
    [Fact]
    public void Tells_of_texts_that_are_not_in_French()
    {
        static IReadOnlyList<ReadLine> Told(ReadQuestionnaire read) => [.. read.ToTell.Where(l => l.Construct == "Texte qui n’est pas en français")];
        var sample = new LssSample().Ask("S", "Q1", "Frage 1").Ask("S", "Q2", "Frage 2");
        Assert.Empty(Told(sample.Read()));
        var german = QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(sample.Xml().Replace("<language>fr</language>", "<language>de</language>", StringComparison.Ordinal).Replace("<surveyls_language>fr</surveyls_language>", "<surveyls_language>de</surveyls_language>", StringComparison.Ordinal).Replace("<![CDATA[fr]]>", "<![CDATA[de]]>", StringComparison.Ordinal)));
        Assert.Equal("Frage 1", german.Content!.Find("Q1")!.Text.Text);
        Assert.Contains("(de)", Assert.Single(Told(german)).Sentence, StringComparison.Ordinal);
        var half = Assert.Single(Told(new LssSample().Ask("S", "Q1", "Question 1").Ask("S", "Q2", "", english: "Question 2?").Read()));
        Assert.Contains("(en)", half.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("ligne", half.Where, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Conditions => new()
    {
        { "Q1.NAOK == \"Y\"", "{\"field\":\"Q1\",\"chosen\":\"OUN_OUI\"}" },
        { "((Q1.NAOK != \"N\")) and !is_empty(Q2.NAOK)", "{\"all\":[{\"not\":{\"field\":\"Q1\",\"chosen\":\"OUN_NON\"}},{\"answered\":\"Q2\"}]}" },
        { "Q2_A.NAOK == \"Y\" or Q2_B == 'Y'", "{\"any\":[{\"field\":\"Q2\",\"chosen\":\"A\"},{\"field\":\"Q2\",\"chosen\":\"B\"}]}" },
        { "Q3.NAOK >= 4", "{\"any\":[{\"field\":\"Q3\",\"chosen\":\"R4\"},{\"field\":\"Q3\",\"chosen\":\"R5\"}]}" },
        { "12 < Q4.NAOK && Q4.NAOK le 20", "{\"all\":[{\"field\":\"Q4\",\"is\":\">\",\"than\":12},{\"field\":\"Q4\",\"is\":\"<=\",\"than\":20}]}" },
        { "count(Q2_A.NAOK, Q2_B.NAOK) >= 2", "{\"count\":\"Q2\",\"is\":\">=\",\"than\":2}" },
        { "42X7X101.NAOK == \"Y\"", "{\"field\":\"Q1\",\"chosen\":\"OUN_OUI\"}" },
        { "1", "null" },
    };

    [Theory, MemberData(nameof(Conditions))]
    public void Reads_simple_conditions(string relevance, string expected)
    {
        var read = new LssSample().Ask("Y", "Q1").Ask("M", "Q2", sub: "A=Lire|B=Jouer").Ask("5", "Q3").Ask("N", "Q4").Ask("S", "Q5", relevance: relevance).Read();
        Assert.Equal(JsonSerializer.Serialize(JsonSerializer.Deserialize<Condition?>(expected)), JsonSerializer.Serialize(read.Content!.Find("Q5")!.ShownIf));
        Assert.DoesNotContain(read.Lines, l => l.Sentence.Contains("À réécrire", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Q9.NAOK == \"Y\"", "« Q9.NAOK » n’est pas une question de ce fichier")]
    [InlineData("Q1.NAOK == \"Z\"", "« Z » n’est pas une réponse possible")]
    [InlineData("Q1.NAOK == \"Y\" and (1 == 1", "elle ne compare pas une question à une valeur")]
    [InlineData("rand(1,2) == 1", "elle utilise « rand »")]
    [InlineData("Q5.NAOK == 3", "elle regarde « Q5 », qui ne vient pas avant")]
    public void Leaves_a_condition_that_it_cannot_say_and_tells_why(string relevance, string why)
    {
        var read = new LssSample().Ask("Y", "Q1").Ask("S", "Q2", relevance: relevance).Ask("N", "Q5").Read();
        Assert.Null(read.Content!.Find("Q2")!.ShownIf);
        Assert.Contains(read.Lines, l => l.Fate is Fate.Adapted && l.Sentence.Contains(why, StringComparison.Ordinal));
    }

    /// <summary>Versions before 4 repeat each thing in each language, words and all.</summary>
    [Fact]
    public void Reads_the_older_tables()
    {
        var read = QuestionnaireFiles.Read(Encoding.UTF8.GetBytes("""
            <document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>178</DBVersion>
            <answers><rows><row><qid>9</qid><code>A</code><answer>Rouge</answer><sortorder>1</sortorder><language>fr</language><scale_id>0</scale_id></row><row><qid>9</qid><code>A</code><answer>Red</answer><sortorder>1</sortorder><language>en</language><scale_id>0</scale_id></row>
            <row><qid>9</qid><code>B</code><answer>Vert</answer><sortorder>2</sortorder><language>fr</language><scale_id>0</scale_id></row></rows></answers>
            <groups><rows><row><gid>3</gid><group_name>Partie</group_name><group_order>0</group_order><language>fr</language></row></rows></groups>
            <questions><rows><row><qid>9</qid><parent_qid>0</parent_qid><gid>3</gid><type>L</type><title>COUL</title><question>Quelle couleur ?</question><language>fr</language></row><row><qid>9</qid><parent_qid>0</parent_qid><gid>3</gid><type>L</type><title>COUL</title><question>Which colour?</question><language>en</language></row></rows></questions>
            <surveys><rows><row><sid>5</sid><language>fr</language></row></rows></surveys>
            <surveys_languagesettings><rows><row><surveyls_language>fr</surveyls_language><surveyls_title>Ancien</surveyls_title></row></rows></surveys_languagesettings></document>
            """));
        var colour = read.Content!.Find("COUL")!;
        Assert.Equal(("Quelle couleur ?", "Which colour?", "Red"), (colour.Text.Text, colour.Text.In!["en"], colour.Options[0].Text.In!["en"]));
    }

    [Fact]
    public void Reads_a_yes_and_no_as_our_scale() => Assert.Equal((QuestionKind.Scale, "V-OUINON"), (Only(new LssSample().Ask("Y", "Q1")).Kind, Only(new LssSample().Ask("Y", "Q1")).Scale));

    [Fact]
    public void Asks_gender_as_what_describes_a_person() => Assert.True(Only(new LssSample().Ask("G", "Q1")).Describes);
}
