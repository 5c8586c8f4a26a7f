using System.Text.Json;
using System.Text.RegularExpressions;
using Croisee.Surveys.Disclosure;
using Xunit;

namespace Croisee.Tests.Surveys.Disclosure;

/// <summary>R7: a level is shown from three establishments on, none of which is nearly all of it; also where they only lent to it.</summary>
[Trait("kind", "pure")]
public sealed class SeveralEstablishmentsTest
{
    /// <summary>R7: what two establishments lend is of two establishments, whatever they show by themselves.</summary>
    [Fact]
    public void Hides_a_level_of_two_establishments_and_of_what_they_lent_to_it()
    {
        var survey = new SmallSurvey().Answers("elms", 20, "good").Answers("oaks", 20, "bad");
        survey.Publish();
        survey.Answers("elms", 6, "good").Answers("oaks", 6, "bad").Publish(closing: true);
        Assert.Equal(52, survey.Counted("south"));
        Assert.Equal(WhyNotShown.TooFewEstablishments, survey.Table("south")!.Why);
    }

    static SurveyDesign ManyPlaces(int places, int? eligible) =>
        new([new("all"), .. Enumerable.Range(0, places).Select(i => new SurveyedPopulation($"p{i}", "all", eligible))], [SmallSurvey.Welcome], [new("way", ["alone", "helped"])]);

    /// <summary>A survey of many small places has a whole, though no place is ever shown: by their own declaration, or as it turns out at the end.</summary>
    [Theory, InlineData(6, false), InlineData(40, true)]
    public void Shows_the_whole_of_eighty_small_places(int eligible, bool closing)
    {
        var survey = new SmallSurvey { In = ManyPlaces(80, eligible) };
        for (var i = 0; i < 80; i++) survey.Answers($"p{i}", 2, "good").Answers($"p{i}", 2, "bad");
        survey.Publish(closing);
        Assert.Equal(new SizeBand(320, 329), survey.Table("all")!.Figures!.Answers);
        Assert.All(survey.Tables.Keys, t => Assert.Equal("all", t.Population));
    }

    [Fact]
    public void Hides_the_whole_of_small_places_of_which_one_gave_nearly_all()
    {
        var survey = new SmallSurvey { In = ManyPlaces(3, 60), Thresholds = new(shown: 30) };
        survey.Answers("p0", 28, "good").Answers("p1", 1, "bad").Answers("p2", 1, "bad").Publish(closing: true);
        Assert.Equal(30, survey.Counted("all"));
        Assert.Equal(WhyNotShown.TooFewEstablishments, survey.Table("all")!.Why);
    }

    /// <summary>R7 is of each question: three places answered, and only two of them this one.</summary>
    [Fact]
    public void Hides_a_question_that_two_establishments_answered()
    {
        var survey = new SmallSurvey().Answers("elms", 20, "good").Answers("oaks", 20, "bad").Answers("limes", 20, "no-idea");
        survey.Publish();
        Assert.NotNull(survey.Table("south", question: null)!.Figures);
        Assert.Equal(WhyNotShown.TooFewEstablishments, survey.Table("south")!.Why);
    }

    /// <summary>A history from before places were named in what they lent: unnamed answers are nobody's fault, and are given to each.</summary>
    [Fact]
    public void Counts_answers_that_nobody_named_for_no_establishment()
    {
        var survey = new SmallSurvey { In = ManyPlaces(80, 6) };
        for (var i = 0; i < 80; i++) survey.Answers($"p{i}", 4, "good");
        survey.Publish();
        survey.History = JsonSerializer.Deserialize<PublicationHistory>(Regex.Replace(JsonSerializer.Serialize(survey.History), ",\"Lent\":\\{[^}]*\\}", ""))!;
        for (var i = 0; i < 3; i++) survey.Answers($"p{i}", 4, "bad");
        survey.Publish();
        Assert.Equal(WhyNotShown.TooFewEstablishments, survey.Table("all")!.Why);
    }
}
