using System.Text.Json.Serialization;
using Croisee.Rules;

namespace Croisee.Surveys.Disclosure;

/// <summary>A level of reading: the whole, a territory, an establishment. Answers arrive in the leaves.</summary>
/// <param name="Parent">Null for the whole.</param>
/// <param name="Eligible">Persons who could have answered (CMP-R6), when declared.</param>
public sealed record SurveyedPopulation(string Code, string? Parent = null, int? Eligible = null);

/// <param name="Counted">False for « je ne sais pas », « je ne veux pas répondre »: outside the base of the percentages.</param>
public sealed record AnswerChoice(string Code, bool Counted = true, bool Favourable = false);

/// <summary>A closed question. With several answers allowed, each choice is a yes or a no.</summary>
/// <param name="Sensitive">R7: unanimity is never shown, however many answered.</param>
public sealed record ClosedQuestion(string Code, IReadOnlyList<AnswerChoice> Choices, bool Several = false, bool Sensitive = false)
{
    [JsonIgnore] public IReadOnlyList<AnswerChoice> Counted { get; } = [.. Choices.Where(c => c.Counted)];
}

/// <summary>R3: one attribute, declared beforehand, that tables may be cut by. Two attributes are never crossed, nor may one be made of two others.</summary>
public sealed record DeclaredCut(string Attribute, IReadOnlyList<string> Values);

/// <summary>What a survey will show, fixed before the first answer (R3): a tree of populations, its closed questions, its cuts.</summary>
public sealed class SurveyDesign
{
    const int MostCuts = 2;

    readonly Dictionary<string, SurveyedPopulation> populations;
    readonly Dictionary<string, int> depths = [];
    readonly ILookup<string?, string> children;

    readonly IReadOnlyList<int>? cutDepths;

    /// <param name="cuts">Two at most: the verification looks at persons known by both, and has been attacked with two.</param>
    /// <param name="cutDepths">Levels where cuts are read, 0 for the whole; null for every level.</param>
    public SurveyDesign(IReadOnlyList<SurveyedPopulation> populations, IReadOnlyList<ClosedQuestion> questions, IReadOnlyList<DeclaredCut> cuts, IReadOnlyList<int>? cutDepths = null)
    {
        if (cuts.Count > MostCuts) throw new RuleBroken("R3", "Une enquête déclare deux découpages au plus.");
        this.cutDepths = cutDepths;
        (Questions, Cuts) = (questions, cuts);
        this.populations = populations.ToDictionary(p => p.Code);
        children = populations.ToLookup(p => p.Parent, p => p.Code);
        if (children[null].Count() != 1) throw new RuleBroken("R3", "Une enquête a un seul ensemble, qui contient tous les autres.");
        Whole = children[null].Single();
        Measure(Whole, 0);
        if (depths.Count != populations.Count) throw new RuleBroken("R3", "Chaque population doit être rattachée à l’ensemble.");
        FromTheLeaves = [.. populations.Select(p => p.Code).OrderByDescending(c => depths[c])];
    }

    public string Whole { get; }

    public IReadOnlyList<ClosedQuestion> Questions { get; }

    public IReadOnlyList<DeclaredCut> Cuts { get; }

    internal IReadOnlyList<string> FromTheLeaves { get; }

    void Measure(string code, int depth)
    {
        depths.Add(code, depth);
        foreach (var child in children[code]) Measure(child, depth + 1);
    }

    public bool IsLeaf(string code) => !children.Contains(code);

    public IEnumerable<string> Children(string code) => children[code];

    public string? Parent(string code) => populations[code].Parent;

    public int? Eligible(string code) => populations[code].Eligible;

    internal IEnumerable<string> Above(string code)
    {
        for (var level = Parent(code); level is not null; level = Parent(level)) yield return level;
    }

    /// <summary>The level at which a population's answers are cut first.</summary>
    internal string? WhereCut(string code) => Cuts.Count == 0 ? null : Above(code).Prepend(code).FirstOrDefault(IsCut);

    internal bool IsCut(string code) => cutDepths?.Contains(depths[code]) ?? true;

    /// <summary>A population too small ever to be shown lends its answers to the level above from the first day.</summary>
    internal string Reader(string leaf, Thresholds thresholds)
    {
        var reader = leaf;
        while (Eligible(reader) < thresholds.Least && Parent(reader) is { } parent) reader = parent;
        return reader;
    }
}
