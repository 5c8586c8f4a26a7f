using System.Text.Json;
using Croisee.Surveys.Disclosure;
using Xunit;

namespace Croisee.Tests.Surveys.Disclosure;

[Trait("kind", "pure")]
public sealed class DisclosureGateTest
{
    [Fact]
    public void Shows_nothing_of_nine_answers_and_keeps_them_waiting()
    {
        var survey = new SmallSurvey().Answers("elms", 9, "good");
        Assert.Empty(survey.Publish().Joined);
        Assert.Null(survey.Table("elms"));
        Assert.Equal(9, survey.Waiting);
    }

    [Fact]
    public void Shows_ten_answers_by_a_band_and_rounded_shares()
    {
        var survey = new SmallSurvey().Answers("elms", 6, "good").Answers("elms", 4, "bad");
        Assert.Equal(10, survey.Publish().Joined.Count);
        var figures = survey.Table("elms")!.Figures!;
        Assert.Equal(new SizeBand(10, 14), figures.Answers);
        Assert.Equal([new(ShareKind.About, 60, 10), new(ShareKind.AtMost, 10, 10), new ShownShare(ShareKind.About, 40, 10)], figures.Shares);
        Assert.Null(figures.Interval);
    }

    [Fact]
    public void Moves_by_ten_answers_or_not_at_all()
    {
        var survey = new SmallSurvey().Answers("elms", 12, "good");
        survey.Publish();
        Assert.Empty(survey.Answers("elms", 9, "bad").Publish().Tables);
        Assert.Equal(12, survey.Counted("elms"));
        Assert.Equal(10, survey.Answers("elms", 1, "bad").Publish().Joined.Count);
        Assert.Equal(22, survey.Counted("elms"));
    }

    [Fact]
    public void Counts_only_those_who_answered_the_question()
    {
        var survey = new SmallSurvey().Answers("elms", 9, "good").Answers("elms", 5, "no-idea");
        survey.Publish();
        Assert.NotNull(survey.Table("elms", question: null)!.Figures);
        Assert.Equal(WhyNotShown.TooFew, survey.Table("elms")!.Why);
    }

    [Fact]
    public void Says_at_least_ninety_percent_when_all_answer_the_same()
    {
        var survey = new SmallSurvey().Answers("elms", 12, "good");
        survey.Publish();
        Assert.Equal([ShareKind.AtLeast, ShareKind.AtMost, ShareKind.AtMost], survey.Table("elms")!.Figures!.Shares.Select(s => s.Kind));
    }

    [Fact]
    public void Adds_the_remainders_of_establishments_in_the_level_above_at_closing()
    {
        var survey = new SmallSurvey().Answers("elms", 12, "good").Answers("oaks", 7, "bad").Answers("limes", 6, "middling");
        survey.Publish();
        Assert.Equal(12, survey.Counted("south"));
        Assert.All(survey.Publish(closing: true).Joined, j => Assert.Equal("south", j.Population));
        Assert.Equal(25, survey.Counted("south"));
        Assert.NotNull(survey.Table("south")!.Figures);
        Assert.Null(survey.Table("oaks"));
    }

    [Fact]
    public void Leaves_out_a_remainder_that_would_move_the_whole_by_fewer_than_ten()
    {
        var survey = new SmallSurvey().Answers("elms", 12, "good").Answers("oaks", 12, "good").Answers("limes", 12, "bad").Answers("limes", 0, "bad");
        survey.Publish();
        survey.Answers("oaks", 4, "bad");
        Assert.Empty(survey.Publish(closing: true).Joined);
        Assert.Equal(36, survey.Counted("all"));
    }

    [Fact]
    public void Hides_a_level_of_two_establishments()
    {
        var survey = new SmallSurvey().Answers("elms", 20, "good").Answers("oaks", 20, "bad");
        survey.Publish();
        Assert.Equal(WhyNotShown.TooFewEstablishments, survey.Table("south")!.Why);
    }

    [Fact]
    public void Waits_for_both_parts_of_a_cut_and_leaves_no_small_rest()
    {
        var survey = new SmallSurvey().Answers("elms", 20, "good", "alone").Answers("elms", 4, "good", "helped");
        survey.Publish();
        Assert.Equal(WhyNotShown.TooFew, survey.Table("elms", value: "alone")!.Why);
        survey.Publish(closing: true);
        Assert.Equal(WhyNotShown.TooFew, survey.Table("elms", value: "alone")!.Why);
    }

    [Fact]
    public void Shows_a_cut_whose_parts_have_ten_answers_each()
    {
        var survey = new SmallSurvey().Answers("elms", 20, "good", "alone").Answers("elms", 14, "bad", "helped");
        survey.Publish();
        Assert.Equal(new SizeBand(20, 24), survey.Table("elms", value: "alone")!.Figures!.Answers);
        Assert.Equal(new SizeBand(10, 14), survey.Table("elms", value: "helped")!.Figures!.Answers);
    }

    [Fact]
    public void Lets_a_withdrawal_leave_with_a_batch_that_brings_the_same_answer()
    {
        var survey = new SmallSurvey().Answers("elms", 10, "good").Answers("elms", 2, "bad");
        survey.Publish();
        Assert.Empty(survey.Withdraw("bad", "elms").Publish().Tables);
        survey.Answers("elms", 11, "good").Publish();
        Assert.Equal(23, survey.Counted("elms"));
        survey.Answers("elms", 10, "good").Answers("elms", 1, "bad").Publish();
        Assert.Equal(33, survey.Counted("elms"));
        Assert.Equal(2, survey.History.Books["elms"][1].Counted.Whole.Counts[2]);
    }

    /// <summary>One came where one left: in sum nobody said no way there, so the cut could be shown whole, and would tell whoever left what the other had said.</summary>
    [Fact]
    public void Lets_nobody_leave_under_the_cover_of_somebody_who_would_be_alone()
    {
        var survey = new SmallSurvey().Answers("elms", 10, "good").Answers("elms", 10, "good", "helped").Answers("elms", 10, "bad", way: null);
        survey.Publish();
        survey.Withdraw("bad", "elms").Answers("elms", 10, "good").Answers("elms", 10, "good", "helped").Answers("elms", 1, "bad", way: null).Publish();
        var elms = survey.History.Books["elms"][1];
        Assert.Equal((51, 1, 1), (elms.Counted.Whole.Answers, elms.Leaving.Count, elms.Uncut.Count));
        survey.Answers("elms", 10, "good").Answers("elms", 10, "good", "helped").Answers("elms", 10, "bad", way: null).Publish();
        Assert.Equal((80, 0), (elms.Counted.Whole.Answers, elms.Leaving.Count));
    }

    [Fact]
    public void Gives_an_interval_and_a_rate_from_the_band_alone()
    {
        var survey = new SmallSurvey().Answers("elms", 24, "good").Answers("elms", 8, "bad");
        survey.Publish();
        Assert.Equal(new ResponseRate(50, 57), survey.Table("elms", question: null)!.Rate);
        var (other, figures) = (new SmallSurvey().Answers("elms", 26, "good").Answers("elms", 8, "bad"), survey.Table("elms")!.Figures!);
        other.Publish();
        Assert.Equal(figures.Interval, other.Table("elms")!.Figures!.Interval);
        Assert.True(figures.Interval!.Value.Low < 75 && figures.Interval.Value.High > 75);
    }

    [Fact]
    public void Goes_on_from_a_history_read_back_as_if_it_had_been_kept()
    {
        SmallSurvey kept = new SmallSurvey(), read = new();
        foreach (var survey in new[] { kept, read }) survey.Answers("elms", 12, "good").Answers("oaks", 11, "bad", "helped").Publish();
        read.History = JsonSerializer.Deserialize<PublicationHistory>(JsonSerializer.Serialize(read.History))!;
        foreach (var survey in new[] { kept, read }) survey.Withdraw("good", "elms").Answers("elms", 14, "good", "helped").Answers("limes", 9, "bad").Publish(closing: true);
        Assert.Equal(JsonSerializer.Serialize(kept.History), JsonSerializer.Serialize(read.History));
        Assert.Equal(JsonSerializer.Serialize(kept.Tables.Values), JsonSerializer.Serialize(read.Tables.Values));
    }

    /// <summary>Histories were kept with the name of each number before they were kept as rows.</summary>
    [Fact]
    public void Reads_a_tally_that_was_kept_with_its_names()
    {
        var tally = JsonSerializer.Deserialize<List<Tally>>("""[{"Answers":12,"Counts":[7,5,0]},[9,4]]""")!;
        Assert.Equal((12, 7, 3), (tally[0].Answers, tally[0].Counts[0], tally[0].Counts.Length));
        Assert.Equal("[[12,7,5,0],[9,4]]", JsonSerializer.Serialize(tally));
    }

    [Fact]
    public void Moves_whole_batches_when_establishments_merge()
    {
        var survey = new SmallSurvey().Answers("elms", 12, "good").Answers("oaks", 11, "bad").Answers("limes", 15, "bad");
        survey.Publish();
        survey.History.Merge(SmallSurvey.Design, "oaks", "elms");
        Assert.Equal((23, 38, 38), (survey.Counted("elms"), survey.Counted("south"), survey.Counted("all")));
    }

    static readonly SurveyDesign FourPlaces = new([new("all"), .. new[] { "elms", "oaks", "limes", "firs" }.Select(p => new SurveyedPopulation(p, "all", 60))], [SmallSurvey.Welcome], [new("way", ["alone", "helped"])]);

    static SmallSurvey Closed(int helped)
    {
        var survey = new SmallSurvey { In = FourPlaces };
        foreach (var at in FourPlaces.Children("all")) survey.Answers(at, 9, "good").Answers(at, 8, "bad").Answers(at, helped / 2, "good", "helped").Answers(at, helped / 2, "bad", "helped");
        survey.Publish();
        survey.Publish(closing: true);
        return survey;
    }

    /// <summary>S23: at the end places lend to the cuts of the whole what they could not cut. These cuts never count more than the whole, and never tell by their difference what the place's own did not.</summary>
    [Fact]
    public void Hides_the_cuts_of_the_whole_while_a_place_that_lent_to_them_is_set_aside()
    {
        var survey = Closed(helped: 6);
        Assert.Null(survey.Table("elms", value: "helped")!.Figures);
        var before = JsonSerializer.Serialize(survey.Tables.Where(t => t.Key.Population == "all").Select(t => (t.Value.Figures, t.Value.Why)).ToList());
        Assert.Equal(new SizeBand(20, 24), survey.Table("all", value: "helped")!.Figures!.Answers);
        survey.History = JsonSerializer.Deserialize<PublicationHistory>(JsonSerializer.Serialize(survey.History))!;

        survey.History.PutAside(FourPlaces, "elms");
        survey.Publish(closing: true, moved: "elms");
        Assert.Equal(69, survey.Counted("all"));
        Assert.NotNull(survey.Table("all")!.Figures);
        foreach (var part in new[] { "alone", "helped" }) Assert.Equal(WhyNotShown.WouldTell, survey.Table("all", value: part)!.Why);

        survey.History.TakeBack(FourPlaces, "elms");
        survey.Publish(closing: true, moved: "elms");
        Assert.Equal(before, JsonSerializer.Serialize(survey.Tables.Where(t => t.Key.Population == "all").Select(t => (t.Value.Figures, t.Value.Why)).ToList()));
    }

    [Fact]
    public void Goes_on_showing_the_cuts_of_the_whole_without_a_place_that_made_its_own()
    {
        var survey = Closed(helped: 16);
        survey.History.PutAside(FourPlaces, "elms");
        survey.Publish(closing: true, moved: "elms");
        var (whole, alone, helped) = (survey.Table("all")!.Figures!.Answers, survey.Table("all", value: "alone")!.Figures!.Answers, survey.Table("all", value: "helped")!.Figures!.Answers);
        Assert.Equal((99, new SizeBand(50, 54), new SizeBand(45, 49)), (survey.Counted("all"), alone, helped));
        Assert.True(alone.Low + helped.Low <= whole.High);
    }
}
