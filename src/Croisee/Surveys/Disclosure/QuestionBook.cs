using System.Text.Json.Serialization;

namespace Croisee.Surveys.Disclosure;

/// <summary>Answers taken back, that wait until others who answered the same come in (R8).</summary>
/// <param name="Of">The establishment it came from; null in a history that did not say so yet.</param>
public sealed record LeavingAnswer(int[] Values, int[] Chosen, string? Of = null);

/// <summary>One cut of one question, by value.</summary>
/// <param name="Below">What the levels below count; null in an establishment.</param>
public sealed record CutBook(Tally[] Counted, Tally[]? Below);

/// <summary>One question in one population's own batches: what counts, what waits for more, what wants to leave.</summary>
public sealed class QuestionBook
{
    [JsonConstructor]
    public QuestionBook(Block counted, Block? below, List<Block> waiting, List<Block> uncut, List<LeavingAnswer> leaving, CutBook[] cuts) =>
        (Counted, Below, Waiting, Uncut, Leaving, Cuts) = (counted, below, waiting, uncut, leaving, cuts);

    public Block Counted { get; }

    /// <summary>What the levels below count, kept added: a level is the sum of what its establishments show and of its own batches (R4).</summary>
    public Block? Below { get; }

    public List<Block> Waiting { get; }

    /// <summary>Blocks that count and are not cut yet, from here or from below. They are cut whole, by all cuts at once: the two never differ by a few answers.</summary>
    public List<Block> Uncut { get; }

    public List<LeavingAnswer> Leaving { get; }

    public CutBook[] Cuts { get; }

    /// <summary>Blocks of here are in the cuts of a level above, which took them because here they could not be cut.</summary>
    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public bool LentCuts { get; internal set; }

    /// <summary>Something that counts is neither in the cuts of here nor waiting for them: a level above may have taken it. True as well of what no cut shows.</summary>
    internal bool MayHaveLentCuts => Cuts.Any(c => c.Counted.Sum(part => part.Answers) + Uncut.Sum(b => b.Whole.Answers) < Counted.Whole.Answers);

    internal static QuestionBook New(SurveyDesign design, string population, int choices)
    {
        var leaf = design.IsLeaf(population);
        return new(new(design, choices), leaf ? null : new(design, choices), [], [], [],
            [.. design.Cuts.Select(c => new CutBook(Block.NewParts(c, choices), leaf ? null : Block.NewParts(c, choices)))]);
    }

    internal Tally Whole() => Counted.Whole.With(Below?.Whole);

    internal Tally Part(int cut, int value) => Cuts[cut].Counted[value].With(Cuts[cut].Below?[value]);

    /// <summary>A part of what is counted whole, shown by its own cut or not.</summary>
    internal Tally PartOfWhole(int cut, int value) => Counted.Parts[cut][value].With(Below?.Parts[cut][value]);

    internal void Gain(QuestionBook book) => Move(book, 1);

    internal void Lose(QuestionBook book) => Move(book, -1);

    void Move(QuestionBook book, int sign)
    {
        Below!.Add(book.Counted, sign);
        for (var cut = 0; cut < Cuts.Length; cut++) Block.AddTo(Cuts[cut].Below!, book.Cuts[cut].Counted, sign);
    }

    internal void TakeOver(QuestionBook other)
    {
        Counted.Add(other.Counted);
        Waiting.AddRange(other.Waiting);
        Uncut.AddRange(other.Uncut);
        Leaving.AddRange(other.Leaving);
        LentCuts |= other.LentCuts;
        for (var cut = 0; cut < Cuts.Length; cut++) Block.AddTo(Cuts[cut].Counted, other.Cuts[cut].Counted);
    }
}
