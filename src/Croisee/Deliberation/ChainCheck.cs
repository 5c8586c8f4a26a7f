namespace Croisee.Deliberation;

/// <summary>Reads a question against its chain. What does not fit is said in French, to whoever reads the page.</summary>
static class ChainCheck
{
    const string Torn = "Un maillon de la chaîne a été changé, retiré, ajouté ou déplacé.",
        Terms = "La question, sa règle, son quorum, ses sièges ou ses jours ne sont plus ceux que dit la chaîne.",
        Ballots = "Un bulletin a été changé, retiré, ajouté ou échangé depuis qu’il a été déposé.",
        Tally = "Les bulletins ne sont plus ceux de la clôture.",
        Closing = "Le résultat, ou le moment de la clôture, n’est plus celui que dit la chaîne.",
        Reason = "Le motif du groupe n’est plus celui que dit la chaîne.",
        Erasure = "L’effacement des votes n’est pas celui que dit la chaîne.";

    public static IReadOnlyList<string> Faults(Deliberation question)
    {
        var faults = new List<string>();
        void Expect(bool holds, string otherwise) { if (!holds) faults.Add(otherwise); }
        Expect(question.Chained && HoldsTogether(question), Torn);
        Expect(question.Links.LastOrDefault(l => l.Kind == LinkKind.Terms)?.Content == ChainContents.Terms(question), Terms);
        Expect(Only(question, LinkKind.Closing) == ChainContents.Closing(question), Closing);
        Expect(question.Links.LastOrDefault(l => l.Kind == LinkKind.Reason)?.Content == ChainContents.Reason(question), Reason);
        Expect(Only(question, LinkKind.Erasure) == ChainContents.Erasure(question), Erasure);
        var deposited = question.Links.Where(l => l.Kind == LinkKind.Ballot).Select(l => l.Content).ToHashSet(StringComparer.Ordinal);
        var there = question.Ballots.Select(ChainContents.Mark).ToList();
        // Once erased, as its chain says, there may be nothing left to read again; what is there is still to be what was deposited.
        Expect(there.All(deposited.Contains) && (question.ErasedAt is not null || (there.Count == deposited.Count && ReplacedInTurn(question))), Ballots);
        if (question.ErasedAt is not null) return faults;
        Expect(Only(question, LinkKind.Tally) == (question.Step == Step.Closed ? ChainContents.Tally(question) : null), Tally);
        return faults;
    }

    /// <summary>No vote was ever opened on it: there is nothing to link.</summary>
    public static bool NeedsNone(Deliberation question) => !question.Chained && question.Links.Count == 0 && question.BallotAt is null && question.Ballots.Count == 0
        && (question.Step < Step.Ballot || question.Result is Result.Dropped or Result.Withdrawn or Result.Lapsed);

    /// <summary>Closed before there were chains, as the only link it has says. Whether the instance said so, its seal tells.</summary>
    public static bool IsOlder(Deliberation question) => !question.Chained && question.Links is [{ Kind: LinkKind.Older, Number: 1 } only]
        && only.Print == only.PrintAfter(question.Reference, null) && only.Content == ChainContents.Closing(question);

    /// <summary>Each link fits the one before, and none stands where it could not have been made.</summary>
    static bool HoldsTogether(Deliberation question)
    {
        ChainLink? before = null;
        foreach (var link in question.Links)
        {
            if (link.Number != (before?.Number ?? 0) + 1 || link.Print != link.PrintAfter(question.Reference, before)) return false;
            if (before is null ? link.Kind != LinkKind.Terms : Rank(link.Kind) < Rank(before.Kind)) return false;
            before = link;
        }
        return before is not null;
    }

    /// <summary>Words of the reason may be corrected after the erasure too: the reason stays when voices go.</summary>
    static int Rank(LinkKind kind) => (int)(kind switch { LinkKind.Ballot => LinkKind.Terms, LinkKind.Erasure => LinkKind.Reason, _ => kind });

    /// <summary>A ballot leaves at the instant when the next one of its seat comes, and the last one stands.</summary>
    static bool ReplacedInTurn(Deliberation question) => ChainContents.InTurn(question).OfType<Ballot>().GroupBy(b => b.SeatId).All(seat =>
        seat.Select(b => Fingerprint.Instant(b.ReplacedAt)).SequenceEqual(seat.Skip(1).Select(b => Fingerprint.Instant(b.CastAt)).Append(null)));

    /// <summary>The one link of its kind; null when there is none, and what fits nothing when there are several.</summary>
    static string? Only(Deliberation question, LinkKind kind) => question.Links.Where(l => l.Kind == kind).Select(l => l.Content).ToList() switch
    {
        [] => null,
        [var content] => content,
        _ => "",
    };
}
