using Croisee.Groups;
using Croisee.Rules;

namespace Croisee.Deliberation;

/// <summary>Words that leave the discussion: taken back by whoever said them, or hidden with a reason by whoever leads. A line stays where they were.</summary>
public sealed partial class Deliberation
{
    /// <summary>An opinion or a remark of this question.</summary>
    public ISaid? Said(Guid id) => opinions.Find(o => o.Id == id) ?? (ISaid?)remarks.Find(r => r.Id == id);

    /// <summary>Takes back one's own words, at any step: an opinion stays given, and is not given anew. Twice is once.</summary>
    /// <exception cref="RuleBroken">They are somebody else's.</exception>
    public void TakeBack(ISaid said, Guid seatId, DateTime now)
    {
        if (said.SeatId != seatId) throw new RuleBroken("said.other", "Ces mots sont ceux de quelqu’un d’autre.");
        LetGo(said, null, now);
    }

    /// <summary>Hides somebody's words, which all who read the discussion are told with the reason. Twice is once.</summary>
    /// <exception cref="RuleBroken">No reason is given.</exception>
    public void Hide(ISaid said, string? reason, DateTime now) =>
        LetGo(said, Text.Required(reason, ReasonMax, "Dites pourquoi\u00A0: tous ceux qui lisent les échanges le liront.", "Reason"), now);

    internal void LetGo(ISaid said, string? why, DateTime now)
    {
        if (said.IsGone) return;
        if (said is Opinion opinion) opinion.Go(why, now);
        else ((Remark)said).Go(why, now);
        Moved();
    }
}
