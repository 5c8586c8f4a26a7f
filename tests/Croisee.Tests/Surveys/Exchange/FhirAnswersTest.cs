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
                    QuestionKind.Ranking => Shuffled([.. question.Options.Where(o => !o.Silent).Select(o => o.Code)], random),
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
            Assert.Empty(read.Lines);
            Assert.Equal(Day, read.Day);
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
        Assert.Equal(Day, read.Day);
        // The second part is not put to who said no: an answer to it is not kept, and that is said.
        Assert.Equal(["subject", "authored", "lieux", "fois"], read.Lines.Select(l => l.Where));
    }
}
