using Croisee.Data;
using Croisee.Groups;
using Croisee.Rules;
using Answer = Croisee.Deliberation.Result;

namespace Croisee.Deliberation;

/// <summary>How a question ends: the last day of its vote and how it moves, the group's reason, the ends without a count, what is then erased.</summary>
public sealed partial class Deliberation
{
    /// <summary>A last day further away is a slip of the keyboard: the vote would wait for it.</summary>
    public const int EndMonthsMax = 6;

    /// <summary>The first instant at which a ballot comes too late, for a last day, included, in Europe/Paris.</summary>
    /// <exception cref="RuleBroken">The day is further away than <see cref="EndMonthsMax"/>.</exception>
    public static DateTime EndOf(DateOnly lastDay, DateTime now)
    {
        if (lastDay > now.ParisDay().AddMonths(EndMonthsMax)) throw new RuleBroken("ballot.far", $"Le dernier jour du vote est au plus dans {EndMonthsMax} mois.", "LastDay");
        return lastDay.EndOfParisDay();
    }

    /// <summary>Last day of the vote in Paris, included; null when none was announced.</summary>
    public DateOnly? LastDay => BallotEndsAt?.AddTicks(-1).ParisDay();

    /// <summary>Gives the vote that is open another last day: tomorrow at the earliest, so that whoever meant to vote today still can.</summary>
    /// <exception cref="RuleBroken">No vote is open, its end is past, the day is today or past or too far away, or no reason is given.</exception>
    public void MoveEnd(DateOnly lastDay, string reason, DateTime now)
    {
        Expect(Step.Ballot, "Il n’y a pas de vote ouvert.");
        if (now >= BallotEndsAt) throw new RuleBroken("ballot.late", "La fin du vote est passée\u00A0: elle ne change plus.", "LastDay");
        if (lastDay <= now.ParisDay()) throw new RuleBroken("ballot.soon", "Le dernier jour est au plus tôt demain\u00A0: chacun doit encore pouvoir voter.", "LastDay");
        var end = EndOf(lastDay, now);
        if (end == BallotEndsAt) throw new RuleBroken("ballot.same", "C’est déjà le dernier jour du vote.", "LastDay");
        var why = Text.Required(reason, ReasonMax, "Dites pourquoi\u00A0: les membres le liront.", "Reason");
        (BallotEndsAt, EndMovedAt, EndReason) = (end, now, why);
        TermsMoved();
    }

    /// <summary>The group's reason, written by whoever leads it. Only then is the answer announced; ballots can no longer change, so that knowing the result gives no hold on it.</summary>
    /// <exception cref="RuleBroken">No reason is awaited, or none is given.</exception>
    public void GiveReason(string reason)
    {
        if (!AwaitsReason) throw new RuleBroken("reason.given", "Le motif de cette décision est déjà écrit.");
        Reason = Text.Required(reason, ReasonMax, "Écrivez le motif du groupe\u00A0: il sera lu avec la décision.", "Reason");
        AwaitsReason = false;
        if (Chained) Link(LinkKind.Reason, ChainContents.Reason(this));
    }

    /// <summary>Says the group's reason in other words, as when they let somebody be recognised: also once voices are erased, since it stays. The same again changes nothing.</summary>
    /// <returns>Whether it changed.</returns>
    /// <exception cref="RuleBroken">It is emptied, or too long.</exception>
    public bool CorrectReason(string? reason)
    {
        if (Reason is null || IsDropped) return false;
        var words = Text.Required(reason, ReasonMax, "Une décision se lit avec sa raison\u00A0: remplacez les mots, sans vider le motif.", "Motives");
        if (words == Reason) return false;
        Reason = words;
        if (Chained) Link(LinkKind.Reason, ChainContents.Reason(this));
        Moved();
        return true;
    }

    /// <summary>It leads nowhere: whoever conducts ends it without a count, with a reason that members read. The question may be put again.</summary>
    /// <exception cref="RuleBroken">The question is closed, or no reason is given.</exception>
    public void Drop(string reason, DateTime now)
    {
        if (Step == Step.Closed) throw new RuleBroken("deliberation.closed", "Cette question est close.");
        Reason = Text.Required(reason, ReasonMax, "Dites pourquoi la question s’arrête\u00A0: les membres le liront.", "Reason");
        EndUncounted(Answer.Dropped, now);
    }

    /// <summary>Its subject was taken back: whatever is still open closes without a count, and nobody is asked for anything any more.</summary>
    public void Withdraw(DateTime now) => EndUncounted(Answer.Withdrawn, now);

    /// <summary>The announced end of the work came first: what is still open closes without a count and a reason still awaited is given up, so that all is erased as was promised.</summary>
    public void Lapse(DateTime now) => EndUncounted(Answer.Lapsed, now);

    void EndUncounted(Result result, DateTime now)
    {
        AwaitsReason = false;
        if (Step == Step.Closed) return;
        (Step, ClosedAt, Result) = (Step.Closed, now, result);
        CloseChain();
        Moved();
    }

    /// <summary>Says that what each said and voted is erased; only for a closed question. The base lets a ballot go only once this is stored.</summary>
    public void Erase(DateTime now)
    {
        if (Step != Step.Closed) throw new RuleBroken("deliberation.open", "Cette question n’est pas close.");
        foreach (var recusal in recusals) recusal.ForgetReason();
        (AwaitsReason, EndReason) = (false, null);
        if (ErasedAt is not null) return;
        ErasedAt = now;
        if (Chained) Link(LinkKind.Erasure, ChainContents.Erasure(this));
    }

    /// <summary>Lets go of what each said and voted, after <see cref="Erase"/>. Expects everything loaded.</summary>
    public void ForgetVoices()
    {
        if (ErasedAt is null) throw new RuleBroken("deliberation.kept", "Cette question n’est pas effacée.");
        opinions.Clear();
        remarks.Clear();
        ballots.Clear();
    }
}
