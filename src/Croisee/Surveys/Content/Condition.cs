using System.Globalization;
using System.Text.Json.Serialization;
using Croisee.Framework;

namespace Croisee.Surveys.Content;

/// <summary>
/// When a question is put: a small closed language, no code. It may only look back at questions that stand before it, so there is no circle,
/// and a question that was not put counts as not answered.
/// </summary>
[JsonConverter(typeof(ConditionJson))]
public abstract record Condition
{
    public const int DepthMax = 8;

    public abstract bool Holds(GivenAnswers given);

    /// <summary>Field codes it looks at.</summary>
    public abstract IEnumerable<string> Reads { get; }

    /// <summary>Answers it names.</summary>
    public virtual IEnumerable<Chosen> Names => [];

    public virtual int Depth => 1;

    /// <summary>What is asked of one field each, through every level.</summary>
    public virtual IEnumerable<Condition> Lines => [this];
}

public sealed record AllOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override bool Holds(GivenAnswers given) => Parts.All(p => p.Holds(given));
    public override IEnumerable<string> Reads => Parts.SelectMany(p => p.Reads);
    public override IEnumerable<Chosen> Names => Parts.SelectMany(p => p.Names);
    public override IEnumerable<Condition> Lines => Parts.SelectMany(p => p.Lines);
    public override int Depth => 1 + Parts.Select(p => p.Depth).DefaultIfEmpty().Max();
}

public sealed record AnyOf(IReadOnlyList<Condition> Parts) : Condition
{
    public override bool Holds(GivenAnswers given) => Parts.Any(p => p.Holds(given));
    public override IEnumerable<string> Reads => Parts.SelectMany(p => p.Reads);
    public override IEnumerable<Chosen> Names => Parts.SelectMany(p => p.Names);
    public override IEnumerable<Condition> Lines => Parts.SelectMany(p => p.Lines);
    public override int Depth => 1 + Parts.Select(p => p.Depth).DefaultIfEmpty().Max();
}

public sealed record Not(Condition Part) : Condition
{
    public override bool Holds(GivenAnswers given) => !Part.Holds(given);
    public override IEnumerable<string> Reads => Part.Reads;
    public override IEnumerable<Chosen> Names => Part.Names;
    public override IEnumerable<Condition> Lines => Part.Lines;
    public override int Depth => 1 + Part.Depth;
}

public sealed record Answered(string Field) : Condition
{
    public override bool Holds(GivenAnswers given) => given.Has(Field);
    public override IEnumerable<string> Reads => [Field];
}

public sealed record Chosen(string Field, string Option) : Condition
{
    public override bool Holds(GivenAnswers given) => given[Field].Contains(Option);
    public override IEnumerable<string> Reads => [Field];
    public override IEnumerable<Chosen> Names => [this];
}

/// <summary>The value of a point on a scale, or a number typed, against a bound. A silent answer compares with nothing.</summary>
public sealed record Compared(string Field, Comparison Sign, int Bound) : Condition
{
    public override bool Holds(GivenAnswers given) => given[Field] is [var said] && ValueOf(said) is { } value && Sign.Holds(value, Bound);
    public override IEnumerable<string> Reads => [Field];

    static int? ValueOf(string said) =>
        int.TryParse(said, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Vocabularies.Find(said)?.Value;
}

/// <summary>How many choices were ticked, against a bound.</summary>
public sealed record Counted(string Field, Comparison Sign, int Bound) : Condition
{
    public override bool Holds(GivenAnswers given) => Sign.Holds(given[Field].Count, Bound);
    public override IEnumerable<string> Reads => [Field];
}

public enum Comparison { Less, AtMost, Equal, AtLeast, More }

public static class Comparisons
{
    static readonly string[] Signs = ["<", "<=", "=", ">=", ">"];

    public static bool Holds(this Comparison sign, int value, int bound) => sign switch
    {
        Comparison.Less => value < bound,
        Comparison.AtMost => value <= bound,
        Comparison.Equal => value == bound,
        Comparison.AtLeast => value >= bound,
        _ => value > bound,
    };

    public static string Sign(this Comparison sign) => Signs[(int)sign];

    public static Comparison? Read(string? sign) => Array.IndexOf(Signs, sign) is >= 0 and var at ? (Comparison)at : null;
}
