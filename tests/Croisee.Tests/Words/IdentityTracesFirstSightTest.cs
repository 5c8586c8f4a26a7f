using Croisee.Words;
using Xunit;

namespace Croisee.Tests.Words;

/// <summary>
/// Nine sets of sentences in nine voices (<c>Words/Traces/*.txt</c>), each measured once before any rule had seen it; those
/// first figures stand in <c>docs/performance.md</c>. Here they keep what was learned.
/// </summary>
[Trait("kind", "pure"), Trait("kind", "slow")]
public sealed class IdentityTracesFirstSightTest(ITestOutputHelper output)
{
    public static TheoryData<string, int, bool> Sets()
    {
        var sets = new TheoryData<string, int, bool>();
        foreach (var name in (string[])["minutes", "voices", "records", "letters", "comments", "reports", "talk", "forum", "visits"])
        {
            sets.Add(name, 20261125, false);
            sets.Add(name, 20261130, true);
        }
        return sets;
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Finds_the_traces_when_the_voice_changes(string set, int seed, bool unseenWords)
    {
        var (planted, traps) = TraceCorpusWider.Read(set);
        Assert.True(planted.Length > 70 && traps.Length > 65, $"{set}: {planted.Length} lines with traces, {traps.Length} traps");
        var scores = new TraceScores();
        foreach (var sentence in new TraceCorpus(seed, rareOnly: false, unseenWords).Build(2400, planted, traps)) scores.Add(sentence);

        output.WriteLine(scores.Table($"{set}, seed {seed}{(unseenWords ? ", words in no list of the rules' author" : "")}"));
        Assert.True(scores.Sentences >= 2000);
        Assert.True(scores.Recall >= 0.96, $"recall {scores.Recall:P1}\n{string.Join('\n', scores.Missed.Take(20))}");
        Assert.True(scores.Precision >= 0.95, $"precision {scores.Precision:P1}\n{string.Join('\n', scores.Wrong.Take(20))}");
        foreach (var kind in Enum.GetValues<TraceKind>())
            Assert.True(scores.RecallOf(kind) >= 0.90, $"{kind}: recall {scores.RecallOf(kind):P1}\n{string.Join('\n', scores.Missed.Take(20))}");
    }
}
