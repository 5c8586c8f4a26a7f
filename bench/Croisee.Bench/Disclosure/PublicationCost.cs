using System.Diagnostics;
using System.Globalization;
using Croisee.Surveys.Disclosure;

namespace Croisee.Bench.Disclosure;

/// <summary>What the gate costs in a campaign of the size of the country: establishments already shown, one of which receives its next batch.</summary>
public sealed class PublicationCost
{
    public const int Establishments = 5000, Questions = 20;
    const int Territories = 100, Batch = 12, Choices = 5;

    readonly Random chance;
    readonly SurveyDesign design;
    readonly PublicationHistory history = new();
    int rows;

    public PublicationCost(int seed)
    {
        chance = new Random(seed);
        design = new(
            [new("all"), .. Enumerable.Range(0, Territories).Select(t => new SurveyedPopulation(Text("t", t), "all")), .. Enumerable.Range(0, Establishments).Select(e => new SurveyedPopulation(Text("e", e), Text("t", e % Territories), 60))],
            [.. Enumerable.Range(0, Questions).Select(q => new ClosedQuestion(Text("q", q), [.. Enumerable.Range(0, Choices).Select(c => new AnswerChoice(Text("c", c), Favourable: c < 2))]))],
            [World.Cuts[0], World.Cuts[1]]);
    }

    public sealed record Times(IReadOnlyList<double> Batches, double TableMs, int Tables);

    public Times Measure(int batches)
    {
        var gate = new DisclosureGate(design, new Thresholds());
        var day = new DateOnly(2027, 1, 4);
        for (var round = 0; round < 2; round++) gate.Publish(history, day = day.AddDays(1), [.. Enumerable.Range(0, Establishments).SelectMany(Rows)], []);
        var (times, tables) = (new List<double>(), 0);
        for (var i = 0; i < batches; i++)
        {
            List<AnswerRow> waiting = [.. Rows(chance.Next(Establishments))];
            var started = Stopwatch.GetTimestamp();
            tables = gate.Publish(history, day = day.AddDays(1), waiting, []).Tables.Count;
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return new(times, times.Order().ElementAt(times.Count / 2) / tables, tables);
    }

    IEnumerable<AnswerRow> Rows(int establishment)
    {
        for (var i = 0; i < Batch; i++)
        {
            var attributes = World.Cuts.ToDictionary(c => c.Attribute, c => c.Values[chance.Next(c.Values.Count)]);
            yield return new(Text("r", rows++), Text("e", establishment), attributes, design.Questions.ToDictionary(q => q.Code, _ => (IReadOnlyList<string>)[Text("c", chance.Next(Choices))]));
        }
    }

    static string Text(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
