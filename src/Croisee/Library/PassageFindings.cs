using Croisee.Data;
using Croisee.Experiences;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>The group's choice and its motives as the passages say them, which hold whatever room decided.</summary>
public sealed class PassageFindings(AppDb db) : IFindings
{
    public async Task<Findings> Of(Guid experience)
    {
        var chosen = await db.Passages.AsNoTracking().Where(p => p.ExperienceId == experience && (p.To == ExperienceState.Remarkable || p.To == ExperienceState.NotSelected))
            .OrderByDescending(p => p.At).Select(p => new { p.To, p.Why }).FirstOrDefaultAsync();
        return chosen is { To: ExperienceState.Remarkable } ? new Findings(true, chosen.Why, [], null) : Findings.None;
    }
}
