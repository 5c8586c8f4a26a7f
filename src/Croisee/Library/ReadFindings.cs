using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>
/// Reads what the group found of an experience. Its state says whether it was chosen: an experience taken over from elsewhere has passages
/// without a deliberation, and its motives then stand there.
/// </summary>
public sealed class ReadFindings(AppDb db)
{
    public async Task<Findings> Of(Guid experience)
    {
        var passage = await db.Passages.AsNoTracking().Where(p => p.ExperienceId == experience && (p.To == ExperienceState.Remarkable || p.To == ExperienceState.NotSelected))
            .OrderByDescending(p => p.At).Select(p => new { p.To, p.Why }).FirstOrDefaultAsync();
        var selection = await db.Selections.AsNoTracking().Where(s => s.ExperienceId == experience).OrderByDescending(s => s.DecidedAt).FirstOrDefaultAsync();
        var settled = await db.Settlements.AsNoTracking().Fixed(experience).FirstOrDefaultAsync();
        if (passage?.To is not ExperienceState.Remarkable) return new(false, null, [], settled?.Coding);
        if (selection is not { Remarkable: true }) return new(true, passage.Why, selection?.MinorityOpinions ?? [], settled?.Coding);
        return new(true, selection.Motives.Length > 0 ? selection.Motives : passage.Why, selection.MinorityOpinions, settled?.Coding, await Sides(selection.DeliberationId), selection.DecidedText);
    }

    /// <summary>The voices that sat to the end: a recusal and its restoring have moved them.</summary>
    async Task<GroupSides> Sides(Guid deliberation)
    {
        var question = await db.Deliberations.AsNoTracking().Include(d => d.Seats).SingleAsync(d => d.Id == deliberation);
        int Of(College college) => question.Seats.Count(s => s.Sits && s.College == college);
        return new(Of(College.ServiceUsers), Of(College.Professionals), question.MaxGap > 0);
    }
}
