using Croisee.Groups;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>Same ballots, same outcome, in any order; and the outcome that a naive reference finds (house 3b, issue 2 section 5).</summary>
[Trait("kind", "pure")]
public sealed class OutcomePropertiesTest(ITestOutputHelper output)
{
    const int Seed = 20270531;
    const int Panels = 12_000;

    [Fact, Trait("kind", "slow")]
    public void Gives_the_outcome_of_the_naive_reference_on_twelve_thousand_generated_panels()
    {
        output.WriteLine($"seed {Seed}, {Panels} panels");
        var results = new SortedDictionary<string, int>();
        int recusals = 0, substitutes = 0, aside = 0, changed = 0, abstentions = 0, silent = 0, tied = 0;
        for (var i = 0; i < Panels; i++)
        {
            var story = new Story(new Random(unchecked(Seed + i)));
            var question = story.Deliberation;
            var ours = question.Count();
            var theirs = NaiveCount.Count(story.Lines, question.Rule.ToString(), question.QuorumKind.ToString(), question.QuorumValue);
            var where = $"seed {Seed + i}, {question.Rule}, quorum {question.Quorum}";

            Assert.True(theirs.Result == ours.Result.ToString(), $"{where}: {theirs.Result} expected, {ours.Result} found");
            Assert.True(theirs.Tally == TallyOf(ours), $"{where}: {theirs.Tally} expected, {TallyOf(ours)} found");
            Assert.Equal(theirs.Divergence is null, ours.Divergence is null);
            Assert.Equal(theirs.Divergence ?? 0, ours.Divergence ?? 0, 1e-12);
            Assert.InRange(ours.Divergence ?? 0, 0, 1);
            Assert.Equal(theirs.Motives, string.Join("|", ours.Motives.Select(m => $"{m.College}:{m.Vote}:{m.Text}").Order(StringComparer.Ordinal)));
            if (question.Step == Step.Closed) Assert.Equal(question.Result, ours.Result);
            if (question.MaxGap is { } most) Assert.True(question.Panel.Parity.Gap <= most, where);

            results[$"{question.Rule} {ours.Result}"] = results.GetValueOrDefault($"{question.Rule} {ours.Result}") + 1;
            (recusals, substitutes, aside, changed) = (recusals + story.Recusals, substitutes + story.Substitutes, aside + story.SetAside, changed + story.Changed);
            abstentions += ours.Colleges.Sum(c => c.Abstain);
            silent += ours.Colleges.Sum(c => c.Silent);
            tied += ours.Colleges.Count(c => c.IsTied);
        }

        foreach (var (result, count) in results) output.WriteLine($"{result}: {count}");
        output.WriteLine($"{recusals} recusals, {substitutes} substitutes, {aside} set aside, {changed} changed votes, {abstentions} abstentions, {silent} silent, {tied} tied colleges");
        // The generator must reach every corner, or the comparison proves little.
        Assert.Equal(4 + 3 + 4 + 4, results.Count);
        Assert.All(results.Values, count => Assert.True(count >= 50, $"a result was reached only {count} times"));
        Assert.All([recusals, substitutes, aside, changed, abstentions, silent, tied], count => Assert.True(count > 1_000));
    }

    [Fact]
    public void Agrees_with_the_naive_reference_on_every_panel_of_three_seats_against_three()
    {
        var choices = new Vote?[] { Vote.Yes, Vote.No, Vote.Abstain, null };
        var seats = Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7()).ToList();
        for (var code = 0; code < 4096; code++)
        {
            var said = seats.Select((seat, i) => (Seat: seat, College: i < 3 ? College.ServiceUsers : College.Professionals, Vote: choices[code >> (2 * i) & 3])).ToList();
            var story = said.Select(s => new NaiveCount.Line("sits", s.Seat, s.College.ToString()))
                .Concat(said.Where(s => s.Vote is not null).Select(s => new NaiveCount.Line("votes", s.Seat, s.College.ToString(), s.Vote!.Value.ToString(), "Motif"))).ToList();
            foreach (var rule in Enum.GetValues<DecisionRule>())
            {
                var ours = Outcome.Of(rule, Quorum.MoreThanHalf, CollegeWords.Facing, said.Select(s => new CountedSeat(s.College, s.Vote, "Motif")));
                Assert.Equal(NaiveCount.Count(story, rule.ToString(), "MoreThanHalf", 0).Result, ours.Result.ToString());
            }
        }
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_voices_or_of_colleges() => OnVoices((random, rule, quorum, colleges, voices) =>
    {
        var first = Outcome.Of(rule, quorum, colleges, voices);
        var shuffled = voices.ToArray();
        random.Shuffle(shuffled);
        var second = Outcome.Of(rule, quorum, colleges.Reverse(), shuffled);

        Assert.Equal(first.Colleges, second.Colleges);
        Assert.Equal(first.Motives, second.Motives);
        Assert.Equal((first.Result, first.Divergence), (second.Result, second.Divergence));
        Assert.Equal(first.Because() + first.AboutDivergence() + first.Distribution(), second.Because() + second.AboutDivergence() + second.Distribution());
    });

    [Fact]
    public void Never_leaves_the_adoption_when_a_yes_is_added() => OnVoices((_, rule, quorum, colleges, voices) =>
    {
        if (Outcome.Of(rule, quorum, colleges, voices).Result != Result.Adopted) return;
        for (var i = 0; i < voices.Count; i++)
        {
            var changed = voices.ToList();
            changed[i] = voices[i] with { Vote = Vote.Yes };
            Assert.Equal(Result.Adopted, Outcome.Of(rule, quorum, colleges, changed).Result);
        }
        foreach (var college in colleges)
            Assert.Equal(Result.Adopted, Outcome.Of(rule, quorum, colleges, [.. voices, new(college, Vote.Yes)]).Result);
    });

    [Fact]
    public void Never_adopts_when_a_no_is_added_to_what_was_not_adopted() => OnVoices((_, rule, quorum, colleges, voices) =>
    {
        if (Outcome.Of(rule, quorum, colleges, voices) is { Result: Result.Adopted } or { QuorumReached: false }) return;
        foreach (var college in colleges)
            Assert.NotEqual(Result.Adopted, Outcome.Of(rule, quorum, colleges, [.. voices, new(college, Vote.No, "Objection")]).Result);
    });

    [Fact]
    public void Gives_no_college_the_power_to_decide_alone_by_double_majority() => OnVoices((_, _, quorum, colleges, voices) =>
    {
        var outcome = Outcome.Of(DecisionRule.DoubleMajority, quorum, colleges, voices);
        if (outcome.Result == Result.Adopted) Assert.All(outcome.Colleges, c => Assert.True(c.Yes > c.No && c.Voted >= c.Needed));
    });

    void OnVoices(Action<Random, DecisionRule, Quorum, IReadOnlyList<College>, List<CountedSeat>> check)
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var i = 0; i < 10_000; i++)
        {
            IReadOnlyList<College> colleges = random.Next(4) == 0 ? [College.ServiceUsers, College.Professionals, College.DecisionMakers] : CollegeWords.Facing;
            var quorum = random.Next(3) switch { 0 => new Quorum(QuorumKind.Percent, random.Next(1, 101)), 1 => new(QuorumKind.Seats, random.Next(1, 4)), _ => Quorum.MoreThanHalf };
            var voices = colleges.SelectMany(c => Enumerable.Range(0, random.Next(1, 6)).Select(_ => new CountedSeat(c, random.Next(8) switch { < 4 => Vote.Yes, < 6 => Vote.No, 6 => Vote.Abstain, _ => null },
                random.Next(3) == 0 ? $"Motif {random.Next(3)}" : null))).ToList();
            check(random, (DecisionRule)random.Next(4), quorum, colleges, voices);
        }
    }

    static string TallyOf(Outcome outcome) =>
        string.Join(" ", outcome.Colleges.OrderBy(c => c.College.ToString(), StringComparer.Ordinal).Select(c => $"{c.College} {c.Seats}/{c.Yes}/{c.No}/{c.Abstain}"));
}
