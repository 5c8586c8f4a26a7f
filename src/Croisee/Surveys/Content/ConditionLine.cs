using Croisee.Framework;

namespace Croisee.Surveys.Content;

/// <summary>What one line of a condition asks of one question.</summary>
public enum LineTest { Chosen, NotChosen, Answered, NotAnswered, AtLeast, AtMost, Equal, More, Less, CountAtLeast, CountAtMost, CountEqual, CountMore, CountLess }

/// <summary>« Question, comparison, value »: one line of a condition as a form shows it.</summary>
/// <param name="Option">Code of an answer, for what looks at one.</param>
/// <param name="Number">The bound, for what compares.</param>
public sealed record ConditionLine(string Field, LineTest Test, string? Option = null, int? Number = null)
{
    static readonly Comparison[] Signs = [Comparison.AtLeast, Comparison.AtMost, Comparison.Equal, Comparison.More, Comparison.Less];

    public static bool NeedsOption(LineTest test) => test is LineTest.Chosen or LineTest.NotChosen;
    public static bool Compares(LineTest test) => test is >= LineTest.AtLeast and <= LineTest.Less;
    public static bool Counts(LineTest test) => test >= LineTest.CountAtLeast;

    public Condition Write() => Test switch
    {
        LineTest.Chosen => new Chosen(Field, Option!),
        LineTest.NotChosen => new Not(new Chosen(Field, Option!)),
        LineTest.Answered => new Answered(Field),
        LineTest.NotAnswered => new Not(new Answered(Field)),
        _ when Counts(Test) => new Counted(Field, Signs[Test - LineTest.CountAtLeast], Number!.Value),
        _ => new Compared(Field, Signs[Test - LineTest.AtLeast], Number!.Value),
    };

    /// <summary>Null when one line cannot say it.</summary>
    public static ConditionLine? Of(Condition condition) => condition switch
    {
        Chosen chosen => new(chosen.Field, LineTest.Chosen, chosen.Option),
        Not { Part: Chosen chosen } => new(chosen.Field, LineTest.NotChosen, chosen.Option),
        Answered answered => new(answered.Field, LineTest.Answered),
        Not { Part: Answered answered } => new(answered.Field, LineTest.NotAnswered),
        Compared compared => new(compared.Field, LineTest.AtLeast + Array.IndexOf(Signs, compared.Sign), null, compared.Bound),
        Counted counted => new(counted.Field, LineTest.CountAtLeast + Array.IndexOf(Signs, counted.Sign), null, counted.Bound),
        _ => null,
    };

    /// <summary>The place of an answer on its scale, which is what a comparison looks at; null for an answer that says nothing about the subject.</summary>
    public static int? PlaceOf(string option) => Vocabularies.Find(option)?.Value;
}

/// <summary>A condition that a form can show: lines that all hold, or one of which holds, or « sauf si ».</summary>
public sealed record ConditionLines(IReadOnlyList<ConditionLine> Lines, bool Any, bool Unless)
{
    public const int Most = 10;

    /// <summary>Null when there is no line: then it is put to everybody.</summary>
    public Condition? Write()
    {
        if (Lines.Count == 0) return null;
        var parts = Lines.Select(l => l.Write()).ToList();
        var joined = parts is [var only] ? only : Any ? new AnyOf(parts) : new AllOf(parts);
        return Unless ? new Not(joined) : joined;
    }

    /// <summary>Null when the condition is of more levels than these lines can say: it was made elsewhere.</summary>
    public static ConditionLines? Of(Condition? condition)
    {
        if (condition is null) return new([], Any: false, Unless: false);
        if (ConditionLine.Of(condition) is { } one) return new([one], Any: false, Unless: false);
        if (condition is Not { Part: var part }) return Flat(part) is { } inner ? inner with { Unless = true } : null;
        return Flat(condition);
    }

    static ConditionLines? Flat(Condition condition)
    {
        if (ConditionLine.Of(condition) is { } one) return new([one], Any: false, Unless: false);
        var parts = condition switch { AllOf all => all.Parts, AnyOf any => any.Parts, _ => null };
        if (parts is null or { Count: 0 or > Most }) return null;
        var lines = parts.Select(ConditionLine.Of).ToList();
        return lines.Any(l => l is null) ? null : new(lines!, condition is AnyOf, Unless: false);
    }
}
