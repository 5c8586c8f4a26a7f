using System.Text.Json;
using Xunit;

namespace Croisee.Tests.Deliberation;

using Croisee.Deliberation;

/// <summary>S21, for what is given to members: the file of an urn does not say who voted what, even to somebody who watched everybody vote and knows everybody's receipt.</summary>
[Trait("kind", "pure")]
public sealed class UrnSecrecyTest(ITestOutputHelper output)
{
    const int Seed = 21, Polls = 1000, Size = 5;
    const double Advantage = 0.02;

    /// <summary>What somebody who reads the file, and saw who voted when, may try: each guesses which voice of a college is that of the n-th of its seats to vote.</summary>
    static readonly (string How, Func<int, List<string>, List<string>, List<int>, int> Guess)[] Tries =
    [
        ("the n-th voice is that of the n-th to vote", (n, _, _, _) => n),
        ("the last voice is that of the first to vote", (n, _, voices, _) => voices.Count - 1 - n),
        ("voices stand as the prints of ballots sort", (n, marks, _, _) => marks.Order(StringComparer.Ordinal).ToList().IndexOf(marks[n])),
        ("voices stand as the seats are numbered", (n, _, _, numbers) => numbers.Order().ToList().IndexOf(numbers[n])),
        ("a print is near that of its voice", (n, marks, voices, _) => Enumerable.Range(0, voices.Count).MinBy(v => Math.Abs(Convert.ToInt32(marks[n][..7], 16) - Convert.ToInt32(Fingerprint.Of(voices[v])[..7], 16)))),
    ];

    [Fact]
    public void Says_who_voted_what_to_nobody_who_reads_the_file()
    {
        output.WriteLine($"seed {Seed}, {Polls} polls of twice {Size}");
        var random = new Random(Seed);
        var right = new int[Tries.Length];
        var asked = 0;
        for (var poll = 0; poll < Polls; poll++)
        {
            var panel = new TestPanel(Size);
            var question = panel.Vote();
            var seats = panel.People.Concat(panel.Professionals).ToArray();
            random.Shuffle(seats);
            foreach (var seat in seats) question.Cast(seat.Id, (Vote)random.Next(3), $"Motif {random.Next(1_000_000)}", panel.Now = panel.Now.AddSeconds(random.Next(1, 90)));
            question.Close(panel.Now);
            using var file = JsonDocument.Parse(UrnFile.Of(question, ChainTest.Reading(question)));
            var marks = file.RootElement.GetProperty("chaine").EnumerateArray().Where(l => l.GetProperty("sorte").GetString() == "bulletin").Select(l => l.GetProperty("contenu").GetString()!).ToList();
            foreach (var college in seats.GroupBy(s => s.College))
            {
                var order = college.ToList();
                var voices = file.RootElement.GetProperty("relu").GetProperty("voix").EnumerateArray().Where(v => v.GetProperty("college").GetString() == college.Key.ToString()).Select(v => v.GetProperty("motif").GetString()!).ToList();
                var (theirs, numbers) = (order.ConvertAll(s => marks[Array.IndexOf(seats, s)]), order.ConvertAll(s => s.Number));
                for (var n = 0; n < order.Count; n++, asked++)
                    for (var t = 0; t < Tries.Length; t++)
                        if (voices[Tries[t].Guess(n, theirs, voices, numbers)] == question.StandingOf(order[n].Id)!.Motive) right[t]++;
            }
        }
        for (var t = 0; t < Tries.Length; t++)
        {
            var share = (double)right[t] / asked;
            output.WriteLine($"{share:0.0000} of {asked}: {Tries[t].How}");
            Assert.True(share <= 1.0 / Size + Advantage, $"{Tries[t].How}: right {share:0.000} of the time, chance is {1.0 / Size}");
        }
    }

    /// <summary>Nothing that lies beside a ballot in the database is in the file: no salt, no identity, no instant of a vote.</summary>
    [Fact]
    public void Holds_nothing_by_which_a_ballot_could_be_told()
    {
        for (var i = 0; i < 40; i++)
        {
            var question = new Story(new Random(9000 + i)).Deliberation;
            if (question.Step != Step.Closed) continue;
            var file = System.Text.Encoding.UTF8.GetString(UrnFile.Of(question, ChainTest.Reading(question)));
            foreach (var ballot in question.Ballots)
            {
                foreach (var id in new[] { ballot.Id, ballot.SeatId, ballot.DeliberationId }) Assert.DoesNotContain(id.ToString("N"), file.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(ballot.Salt, file, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Fingerprint.Instant(ballot.CastAt)!, file, StringComparison.Ordinal);
            }
            Assert.All(question.Seats, s => Assert.DoesNotContain(s.Label, file, StringComparison.Ordinal));
        }
    }

    /// <summary>Two urns that differ only by who, of two of one college, voted which: what is not a print is the same, sign for sign.</summary>
    [Fact]
    public void Reads_the_same_whoever_of_a_college_voted_which()
    {
        var panel = new TestPanel(3);
        string Read(Vote first, Vote second)
        {
            var question = panel.Vote();
            foreach (var (seat, vote) in panel.People.Zip([first, second, Vote.Abstain])) question.Cast(seat.Id, vote, vote.ToString(), panel.Now);
            foreach (var seat in panel.Professionals) question.Cast(seat.Id, Vote.Yes, null, panel.Now);
            question.Close(panel.Now);
            using var file = JsonDocument.Parse(UrnFile.Of(question, ChainTest.Reading(question)));
            var now = file.RootElement.GetProperty("relu");
            return now.GetProperty("voix").GetRawText() + now.GetProperty("emargement").GetRawText() + string.Join(' ', file.RootElement.GetProperty("chaine").EnumerateArray().Select(l => l.GetProperty("sorte").GetString()));
        }
        Assert.Equal(Read(Vote.Yes, Vote.No), Read(Vote.No, Vote.Yes));
    }
}
