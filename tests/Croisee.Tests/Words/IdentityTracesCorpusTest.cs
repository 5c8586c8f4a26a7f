using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

[Trait("kind", "pure")]
public sealed class IdentityTracesCorpusTest(ITestOutputHelper output)
{
    private static readonly string[][] Planted =
        [TraceCorpusPlanted.Names, TraceCorpusPlanted.Health, TraceCorpusPlanted.Contacts, TraceCorpusPlanted.Papers, TraceCorpusPlanted.Names, TraceCorpusPlanted.Health, TraceCorpusPlanted.Rooms];
    private static readonly string[][] HeldOut = [TraceCorpusHeldOut.Names, TraceCorpusHeldOut.Others, TraceCorpusHeldOut.Health];

    [Theory]
    [InlineData(20261122)]
    [InlineData(480)]
    public void Finds_the_planted_traces_when_the_corpus_is_generated(int seed) =>
        Measure($"seed {seed}", new TraceCorpus(seed, rareOnly: false).Build(2400, Planted, TraceCorpusNegative.Tuning), 0.95, 0.90, 0.80);

    [Theory]
    [InlineData(7919)]
    public void Finds_the_planted_traces_when_sentences_were_held_out(int seed) =>
        Measure($"held-out sentences, seed {seed}", new TraceCorpus(seed, rareOnly: false).Build(1200, HeldOut, TraceCorpusNegative.HeldOut), 0.95, 0.90, 0.80);

    [Theory]
    [InlineData(104729)]
    public void Still_finds_most_traces_when_every_name_and_illness_is_in_no_list(int seed) =>
        Measure($"unlisted names and illnesses, seed {seed}", new TraceCorpus(seed, rareOnly: true).Build(1200, [.. Planted, .. HeldOut], [.. TraceCorpusNegative.Tuning, .. TraceCorpusNegative.HeldOut]), 0.90, 0.80, 0.80);

    [Theory]
    [InlineData(611953)]
    public void Finds_the_planted_traces_when_sentences_were_written_after_the_rules(int seed) =>
        Measure($"fresh sentences, seed {seed}", new TraceCorpus(seed, rareOnly: false).Build(1200, [TraceCorpusFresh.Names, TraceCorpusFresh.Others, TraceCorpusFresh.Health], TraceCorpusFresh.Negative), 0.95, 0.90, 0.80);

    [Theory]
    [InlineData(15485863)]
    public void Finds_the_planted_traces_when_sentences_were_written_after_the_rules_again(int seed) =>
        Measure($"second sentences, seed {seed}", new TraceCorpus(seed, rareOnly: false).Build(1200, [TraceCorpusSecond.Names, TraceCorpusSecond.Others, TraceCorpusSecond.Health], TraceCorpusSecond.Negative), 0.95, 0.90, 0.80);

    [Theory]
    [InlineData(32452843)]
    public void Finds_the_planted_traces_when_sentences_were_written_after_the_rules_a_third_time(int seed) =>
        Measure($"third sentences, seed {seed}", new TraceCorpus(seed, rareOnly: false).Build(1200, [TraceCorpusThird.Names, TraceCorpusThird.Others, TraceCorpusThird.Health], TraceCorpusThird.Negative), 0.95, 0.90, 0.80);

    [Fact]
    public void Keeps_the_rare_words_of_the_corpus_out_of_the_lists()
    {
        foreach (var name in TraceCorpusWords.RareWomen.Concat(TraceCorpusWords.RareMen))
            Assert.False(TraceLists.IsFirstName(new TraceTokens(name)[0]), name);
        // « maladie de Wilson », « syndrome de Marfan »: the head word is common, the illness is not listed.
        foreach (var illness in TraceCorpusWords.RareIllnesses.Concat(TraceCorpusWords.RareIllAdjectives))
        {
            var words = new TraceTokens(illness);
            for (var i = 0; i < words.Count; i++)
                Assert.False(words[i].Folded is not ("maladie" or "syndrome") && HealthWords.IsListed(words[i].Folded), illness);
        }
    }

    private void Measure(string title, IEnumerable<CorpusSentence> corpus, double recall, double each, double precision)
    {
        var scores = new TraceScores();
        foreach (var sentence in corpus) scores.Add(sentence);
        output.WriteLine(scores.Table(title));
        if (Environment.GetEnvironmentVariable("TRACES_DETAIL") is not null)
        {
            foreach (var line in scores.Missed.DistinctBy(l => l[..Math.Min(30, l.Length)])) output.WriteLine("missed " + line);
            foreach (var line in scores.Wrong.DistinctBy(l => l[..Math.Min(30, l.Length)])) output.WriteLine("wrong  " + line);
        }
        Assert.True(scores.Recall >= recall, $"recall {scores.Recall:P1}\n{string.Join('\n', scores.Missed.Take(20))}");
        Assert.True(scores.Precision >= precision, $"precision {scores.Precision:P1}\n{string.Join('\n', scores.Wrong.Take(20))}");
        foreach (var kind in Enum.GetValues<TraceKind>())
            Assert.True(scores.RecallOf(kind) >= each, $"{kind}: recall {scores.RecallOf(kind):P1}");
    }
}
