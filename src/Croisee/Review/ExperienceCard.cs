using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>What a question about an experience is called, and where members read it.</summary>
public sealed class ExperienceCard(AppDb db) : ISubjectCard
{
    public const string SubjectKind = "experience", Gone = "Expérience retirée par ses auteurs";
    public string Kind => SubjectKind;

    public async Task<IReadOnlyDictionary<Guid, SubjectCard>> Find(IReadOnlyCollection<Guid> subjects)
    {
        var (experiences, reads, groups) = (db.Experiences, db.ReadingGroups, db.Groups);
        var found = await experiences.AsNoTracking().Where(e => subjects.Contains(e.Id))
            .Select(e => new { e.Id, e.Title, e.Reference, e.State, Group = reads.Where(r => r.CallId == e.CallId).Join(groups, r => r.GroupId, g => g.Id, (r, g) => g.Reference).FirstOrDefault() }).ToListAsync();
        // A call that no group reads any more: what is published is read where everyone reads it.
        return found.Where(x => x.Group is not null || x.State is ExperienceState.Published or ExperienceState.Withdrawn)
            .ToDictionary(x => x.Id, x => x.State is ExperienceState.Withdrawn ? new SubjectCard(Gone, null) : new SubjectCard(x.Title, x.Group is null ? "/experiences/" + x.Reference : $"/groupes/{x.Group}/experiences/{x.Reference}"));
    }

    public async Task<IReadOnlySet<Guid>> KeptAway(Guid subject, Group group)
    {
        var links = await db.ReadingRecusals.AsNoTracking().Where(r => r.ExperienceId == subject).ToListAsync();
        return group.Seats.Where(s => links.Any(l => l.KeepsAway(s))).Select(s => s.Id).ToHashSet();
    }

    public async Task<string?> AskAgain(Guid subject, Group group)
    {
        var (reads, asked) = (db.ReadingGroups, db.Deliberations.About(new Subject(SubjectKind, subject)).Where(d => d.Result == null || d.Result == Result.Adopted || d.Result == Result.Rejected));
        var reference = await db.Experiences.AsNoTracking().Where(e => e.Id == subject && e.State == ExperienceState.Analysed && reads.Any(r => r.CallId == e.CallId && r.GroupId == group.Id) && !asked.Any()).Select(e => e.Reference).SingleOrDefaultAsync();
        return reference is null ? null : $"/groupes/{group.Reference}/deliberer/{reference}";
    }
}

/// <summary>The group has decided, with its reasons: the experience passes on, with the motives, in the same save (EXP-R9). A vote that decided nothing (a tie, too few votes) leaves it where it is: the question may be put again.</summary>
public sealed class Select(AppDb db, TimeProvider clock) : IHear<DeliberationClosed>
{
    public async Task Hear(DeliberationClosed fact, CancellationToken cancel)
    {
        if (fact.Subject.Kind != ExperienceCard.SubjectKind || fact.Result is not (Result.Adopted or Result.Rejected)) return;
        var question = db.Deliberations.Local.Single(d => d.Id == fact.DeliberationId);
        var experience = await db.Experiences.Include(e => e.Call).Include(e => e.Steps).AsSplitQuery().SingleOrDefaultAsync(e => e.Id == fact.Subject.Id && e.State == ExperienceState.Analysed, cancel);
        if (experience is null) return;
        var now = clock.UtcNow();
        var selection = new Selection(experience.Id, question, experience.Steps.Fingerprint(), now);
        db.Selections.Add(selection);
        var why = Passage.Shortened(selection.Motives);
        db.Passages.Add(experience.Pass(selection.Remarkable ? ExperienceState.Remarkable : ExperienceState.NotSelected, Passage.Group, null, why.Length == 0 ? null : why, now));
        db.Record(now, Actor.System, Acts.Selected, experience, null, experience.Call.OrganisationId);
        db.Announce(new ExperienceSelected(experience.Id, selection.Remarkable));
    }
}
