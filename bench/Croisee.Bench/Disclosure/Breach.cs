namespace Croisee.Bench.Disclosure;

/// <summary>One success of the attacker: how, against whom, and what he then knew.</summary>
public sealed record Breach(string Attack, int Seed, string Book, string Group, int TrueSize, string Known)
{
    public override string ToString() => $"graine {Seed}, {Attack}, {Book} : {Group} ({TrueSize} personnes) {Known}";
}

/// <summary>What one attack found, and on how many targets it tried.</summary>
/// <param name="Unsolved">Targets that the solver could not decide: no proof either way.</param>
public sealed record Findings(int Targets, IReadOnlyList<Breach> Breaches, int Unsolved = 0);
