using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Gives experiences their pairs: by one click for all that wait, or one by hand. The caller saves.</summary>
public sealed class Spreading(AppDb db, TimeProvider clock)
{
    /// <summary>The day by which whoever is asked today has read, for this call.</summary>
    /// <exception cref="RuleBroken"><c>EXP-R7</c>: the group has not opened the reading for this call.</exception>
    async Task<DateOnly> DueOn(Group group, Guid call) =>
        clock.ParisToday().AddDays(await db.ReadingGroups.Where(r => r.CallId == call && r.GroupId == group.Id && r.OpenedAt != null).Select(r => (int?)r.Days).SingleOrDefaultAsync()
            ?? throw new RuleBroken("EXP-R7", "Ouvrez d’abord la lecture, depuis la page de l’appel."));

    /// <summary>Returns how many experiences got a pair; those without a possible pair stay admissible.</summary>
    public async Task<int> Run(Group group, Call call, Actor actor)
    {
        var dueOn = await DueOn(group, call.Id);
        var waiting = await db.Experiences.Include(e => e.Call).Where(e => e.CallId == call.Id && e.State == ExperienceState.Admissible).ToListAsync();
        var ids = waiting.Select(e => e.Id).ToList();
        var recusals = (await db.ReadingRecusals.AsNoTracking().Where(r => ids.Contains(r.ExperienceId)).ToListAsync()).ToLookup(r => r.ExperienceId);
        var (users, professionals) = await Loads(group);
        var pairs = Balance.Spread([.. waiting.Select(e => new ToAssign(e.Id, KeptAway(group, recusals[e.Id])))], users, professionals);
        foreach (var pair in pairs) await Give(waiting.Single(e => e.Id == pair.Experience), group, (pair.ServiceUserSeat, pair.ProfessionalSeat), dueOn, actor);
        return pairs.Count;
    }

    /// <exception cref="RuleBroken"><c>EXP-R7</c>: the group has not opened the reading for this call.</exception>
    public async Task Assign(Experience experience, Group group, Guid serviceUser, Guid professional, Actor actor)
    {
        var dueOn = await DueOn(group, experience.CallId);
        await Give(experience, group, (serviceUser, professional), dueOn, actor);
    }

    /// <exception cref="RuleBroken"><c>EXP-R8</c>: whoever changed sides holds both seats.</exception>
    public static void EnsureTwoPersons(Group group, Guid serviceUser, Guid professional)
    {
        if (group.Seats.Single(s => s.Id == serviceUser).PersonId is { } person && group.Seats.Single(s => s.Id == professional).PersonId == person) throw new RuleBroken("EXP-R8", "Un binôme réunit deux personnes.", "Professional");
    }

    async Task Give(Experience experience, Group group, (Guid ServiceUser, Guid Professional) readers, DateOnly dueOn, Actor actor)
    {
        var (serviceUser, professional) = readers;
        EnsureTwoPersons(group, serviceUser, professional);
        var now = clock.UtcNow();
        var pair = new Pair(experience.Id, group.Id, serviceUser, professional, dueOn, now);
        db.Pairs.Add(pair);
        db.Passages.Add(experience.Pass(ExperienceState.InReading, Passage.Team, actor.Id, null, now));
        db.Record(now, actor, Acts.Assigned, experience, null, experience.Call.OrganisationId);
        foreach (var seat in new[] { serviceUser, professional }) await Tell(group, seat, experience, now);
    }

    public Task Tell(Group group, Guid seatId, Experience experience, DateTime now) => Tell(group, seatId, $"Une expérience à lire : {experience.Title}", $"/lectures/{experience.Reference}", now);

    /// <summary>A line to whoever holds the seat; one that still waits to leave is not said twice.</summary>
    public async Task Tell(Group group, Guid seatId, string line, string path, DateTime now)
    {
        if (group.Seats.Single(s => s.Id == seatId).PersonId is not { } person) return;
        if (await db.Persons.Where(p => p.Id == person && p.DisabledAt == null).Select(p => p.Email).SingleOrDefaultAsync() is { } address
            && !await db.Notices.AnyAsync(n => n.To == address && n.Path == path && n.Line == line && n.BundledAt == null))
            db.Notify(address, line, path, now);
    }

    /// <summary>Seats of the group held by whoever declared a link with this experience.</summary>
    public async Task<HashSet<Guid>> KeptAway(Group group, Guid experience) => KeptAway(group, await db.ReadingRecusals.AsNoTracking().Where(r => r.ExperienceId == experience).ToListAsync());

    static HashSet<Guid> KeptAway(Group group, IEnumerable<ReadingRecusal> recusals) => [.. group.Seats.Where(s => recusals.Any(r => r.KeepsAway(s))).Select(s => s.Id)];

    /// <summary>Who takes the place of <paramref name="leaving"/> in the pair: the least loaded of the same college, alternates too, whom no link keeps away; null when there is nobody.</summary>
    public async Task<Guid?> ReplacementOf(Group group, Pair pair, Seat leaving)
    {
        var (users, professionals) = await Loads(group, withAlternates: true);
        var away = await KeptAway(group, pair.ExperienceId);
        // Whoever read on the other side, and came back since in another seat, is no second reader.
        var other = group.Seats.FirstOrDefault(s => s.Id == pair.OtherOf(leaving.Id))?.PersonId;
        away.UnionWith(group.Seats.Where(s => other is not null && s.PersonId == other).Select(s => s.Id));
        return (leaving.Id == pair.ServiceUserSeatId ? users : professionals).Where(l => l.Key != leaving.Id && !away.Contains(l.Key)).OrderBy(l => l.Value).ThenBy(l => l.Key).Select(l => (Guid?)l.Key).FirstOrDefault();
    }

    /// <summary>Whether the seat reads here: it decides, or stands ready to replace (EXP-R8).</summary>
    public static bool MayReplace(Seat seat, DateOnly day) => seat.DecidesOn(day) || seat.Role is SeatRole.Alternate && seat.SitsOn(day);

    /// <summary>Readings each deciding seat still has to give, by college.</summary>
    /// <param name="withAlternates">Those who stand ready to replace are asked too.</param>
    public async Task<(Dictionary<Guid, int> Users, Dictionary<Guid, int> Professionals)> Loads(Group group, bool withAlternates = false)
    {
        var (today, open) = (clock.ParisToday(), await Open(group));
        Dictionary<Guid, int> Of(College college) => group.Seats.Where(s => s.College == college && (withAlternates ? MayReplace(s, today) : s.DecidesOn(today))).ToDictionary(s => s.Id, s => open.Count(p => p.Has(s.Id)));
        return (Of(College.ServiceUsers), Of(College.Professionals));
    }

    /// <summary>Every seat with readings in hand beside those that decide: alternates who took a place, and members who have left theirs since.</summary>
    public async Task<IReadOnlyList<(Seat Seat, int Load)>> InHand(Group group)
    {
        var (today, open) = (clock.ParisToday(), await Open(group));
        return [.. CollegeWords.Facing.SelectMany(c => group.Seats.Where(s => s.College == c)).Select(s => (Seat: s, Load: open.Count(p => p.Has(s.Id)))).Where(l => l.Load > 0 || l.Seat.DecidesOn(today))];
    }

    /// <summary>Pairs that have not come to an agreement. What its authors took back is nobody's load any more.</summary>
    async Task<List<Pair>> Open(Group group)
    {
        var reading = db.Experiences.Where(e => e.State == ExperienceState.InReading);
        return await db.Pairs.AsNoTracking().Where(p => p.GroupId == group.Id && p.SettledAt == null && reading.Any(e => e.Id == p.ExperienceId)).ToListAsync();
    }
}
