namespace Croisee.Deliberation;

/// <summary>Whether the urn of a question is what its chain says, read from the rows that were just loaded, and the seals of this instance.</summary>
public sealed class ReadUrn(LinkSeal seal)
{
    const string Unsealed = "Un maillon de la chaîne n’a pas le sceau de cette instance.";

    /// <param name="IsChained">Closed before there were chains, a vote has none, and a sealed mark says so: nothing can be said of its ballots.</param>
    /// <param name="Sealed">How many links bear the seal of this instance.</param>
    /// <param name="Faults">What does not fit, in whole sentences.</param>
    public sealed record Reading(bool IsChained, int Sealed, IReadOnlyList<string> Faults)
    {
        public bool Holds => IsChained && Faults.Count == 0;
        public bool IsBroken => Faults.Count > 0;
    }

    /// <param name="question">With everything that its rules look at.</param>
    public Reading Of(Deliberation question)
    {
        if (ChainCheck.NeedsNone(question) || (ChainCheck.IsOlder(question) && seal.Opens(question.Links[0]))) return new(false, 0, []);
        var opened = question.Links.Count(seal.Opens);
        return new(true, opened, [.. ChainCheck.Faults(question), .. opened == question.Links.Count ? Array.Empty<string>() : [Unsealed]]);
    }
}
