namespace Croisee.Framework;

/// <summary>The ladder of V-DEGRE: five rungs, from being informed to leading. A rung is a place, not a mark (FRM-R2).</summary>
public static class Degree
{
    /// <summary>Said wherever degrees are shown (FRM-R2).</summary>
    public const string NoFault = "Un degré plus bas n’est pas une faute : le bon degré est celui qui est adapté au projet. Ce qui abîme la confiance, c’est de promettre plus que ce que l’on fait.";

    /// <summary>The same in easy words, one idea a line.</summary>
    public static IReadOnlyList<string> NoFaultEasy { get; } =
        ["Il n’y a pas de mauvais degré.", "Le degré dépend du projet.", "Il faut tenir sa promesse."];

    /// <summary>The five stages for which a degree of its own may be said (field <c>degre_par_etape</c>).</summary>
    public static IReadOnlyList<Term> Stages { get; } = [.. Vocabularies.Stage.Terms.Where(s => s.Flag("degree"))];

    /// <summary>Rung from 1 (communication) to 5 (leadership).</summary>
    /// <exception cref="ArgumentException">Not a code of V-DEGRE.</exception>
    public static int Rank(string code) =>
        (Vocabularies.Degree.Find(code) ?? throw new ArgumentException($"{code} is not a degree.", nameof(code))).Position + 1;

    public static Term At(int rank) => Vocabularies.Degree.Terms[rank - 1];

    public static string? Highest(IEnumerable<string> codes) => codes.DefaultIfEmpty().MaxBy(c => c is null ? 0 : Rank(c));

    /// <summary>The name inside a sentence: « consultation ».</summary>
    public static string Name(string code)
    {
        var label = At(Rank(code)).Label;
        return char.ToLowerInvariant(label[0]) + label[1..];
    }

    /// <summary>The question by which a person recognises the degree: « Ai-je été informé ? ».</summary>
    public static string TestQuestion(string code) => At(Rank(code)).Text("question")!;
}
