using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Gives experiences their pairs: by one click for all that wait, or one by hand. The caller saves.</summary>
public sealed class Spreading(AppDb db, TimeProvider clock)
{
    /// <summary>Returns how many experiences got a pair; those without a possible pair stay admissible.</summary>
    public async Task<int> Run(Group group, Call call, Actor actor)
    {
        var waiting = await db.Experiences.Include(e => e.Call).Where(e => e.CallId == call.Id && e.State == ExperienceState.Admissible).ToListAsync();
        var ids = waiting.Select(e => e.Id).ToList();
        var recused = (await db.ReadingRecusals.Where(r => ids.Contains(r.ExperienceId)).ToListAsync()).ToLookup(r => r.ExperienceId, r => r.SeatId);
        var (users, professionals) = await Loads(group);
        var pairs = Balance.Spread([.. waiting.Select(e => new ToAssign(e.Id, recused[e.Id].ToHashSet()))], users, professionals);
        foreach (var pair in pairs) await Assign(waiting.Single(e => e.Id == pair.Experience), group, pair.ServiceUserSeat, pair.ProfessionalSeat, actor);
        return pairs.Count;
    }

    public async Task Assign(Experience experience, Group group, Guid serviceUser, Guid professional, Actor actor)
    {
        var now = clock.UtcNow();
        var pair = new Pair(experience.Id, group.Id, serviceUser, professional, clock.ParisToday().AddDays(ReadingGroup.DaysToRead), now);
        db.Pairs.Add(pair);
        db.Passages.Add(experience.Pass(ExperienceState.InReading, Passage.Team, actor.Id, null, now));
        db.Record(now, actor, Acts.Assigned, experience, null, experience.Call.OrganisationId);
        foreach (var seat in new[] { serviceUser, professional }) await Tell(group, seat, experience, now);
    }

    public async Task Tell(Group group, Guid seatId, Experience experience, DateTime now)
    {
        if (group.Seats.Single(s => s.Id == seatId).PersonId is not { } person) return;
        if (await db.Persons.Where(p => p.Id == person && p.DisabledAt == null).Select(p => p.Email).SingleOrDefaultAsync() is { } address)
            db.Notify(address, $"Une expérience à lire : {experience.Title}", $"/lectures/{experience.Reference}", now);
    }

    /// <summary>Readings each deciding seat still has to give, by college.</summary>
    public async Task<(Dictionary<Guid, int> Users, Dictionary<Guid, int> Professionals)> Loads(Group group)
    {
        var open = await db.Pairs.AsNoTracking().Where(p => p.GroupId == group.Id && p.SettledAt == null).Select(p => new { p.ServiceUserSeatId, p.ProfessionalSeatId }).ToListAsync();
        Dictionary<Guid, int> Of(College college) => group.DecidingOn(clock.ParisToday()).Where(s => s.College == college).ToDictionary(s => s.Id, s => open.Count(p => p.ServiceUserSeatId == s.Id || p.ProfessionalSeatId == s.Id));
        return (Of(College.ServiceUsers), Of(College.Professionals));
    }
}
