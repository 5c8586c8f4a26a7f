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

    /// <summary>A vote that was open before there were chains begins its own at its next act, with the ballots that are there.</summary>
    void BeginChain()
    {
        if (Chained) return;
        Chained = true;
        Link(LinkKind.Terms, ChainContents.Terms(this));
        foreach (var ballot in ballots) Link(LinkKind.Ballot, ChainContents.Mark(ballot));
    }

    /// <summary>The roll or the last day moved: during the vote, its chain says so.</summary>
    internal void TermsMoved()
    {
        Moved();
        if (Step != Step.Ballot) return;
        if (!Chained) BeginChain();
        else Link(LinkKind.Terms, ChainContents.Terms(this));
    }

    /// <summary>After everything that the closing changes.</summary>
    void CloseChain()
    {
        if (BallotAt is null) return;
        BeginChain();
        Link(LinkKind.Tally, ChainContents.Tally(this));
        Link(LinkKind.Closing, ChainContents.Closing(this));
    }
}
