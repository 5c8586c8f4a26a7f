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
    public const string SubjectKind = "experience";
    public string Kind => SubjectKind;

    public async Task<IReadOnlyDictionary<Guid, SubjectCard>> Find(IReadOnlyCollection<Guid> subjects)
    {
        var (experiences, reads, groups) = (db.Experiences, db.ReadingGroups, db.Groups);
        var found = await experiences.AsNoTracking().Where(e => subjects.Contains(e.Id) && e.State != ExperienceState.Withdrawn)
            .Join(reads, e => e.CallId, r => r.CallId, (e, r) => new { e.Id, e.Title, e.Reference, r.GroupId })
            .Join(groups, x => x.GroupId, g => g.Id, (x, g) => new { x.Id, x.Title, Path = "/groupes/" + g.Reference + "/experiences/" + x.Reference }).ToListAsync();
        return found.DistinctBy(x => x.Id).ToDictionary(x => x.Id, x => new SubjectCard(x.Title, x.Path));
    }
}

/// <summary>The group has decided: the experience passes on, with the motives, in the same save (EXP-R9).</summary>
public sealed class Select(AppDb db, TimeProvider clock) : IHear<DeliberationClosed>
{
    public async Task Hear(DeliberationClosed fact, CancellationToken cancel)
    {
        if (fact.Subject.Kind != ExperienceCard.SubjectKind) return;
        var question = db.Deliberations.Local.Single(d => d.Id == fact.DeliberationId);
        var experience = await db.Experiences.Include(e => e.Call).SingleOrDefaultAsync(e => e.Id == fact.Subject.Id && e.State == ExperienceState.Analysed, cancel);
        if (experience is null) return;
        var now = clock.UtcNow();
        var selection = new Selection(experience.Id, question.Id, question.Count(), now);
        db.Selections.Add(selection);
        var why = selection.Motives.Length > Passage.WhyMax ? selection.Motives[..Passage.WhyMax] : selection.Motives;
        db.Passages.Add(experience.Pass(selection.Remarkable ? ExperienceState.Remarkable : ExperienceState.NotSelected, Passage.Group, null, why.Length == 0 ? null : why, now));
        db.Record(now, Actor.System, Acts.Selected, experience, null, experience.Call.OrganisationId);
        db.Announce(new ExperienceSelected(experience.Id, selection.Remarkable));
    }
}
