using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>
/// Files of an experience are for those who read it: its pair, then, once the pair has finished, the members who decide about it.
/// Whoever declared a link, for the reading or for the vote, opens nothing, and whoever left their seat no more.
/// </summary>
public sealed class FilesForReaders(AppDb db, TimeProvider clock, Visitor visitor) : IAttachmentAudience
{
    static readonly ExperienceState[] ReadByAll = [ExperienceState.Analysed, ExperienceState.Remarkable, ExperienceState.NotSelected, ExperienceState.ApprovalAsked, ExperienceState.Published];

    public Task<bool> MayRead(Guid experienceId, Guid fileId, CancellationToken cancel) => OpenTo(experienceId, cancel);

    public async Task<bool> OpenTo(Guid experienceId, CancellationToken cancel)
    {
        if (visitor.PersonId is not { } person) return false;
        var today = clock.ParisToday();
        var links = await db.ReadingRecusals.AsNoTracking().Where(r => r.ExperienceId == experienceId).ToListAsync(cancel);
        var mine = (await db.Seats.AsNoTracking().Where(s => s.PersonId == person).ToListAsync(cancel)).Where(s => !links.Any(l => l.KeepsAway(s))).ToList();
        var questions = db.Deliberations.AsNoTracking().About(new Subject(ExperienceCard.SubjectKind, experienceId));
        var declared = await questions.SelectMany(d => d.Recusals).Where(r => !r.Departed).Select(r => r.SeatId).ToListAsync(cancel);
        if (mine.Any(s => declared.Contains(s.Id))) return false;
        var (seats, groups) = (mine.Where(s => s.SitsOn(today)).Select(s => s.Id).ToList(), mine.Where(s => s.SitsOn(today)).Select(s => s.GroupId).ToList());
        if (seats.Count == 0 || await db.Experiences.AsNoTracking().Where(e => e.Id == experienceId).Select(e => new { e.State, e.CallId }).SingleOrDefaultAsync(cancel) is not { } experience) return false;
        if (experience.State is ExperienceState.Withdrawn) return false;
        return await db.Pairs.AnyAsync(p => p.ExperienceId == experienceId && (seats.Contains(p.ServiceUserSeatId) || seats.Contains(p.ProfessionalSeatId)), cancel)
            || ReadByAll.Contains(experience.State) && await db.ReadingGroups.AnyAsync(r => r.CallId == experience.CallId && groups.Contains(r.GroupId), cancel);
    }
}
