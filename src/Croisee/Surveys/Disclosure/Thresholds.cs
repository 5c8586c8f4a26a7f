using Croisee.Rules;

namespace Croisee.Surveys.Disclosure;

/// <summary>From how many answers something may be shown (R2, R4, CMP-R3). A survey may ask for more, never for less.</summary>
public sealed record Thresholds
{
    /// <summary>R2: no setting goes below.</summary>
    public const int Floor = 5;

    /// <summary>R4: nobody's figures move by fewer than this.</summary>
    public const int LeastBatch = 10;

    /// <summary>CMP-R3: below this no interval, and no comparison of establishments.</summary>
    public const int LeastCompared = 30;

    /// <param name="shown">Answers from which a population, or a part of one, is shown.</param>
    /// <param name="batch">New answers from which it is shown again.</param>
    /// <param name="compared">Answers from which it gets an interval and may stand beside others.</param>
    public Thresholds(int shown = 10, int batch = LeastBatch, int compared = LeastCompared)
    {
        if (shown < Floor) throw new RuleBroken("R2", $"Un résultat ne se montre jamais à moins de {Floor} réponses.", nameof(Shown));
        if (batch < LeastBatch) throw new RuleBroken("R4", $"Un résultat se met à jour par {LeastBatch} réponses au moins.", nameof(Batch));
        if (compared < LeastCompared) throw new RuleBroken("CMP-R3", $"Un résultat ne se compare jamais à moins de {LeastCompared} réponses.", nameof(Compared));
        (Shown, Batch, Compared) = (shown, batch, compared);
    }

    public int Shown { get; }

    public int Batch { get; }

    public int Compared { get; }

    /// <summary>The size from which a group of answers may be told from the others by subtraction: both bars at once.</summary>
    public int Least => Math.Max(Shown, Batch);

    /// <summary>For the attack simulator only: it takes one rule away and must find what then leaks.</summary>
    internal RuleSwitch Without { get; init; }

    internal bool Holds(RuleSwitch rule) => !Without.HasFlag(rule);
}

[Flags]
internal enum RuleSwitch
{
    None = 0,
    R3 = 1,
    R4 = 2,
    R5 = 4,
    R6 = 8,
    R8 = 16,
}
