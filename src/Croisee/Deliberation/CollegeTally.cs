using Croisee.Groups;

namespace Croisee.Deliberation;

/// <summary>One college's answer to the question.</summary>
/// <param name="Seats">Seats of the college that sit on the question: the base of the quorum.</param>
/// <param name="Needed">Ballots the quorum asks of this college.</param>
public sealed record CollegeTally(College College, int Seats, int Needed, int Yes, int No, int Abstain)
{
    /// <summary>Ballots cast, abstentions included.</summary>
    public int Voted => Yes + No + Abstain;

    /// <summary>Ballots that say yes or no.</summary>
    public int Expressed => Yes + No;

    /// <summary>Seats that sit and cast nothing.</summary>
    public int Silent => Seats - Voted;

    public bool QuorumReached => Voted >= Needed;

    /// <summary>Strictly more yes than no among expressed ballots. A tie is not a majority, nor is silence.</summary>
    public bool HasMajority => Yes > No;

    public bool IsAgainst => No > Yes;

    public bool IsTied => Yes == No;

    /// <summary>Share of yes among expressed ballots, 0 to 1; null when nobody said yes or no.</summary>
    public double? ShareOfYes => Expressed == 0 ? null : (double)Yes / Expressed;

    public int CountOf(Vote choice) => choice switch { Vote.Yes => Yes, Vote.No => No, _ => Abstain };

    public static CollegeTally Of(College college, Quorum quorum, IReadOnlyCollection<CountedSeat> voices)
    {
        int seats = 0, yes = 0, no = 0, abstain = 0;
        foreach (var voice in voices)
        {
            if (voice.College != college) continue;
            seats++;
            if (voice.Vote is Vote.Yes) yes++;
            if (voice.Vote is Vote.No) no++;
            if (voice.Vote is Vote.Abstain) abstain++;
        }
        return new(college, seats, quorum.Needed(seats), yes, no, abstain);
    }
}
