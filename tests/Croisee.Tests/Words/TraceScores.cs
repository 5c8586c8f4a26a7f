using System.Globalization;
using System.Text;
using Croisee.Words;

namespace Croisee.Tests.Words;

/// <summary>Counts what was found and what was right. A planted trace counts as found when traces of its kind cover at least half of it.</summary>
internal sealed class TraceScores
{
    private readonly Dictionary<TraceKind, (int Planted, int Found, int Marked, int Right)> _kinds =
        Enum.GetValues<TraceKind>().ToDictionary(k => k, _ => (0, 0, 0, 0));

    public List<string> Missed { get; } = [];
    public List<string> Wrong { get; } = [];
    public int Sentences { get; private set; }

    public void Add(CorpusSentence sentence)
    {
        Sentences++;
        var found = IdentityTraces.Find(sentence.Text);
        foreach (var plant in sentence.Planted)
        {
            var covered = found.Where(t => t.Kind == plant.Kind)
                .Sum(t => Math.Max(0, Math.Min(t.End, plant.Start + plant.Length) - Math.Max(t.Start, plant.Start)));
            var hit = covered * 2 >= plant.Length;
            var score = _kinds[plant.Kind];
            _kinds[plant.Kind] = score with { Planted = score.Planted + 1, Found = score.Found + (hit ? 1 : 0) };
            if (!hit) Missed.Add($"{plant.Kind}: {sentence.Text.Substring(plant.Start, plant.Length)} | {sentence.Text}");
        }
        foreach (var trace in found)
        {
            var right = sentence.Planted.Any(p => p.Kind == trace.Kind && p.Start < trace.End && trace.Start < p.Start + p.Length);
            var score = _kinds[trace.Kind];
            _kinds[trace.Kind] = score with { Marked = score.Marked + 1, Right = score.Right + (right ? 1 : 0) };
            if (!right) Wrong.Add($"{trace.Kind}: {sentence.Text.Substring(trace.Start, trace.Length)} | {sentence.Text}");
        }
    }

    public double Recall => (double)_kinds.Values.Sum(k => k.Found) / _kinds.Values.Sum(k => k.Planted);
    public double Precision => (double)_kinds.Values.Sum(k => k.Right) / _kinds.Values.Sum(k => k.Marked);
    public double RecallOf(TraceKind kind) => _kinds[kind].Planted == 0 ? 1 : (double)_kinds[kind].Found / _kinds[kind].Planted;

    public string Table(string title)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{title}: {Sentences} sentences, recall {Recall:P1}, precision {Precision:P1}");
        foreach (var (kind, s) in _kinds)
            text.AppendLine(CultureInfo.InvariantCulture,
                $"  {kind,-22} planted {s.Planted,5}  recall {(s.Planted == 0 ? 1 : (double)s.Found / s.Planted),7:P1}  marked {s.Marked,5}  precision {(s.Marked == 0 ? 1 : (double)s.Right / s.Marked),7:P1}");
        return text.ToString();
    }
}
