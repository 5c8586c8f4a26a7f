namespace Croisee.Deliberation;

/// <summary>The chain of a vote (S20): one link for each thing that moves its urn, from the opening to the erasure. Says that something was changed behind the product's back; decides nothing.</summary>
public sealed partial class Deliberation
{
    readonly List<ChainLink> links = [];

    /// <summary>The vote has a chain: those closed before there were chains have none.</summary>
    public bool Chained { get; private set; }
    public IReadOnlyList<ChainLink> Links => links;

    /// <summary>The code that members receive when the vote closes.</summary>
    public string? ClosingCode => links.LastOrDefault(l => l.Kind == LinkKind.Closing)?.Code;

    /// <summary>What proves to a seat that its ballot of this moment is in the urn, never what it says.</summary>
    public string? ReceiptOf(Guid seatId) => StandingOf(seatId) is { } ballot && ChainContents.Mark(ballot) is var mark ? links.FirstOrDefault(l => l.Kind == LinkKind.Ballot && l.Content == mark)?.Code : null;

    void Link(LinkKind kind, string? content) => links.Add(new ChainLink(Id, Reference, links.LastOrDefault(), kind, content ?? ""));

    /// <summary>With the ballots that are there: none at the opening, those already cast when the vote was open before there were chains.</summary>
    void BeginChain()
    {
        Chained = true;
        Link(LinkKind.Terms, ChainContents.Terms(this));
        foreach (var ballot in ballots) Link(LinkKind.Ballot, ChainContents.Mark(ballot));
    }

    /// <summary>Once, at the upgrade that brings chains: an open vote begins its own, a closed one is marked as having none. Any other question without a chain had it taken away, and none is ever begun for it.</summary>
    internal bool ChainOlder()
    {
        if (BallotAt is null || Chained || links.Count > 0) return false;
        if (ChainContents.Closing(this) is { } closing) Link(LinkKind.Older, closing);
        else BeginChain();
        return true;
    }

    /// <summary>The roll or the last day moved: during the vote, its chain says so.</summary>
    internal void TermsMoved()
    {
        Moved();
        // A chain whose links were all taken away does not begin again here: it would seal whatever is there now.
        if (Step == Step.Ballot && links.Count > 0) Link(LinkKind.Terms, ChainContents.Terms(this));
    }

    /// <summary>After everything that the closing changes.</summary>
    void CloseChain()
    {
        if (BallotAt is null) return;
        Link(LinkKind.Tally, ChainContents.Tally(this));
        Link(LinkKind.Closing, ChainContents.Closing(this));
    }
}
