using System.IO.Compression;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>LimeSurvey structures as people have them: named by numbers, bounded by expressions, long, full of mark-up. Nothing usual keeps a file out, and nothing goes without a word.</summary>
[Trait("kind", "pure")]
public sealed class UsualLssTest
{
    static bool Tells(ReadQuestionnaire read, Fate fate, string detail) => read.Lines.Any(l => l.Fate == fate && l.Sentence.Contains(detail, StringComparison.Ordinal));

    [Theory]
    [InlineData("Q101.NAOK == \"Y\"", "Q1", "OUN_OUI")]
    [InlineData("Q102_S103.NAOK == \"Y\"", "Q2", "A")]
    [InlineData("intval(Q3) == 1", "Q3", "R1")]
    public void Reads_conditions_that_name_questions_by_their_numbers(string relevance, string field, string option)
    {
        var read = new LssSample().Ask("Y", "Q1").Ask("M", "Q2", sub: "A=Lire|B=Jouer").Ask("5", "Q3").Ask("S", "Q9", relevance: relevance).Read();
        Assert.Equal(new Chosen(field, option), read.Content!.Find("Q9")!.ShownIf);
    }

    /// <summary>A question whose own name looks like the number of another is the one that is meant.</summary>
    [Fact]
    public void A_name_goes_before_a_number()
    {
        var read = new LssSample().Ask("Y", "Q102").Ask("Y", "Q2").Ask("S", "Q9", relevance: "Q102.NAOK == \"Y\"").Read();
        Assert.Equal(new Chosen("Q102", "OUN_OUI"), read.Content!.Find("Q9")!.ShownIf);
    }

    [Fact]
    public void Puts_to_nobody_what_was_put_to_nobody()
    {
        var read = new LssSample { MoreGroups = 1, MoreRelevance = "0" }.Ask("S", "Q1", relevance: "0").Ask("S", "Q2").Read();
        Assert.Equal(["Q2"], read.Content!.Questions.Select(q => q.Code));
        Assert.Equal(2, read.Lines.Count(l => l.Fate is Fate.Refused && l.Construct.StartsWith("Question ou groupe caché", StringComparison.Ordinal)));
    }

    [Fact]
    public void Says_bounds_and_orders_that_it_cannot_keep()
    {
        var read = new LssSample().Ask("M", "Q1", sub: "A=Lire|B=Jouer", attributes: "max_answers={Q0}").Ask("N", "Q2", attributes: "min_num_value_n=0.5|max_num_value_n=1.5|num_value_int_only=1")
            .Ask("F", "Q3", sub: "L=Les repas", choices: "X=Rouge|Y=Vert", attributes: "random_order=1").Ask("S", "Q4", attributes: "maximum_chars=3|array_filter_style=0").Ask("M", "Q5", sub: "A=Lire|B=Jouer", attributes: "min_answers=4").Read();
        foreach (var lost in new[] { "max_answers", "random_order", "maximum_chars", "au moins 4" }) Assert.True(Tells(read, Fate.Adapted, lost), lost);
        Assert.Equal(((int?)1, (int?)1), (read.Content!.Find("Q2")!.Least, read.Content.Find("Q2")!.Most));
        // In an array the lines are drawn, never the answers.
        Assert.False(read.Content.Find("Q3_L")!.Shuffled);
        Assert.Null(read.Content.Find("Q5")!.Least);
    }

    [Fact]
    public void Knows_a_scale_whose_last_answer_is_not_to_say() =>
        Assert.Equal(QuestionKind.Matrix, new LssSample().Ask("F", "Q1", sub: "L=Les repas|M=Les soins", choices: "A1=Jamais|A2=Parfois|A3=Souvent|A4=Toujours|A5=Ne se prononce pas").Read().Content!.Find("Q1")!.Kind);

    [Fact]
    public void Keeps_the_words_of_another_answer()
    {
        var read = new LssSample().Ask("L", "Q1", choices: "A=Au salon|B=Au jardin", attributes: "other_replace_text=Un autre lieu", otherAnswer: "Y").Read();
        Assert.Equal("Un autre lieu", read.Content!.Find("Q1")!.Options[^1].Text.Text);
        Assert.Equal(new Chosen("Q1", "AUTRE"), read.Content.Find("Q1_other")!.ShownIf);
    }

    [Fact]
    public void Leaves_a_list_of_all_departments_and_keeps_the_rest()
    {
        var departments = string.Join('|', Enumerable.Range(1, 101).Select(n => $"D{n}=Département {n}"));
        var read = new LssSample().Ask("!", "DEPT", choices: departments, otherAnswer: "Y").Ask("S", "Q2", relevance: "DEPT.NAOK == \"D1\"").Read();
        Assert.Equal(["Q2"], read.Content!.Questions.Select(q => q.Code));
        Assert.True(Tells(read, Fate.Refused, "102 réponses"));
        Assert.True(Tells(read, Fate.Adapted, "n’est pas une question de ce fichier"));
    }

    [Fact]
    public void Counts_no_answer_apart_when_only_one_would_be_left() =>
        Assert.Equal([false, false], new LssSample().Ask("L", "Q1", choices: "A=Oui|B=Sans avis").Read().Content!.Find("Q1")!.Options.Select(o => o.Silent));

    [Fact]
    public void Joins_groups_when_there_are_too_many()
    {
        var read = new LssSample { MoreGroups = 24, MoreRelevance = "Q1.NAOK == \"Y\"" }.Ask("Y", "Q1").Read();
        Assert.Equal(QuestionnaireContent.SectionsMax, read.Content!.Sections.Count);
        var texts = read.Content.Questions.Where(q => q.Code.StartsWith('G')).ToList();
        Assert.Equal(24, texts.Count);
        Assert.All(read.Content.Sections.SelectMany(s => s.Questions.Where(q => q.Code.StartsWith('G')).Select(q => s.ShownIf ?? q.ShownIf)), c => Assert.Equal(new Chosen("Q1", "OUN_OUI"), c));
        // Every title is still there: of a part, or said in it.
        foreach (var n in Enumerable.Range(8, 24)) Assert.True(read.Content.Sections.Any(s => s.Title?.Text == $"Partie {n}") || read.Content.Questions.Any(q => q.Kind is QuestionKind.Information && q.Text.Text == $"Partie {n}"), $"{n}");
    }

    [Fact]
    public void Keeps_the_description_with_the_welcome_and_says_what_stands_around_the_questions()
    {
        var read = new LssSample { About = "Une enquête du service.", Welcome = "<p>Bienvenue</p>", Policy = "Vos données" }.Ask("S", "Q1").Read();
        Assert.Equal("Une enquête du service.\n\nBienvenue", read.Content!.About!.Text);
        Assert.True(Tells(read, Fate.Adapted, "politique de données"));
    }

    [Fact]
    public void Counts_the_words_of_a_text_and_not_its_mark_up()
    {
        var text = string.Concat(Enumerable.Repeat("<p><span style=\"font-family:Arial;font-size:14px;color:#336699\">Oui</span></p>", 200));
        var read = new LssSample().Ask("X", "Q1", text).Ask("S", "Q2").Read();
        Assert.StartsWith("Oui\n", read.Content!.Find("Q1")!.Text.Text, StringComparison.Ordinal);
        Assert.Equal(("1 < 2 <b", false), PlainText.Of("1 < 2 <b"));
    }

    /// <summary>What went well fills no list so long that what was not read is not seen.</summary>
    [Fact]
    public void Says_the_last_refusal_of_a_long_file()
    {
        var sample = new LssSample();
        for (var i = 1; i <= 95; i++) sample.Ask("L", $"Q{i}", $"<b>Question</b> {i} ?", choices: "1=A|2=B|3=C|4=D", mandatory: "Y", help: "<i>Aide</i>");
        var read = sample.Ask("|", "FICHIER").Read();
        Assert.NotNull(read.Content);
        Assert.Contains(read.Lines, l => l.Fate is Fate.Refused && l.Where.Contains("FICHIER", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Others => new() { { "xls", ".xlsx" }, { "ods", ".xlsx" }, { "lsa", ".lss" }, { "fhir", "JSON" }, { "xform", "XLSForm" } };

    [Theory, MemberData(nameof(Others))]
    public void Says_which_file_to_give_instead(string kind, string instead)
    {
        byte[] file = kind switch
        {
            "xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            "ods" => Zip("content.xml"), "lsa" => Zip("survey_12.lss"),
            "fhir" => "<Questionnaire xmlns=\"http://hl7.org/fhir\"><status value=\"draft\"/></Questionnaire>"u8.ToArray(),
            _ => "<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\" xmlns:jr=\"http://openrosa.org/javarosa\"><h:head/></h:html>"u8.ToArray(),
        };
        var why = Assert.Single(QuestionnaireFiles.Read(file).Lines);
        Assert.Equal(("fichier", true), (why.Construct, why.Sentence.Contains(instead, StringComparison.Ordinal)));
    }

    static byte[] Zip(string part)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry(part).Open().Dispose();
        return bytes.ToArray();
    }
}
