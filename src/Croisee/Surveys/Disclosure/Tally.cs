using System.Text.Json.Serialization;

namespace Croisee.Surveys.Disclosure;

/// <summary>Answers to one question and, by choice, how many chose it. Never leaves this folder but in <see cref="PublicationHistory"/>.</summary>
[JsonConverter(typeof(TallyJson))]
public sealed class Tally
{
    public Tally(int answers, int[] counts) => (Answers, Counts) = (answers, counts);

    internal Tally(int choices) => Counts = new int[choices];

    public int Answers { get; private set; }

    public int[] Counts { get; }

    internal void Add(int[] chosen, int sign)
    {
        Answers += sign;
        foreach (var choice in chosen) Counts[choice] += sign;
    }

    internal void Add(Tally other, int sign = 1)
    {
        Answers += sign * other.Answers;
        for (var i = 0; i < Counts.Length; i++) Counts[i] += sign * other.Counts[i];
    }

    /// <summary>A new tally of both.</summary>
    internal Tally With(Tally? other)
    {
        var sum = new Tally(Answers, [.. Counts]);
        if (other is not null) sum.Add(other);
        return sum;
    }

    internal Tally Less(Tally other)
    {
        var rest = With(null);
        rest.Add(other, -1);
        return rest;
    }
}

/// <summary>
/// Answers that join together, whole and cut by each declared attribute. Whatever is shown is a sum of such blocks, each of ten answers
/// or more: that is why no difference of two figures, over time or over places, can be about fewer.
/// </summary>
public sealed class Block
{
    [JsonConstructor] public Block(Tally whole, Tally[][] parts, Tally[][]? crossed) => (Whole, Parts, Crossed) = (whole, parts, crossed);

    internal Block(SurveyDesign design, int choices, bool crossed = false)
        : this(new Tally(choices), [.. design.Cuts.Select(c => NewParts(c, choices))], crossed && design.Cuts.Count == 2 ? [.. NewParts(design.Cuts[0], choices).Select(_ => NewParts(design.Cuts[1], choices))] : null) { }

    public Tally Whole { get; }

    /// <summary>By cut, by value; the last value is « unknown ».</summary>
    public Tally[][] Parts { get; }

    /// <summary>By value of the first cut, by value of the second: never shown, kept only until the block is cut, to verify that it may be.</summary>
    public Tally[][]? Crossed { get; }

    /// <summary>By establishment, the answers that it lent to this level because it had too few for itself (R7); null where there is one only. Kept, never shown.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public Dictionary<string, int>? Lent { get; internal set; }

    internal void Lend(string establishment, int answers)
    {
        Lent ??= new(StringComparer.Ordinal);
        Lent[establishment] = Lent.GetValueOrDefault(establishment) + answers;
    }

    internal void LendAll(Block other)
    {
        foreach (var (establishment, answers) in other.Lent ?? []) Lend(establishment, answers);
    }

    /// <summary>Once it counts, its level says it; what waits for its cuts need not.</summary>
    internal void ForgetLent() => Lent = null;

    /// <summary>Two establishments are one from now on (R7).</summary>
    internal void Rename(string from, string into)
    {
        if (Lent?.Remove(from, out var answers) is true) Lend(into, answers);
    }

    internal static Tally[] NewParts(DeclaredCut cut, int choices) => [.. Enumerable.Range(0, cut.Values.Count + 1).Select(_ => new Tally(choices))];

    internal void Add(CodedAnswer answer, int sign = 1)
    {
        Whole.Add(answer.Chosen, sign);
        for (var cut = 0; cut < Parts.Length; cut++) Parts[cut][answer.Values[cut]].Add(answer.Chosen, sign);
        Crossed?[answer.Values[0]][answer.Values[1]].Add(answer.Chosen, sign);
    }

    internal void Add(Block other, int sign = 1)
    {
        Whole.Add(other.Whole, sign);
        for (var cut = 0; cut < Parts.Length; cut++) AddTo(Parts[cut], other.Parts[cut], sign);
        for (var value = 0; value < (Crossed?.Length ?? 0); value++) AddTo(Crossed![value], other.Crossed![value], sign);
    }

    internal static void AddTo(Tally[] parts, Tally[] others, int sign = 1)
    {
        for (var value = 0; value < parts.Length; value++) parts[value].Add(others[value], sign);
    }

    /// <summary>
    /// R8: whether somebody of the same part who answered the same comes in with this block. A figure that falls would say that
    /// somebody left, and what that person had answered. And somebody else of that part comes with them: one who came where one left
    /// would stand in no figure, the cut would seem to hold nobody there, and whoever left would know what the other said.
    /// </summary>
    internal bool Covers(CodedAnswer leaving, bool several)
    {
        // Who is of the same crossing is of the same parts.
        Tally[] alike = [Whole, .. Parts.Select((p, cut) => p[leaving.Values[cut]]), .. Crossed is null ? [] : new[] { Crossed[leaving.Values[0]][leaving.Values[1]] }];
        foreach (var tally in alike)
        {
            if (tally.Answers < 2) return false;
            for (var choice = 0; choice < tally.Counts.Length; choice++)
            {
                var chosen = leaving.Chosen.Contains(choice);
                if (chosen ? tally.Counts[choice] < 1 : several && tally.Answers - tally.Counts[choice] < 1) return false;
            }
        }
        return true;
    }
}
