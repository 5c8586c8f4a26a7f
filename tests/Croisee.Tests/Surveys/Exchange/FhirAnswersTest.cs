using System.Globalization;
using System.Text;
using System.Text.Json;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>A sheet of answers goes out and comes back as it was, of nobody and of a day.</summary>
[Trait("kind", "pure")]
public sealed class FhirAnswersTest
{
    static readonly DateOnly Day = new(2027, 5, 31);

    /// <summary>Answers as a person could give them to a questionnaire, from a seed.</summary>
    static GivenAnswers Made(QuestionnaireContent content, int seed)
    {
        var (random, given) = (new Random(seed), new GivenAnswers());
        foreach (var question in content.PutTo(given))
            foreach (var field in question.Fields())
            {
                if (!question.Required && random.Next(4) == 0) continue;
                var choices = question.Choices().ToArray();
                string[] said = question.Kind switch
                {
                    QuestionKind.Number => [random.Next(question.Least ?? 3, (question.Most ?? 9) + 1).ToString(CultureInfo.InvariantCulture)],
                    QuestionKind.Day => ["2027-01-" + random.Next(10, 29)],
                    QuestionKind.ShortText or QuestionKind.LongText => ["Un mot <b>é</b>\nsur deux lignes"],
                    QuestionKind.Ranking => Shuffled([.. question.Options.Where(o => !o.Silent).Take(question.Most ?? int.MaxValue).Select(o => o.Code)], random),
                    QuestionKind.Multiple => [.. question.Options.Where(o => !o.Silent).Take(Math.Max(question.Least ?? 1, 1)).Select(o => o.Code)],
                    _ => [choices[random.Next(choices.Length)]],
                };
                given.Set(field.Code, said);
            }
        return given;
    }

    static string[] Shuffled(string[] choices, Random random)
    {
        random.Shuffle(choices);
        return choices;
    }

    [Fact]
    public void Any_sheet_comes_back_as_it_was() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var content = MadeContent.Of(seed);
            var given = Made(content, seed);
            var read = FhirAnswers.Read(Encoding.UTF8.GetBytes(FhirAnswers.Write(content, given, Day, "essai")), content);
            Assert.Equal(JsonSerializer.Serialize(given.Values), JsonSerializer.Serialize(read.Given!.Values));
            Assert.Equal(["authored"], read.Lines.Select(l => l.Where));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Names_nobody_and_no_hour()
    {
        using var json = JsonDocument.Parse(FhirAnswers.Write(Given.EveryKind, Made(Given.EveryKind, 1), Day, "essai"));
        Assert.Equal(["resourceType", "questionnaire", "status", "authored", "item"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2027-05-31", json.RootElement.GetProperty("authored").GetString());
    }

    [Fact]
    public void Keeps_only_what_was_asked_and_offered()
    {
        var read = FhirAnswers.Read("""
            {"resourceType":"QuestionnaireResponse","subject":{"reference":"Patient/1"},"authored":"2027-05-31T10:20:30Z","item":[
             {"linkId":"connu","answer":[{"valueCoding":{"code":"OUN_NON"}}]},
             {"linkId":"lieux","answer":[{"valueCoding":{"code":"PLAGE"}}]},
             {"linkId":"fois","answer":[{"valueInteger":3}]}]}
            """u8.ToArray(), Given.EveryKind);
        Assert.Equal(["connu"], read.Given!.Values.Keys);
        // The second part is not put to who said no: an answer to it is not kept, and that is said.
        Assert.Equal(["subject", "authored", "lieux", "fois"], read.Lines.Select(l => l.Where));
    }

    static ReadSheet Read(QuestionnaireContent content, string items, string more = "") => FhirAnswers.Read(Encoding.UTF8.GetBytes($$"""{"resourceType":"QuestionnaireResponse",{{more}}"item":[{{items}}]}"""), content);

    /// <summary>FHIR R4: what is asked within a question stands in the answer to it.</summary>
    [Fact]
    public void Reads_what_stands_in_an_answer_and_says_a_question_answered_twice()
    {
        var read = Read(Given.EveryKind, """
            {"linkId":"connu","answer":[{"valueCoding":{"code":"OUN_OUI"},"item":[{"linkId":"texte","answer":[{"valueString":"Un banc."}]}]}]},
            {"linkId":"groupe","answer":[{"item":[{"linkId":"fois","answer":[{"valueDecimal":3.0}]}]}]},
            {"linkId":"connu","answer":[{"valueCoding":{"code":"OUN_NON"}}]}
            """);
        Assert.Equal(("OUN_OUI", "Un banc.", "3"), (Assert.Single(read.Given!["connu"]), Assert.Single(read.Given["texte"]), Assert.Single(read.Given["fois"])));
        Assert.Equal([("linkId connu", Conformance.Of(QuestionnaireFormat.Fhir, "answer.twice").Construct)], read.Lines.Select(l => (l.Where, l.Construct)));
    }

    [Theory]
    [InlineData("completed", true)]
    [InlineData("amended", true)]
    [InlineData("in-progress", false)]
    [InlineData("stopped", false)]
    [InlineData("entered-in-error", false)]
    public void A_sheet_that_says_itself_that_it_does_not_count_is_not_taken(string status, bool taken)
    {
        var read = Read(Given.EveryKind, """{"linkId":"connu","answer":[{"valueCoding":{"code":"OUN_NON"}}]}""", $"\"status\":\"{status}\",");
        Assert.Equal((taken, !taken), (read.Given is not null, read.IsVoid));
    }

    const string Far = """
        {"linkId":"1.1","type":"choice","text":"La couleur ?","answerOption":[{"valueCoding":{"code":"1","display":"Rouge"}},{"valueCoding":{"code":"2","display":"Vert"}}]},
        {"linkId":"1.2","type":"choice","text":"Souvent ?","answerOption":[{"valueCoding":{"code":"a","display":"Jamais"}},{"valueCoding":{"code":"b","display":"Parfois"}},{"valueCoding":{"code":"c","display":"Souvent"}},{"valueCoding":{"code":"d","display":"Toujours"}}]},
        {"linkId":"1.3","type":"choice","repeats":true,"text":"Lesquels ?","answerOption":[{"valueString":"Le salon"},{"valueString":"Le jardin"}]},
        {"linkId":"Q-1","type":"string","text":"Un mot ?"},{"linkId":"Q_1","type":"string","text":"Un autre ?"},
        {"linkId":"2","type":"group","text":"Vos avis","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl","valueCodeableConcept":{"coding":[{"code":"gtable"}]}}],"item":[{"linkId":"2.1","type":"choice","text":"Les repas","answerOption":[{"valueCoding":{"code":"1","display":"Non"}},{"valueCoding":{"code":"2","display":"Oui"}}]}]},
        {"linkId":"3.1","type":"boolean","text":"Vous venez ?"},
        {"linkId":"4.1","type":"open-choice","text":"Quel lieu ?","answerOption":[{"valueCoding":{"code":"1","display":"Le salon"}}]}
        """;
    const string FarAnswers = """
        {"linkId":"1.1","answer":[{"valueCoding":{"code":"2"}}]},{"linkId":"1.2","answer":[{"valueCoding":{"code":"c"}}]},{"linkId":"1.3","answer":[{"valueString":"Le jardin"}]},
        {"linkId":"Q-1","answer":[{"valueString":"un"}]},{"linkId":"Q_1","answer":[{"valueString":"deux"}]},{"linkId":"2","item":[{"linkId":"2.1","answer":[{"valueCoding":{"code":"2"}}]}]},{"linkId":"3.1","answer":[{"valueBoolean":true}]},
        {"linkId":"4.1","answer":[{"valueString":"La terrasse"}]}
        """;

    /// <summary>« Autre » is one answer however often somebody wrote instead of choosing, and all that they wrote is kept.</summary>
    [Fact]
    public void Two_texts_instead_of_choices_are_one_answer_and_both_are_kept()
    {
        var content = QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire("""{"linkId":"4.1","type":"open-choice","repeats":true,"text":"Quels lieux ?","answerOption":[{"valueCoding":{"code":"1","display":"Le salon"}},{"valueCoding":{"code":"2","display":"Le jardin"}}]}"""))).Content!;
        var read = Read(content, """{"linkId":"4.1","answer":[{"valueString":"La terrasse"},{"valueCoding":{"code":"1"}},{"valueString":"Le toit"}]}""");
        Assert.Empty(read.Lines);
        Assert.Equal("La terrasse\nLe toit", Assert.Single(read.Given!["q4_1_autre"]));
        Assert.Equal(2, read.Given["q4_1"].Count);
    }

    /// <summary>What a refused answer would have shown was asked of nobody.</summary>
    [Fact]
    public void An_answer_that_is_left_takes_with_it_what_it_showed()
    {
        var content = new QuestionnaireContent(new Wording("Deux"))
        {
            Sections = [new("a") { Questions = [
                new("m", QuestionKind.Multiple, new Wording("Quoi ?")) { Options = [new("A", new Wording("A")), new("NSP", new Wording("Je ne sais pas"), Silent: true)] },
                new("t", QuestionKind.ShortText, new Wording("Pourquoi ?")) { ShownIf = new Chosen("m", "A") }] }],
        };
        var read = Read(content, """{"linkId":"m","answer":[{"valueCoding":{"code":"A"}},{"valueCoding":{"code":"NSP"}}]},{"linkId":"t","answer":[{"valueString":"Ainsi."}]}""");
        Assert.True(read.Given!.IsBlank);
        Assert.Equal(2, read.Lines.Count);
    }

    /// <summary>The tool that asked these questions names them its own way, also after the questionnaire was corrected here and went through its own file.</summary>
    [Fact]
    public void Answers_of_the_tool_that_a_questionnaire_came_from_come_in()
    {
        var content = QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(ConformanceSamples.Questionnaire(Far))).Content!;
        foreach (var question in content.Questions.ToList()) content = content.Put(content.Sections.First(s => s.Questions.Contains(question)).Code, Croisee.Surveys.Desk.QuestionForm.Of(question, "p1").Write(question.Code, question, UsedCodes.None));
        content = ContentJson.TryRead(ContentJson.Write(content)).Content!;
        var read = Read(content, FarAnswers);
        Assert.Empty(read.Lines);
        Assert.Equal("""{"Q_1":["un"],"Q_1_2":["deux"],"q1_1":["R2"],"q1_2":["FRQ4_3"],"q1_3":["Le_jardin"],"q2_1":["OUN_OUI"],"q3_1":["OUN_OUI"],"q4_1":["AUTRE"],"q4_1_autre":["La terrasse"]}""", JsonSerializer.Serialize(read.Given!.Values));
        // A sheet of ours names our codes, and means them.
        var ours = FhirAnswers.Read(Encoding.UTF8.GetBytes(FhirAnswers.Write(content, read.Given, Day, "essai")), content);
        Assert.Equal(JsonSerializer.Serialize(read.Given.Values), JsonSerializer.Serialize(ours.Given!.Values));
        // A twin is another question: nobody answered it elsewhere.
        Assert.Null(content.Duplicate("q1_1", UsedCodes.None).Questions.Single(q => q.Code != "q1_1" && q.Text.Text == "La couleur ?").Far);
    }
}
