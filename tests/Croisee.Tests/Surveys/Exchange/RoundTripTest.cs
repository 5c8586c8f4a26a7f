using System.Text;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Croisee.Surveys.Instruments;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>What is given out and read again is the same questionnaire, in each format, whatever its texts begin with.</summary>
[Trait("kind", "pure")]
[Trait("kind", "slow")]
public sealed class RoundTripTest
{
    static ReadQuestionnaire ThroughXlsForm(QuestionnaireContent content) => QuestionnaireFiles.Read(XlsFormWriter.Write(content, "essai"));
    static ReadQuestionnaire ThroughFhir(QuestionnaireContent content) => QuestionnaireFiles.Read(Encoding.UTF8.GetBytes(FhirWriter.Write(content, "essai")));

    static void Same(QuestionnaireContent content, ReadQuestionnaire read, string told)
    {
        Assert.True(read.Content is not null, $"{told}: {string.Join(" / ", read.Lines.Where(l => l.Fate is Fate.Refused).Select(l => l.Where + " " + l.Sentence))}");
        Assert.Equal(ContentJson.Write(content, indented: true), ContentJson.Write(read.Content, indented: true));
    }

    [Fact]
    public void Ready_instruments_come_back_whole_and_need_no_look()
    {
        foreach (var (name, content) in ReadyInstruments.All.Append(("every kind", Given.EveryKind)))
            foreach (var read in new[] { ThroughXlsForm(content), ThroughFhir(content) })
            {
                Same(content, read, name);
                Assert.True(read.Whole, name);
            }
    }

    [Fact]
    public void Made_questionnaires_are_questionnaires()
    {
        for (var seed = 0; seed < 200; seed++) Assert.Empty(ContentFaults.Of(MadeContent.Of(seed)));
    }

    [Fact]
    public void Any_questionnaire_comes_back_through_XLSForm() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Same(MadeContent.Of(seed), ThroughXlsForm(MadeContent.Of(seed)), $"seed {seed}")).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Any_questionnaire_comes_back_through_FHIR() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Same(MadeContent.Of(seed), ThroughFhir(MadeContent.Of(seed)), $"seed {seed}")).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>A bound on a scale is written as the points beyond it: other words, and the same answers for everybody.</summary>
    [Fact]
    public void A_bound_on_a_scale_still_says_the_same_of_every_answer()
    {
        foreach (var sign in Enum.GetValues<Comparison>())
            for (var bound = 0; bound <= 6; bound++)
            {
                Condition asked = new AllOf([new Answered("q0"), new Compared("q1", sign, bound)]);
                var content = new QuestionnaireContent(new Wording("Essai")) { Sections = [new("p1") { Questions = [new("q0", QuestionKind.ShortText, new Wording("Un mot ?")), new("q1", QuestionKind.Scale, new Wording("D’accord ?")) { Scale = "V-ACCORD5" }, new("q2", QuestionKind.ShortText, new Wording("Pourquoi ?")) { ShownIf = asked }] }] };
                foreach (var read in new[] { ThroughXlsForm(content), ThroughFhir(content) })
                    foreach (var answer in Scales.Of("V-ACCORD5").Options.Select(o => o.Code).Append(null))
                    {
                        var given = new GivenAnswers();
                        given.Set("q0", ["oui"]);
                        if (answer is not null) given.Set("q1", [answer]);
                        var got = read.Content!.Find("q2")!.ShownIf;
                        Assert.True((got?.Holds(given) ?? true) == asked.Holds(given), $"{read.Format} {sign} {bound} {answer}");
                    }
            }
    }
}
