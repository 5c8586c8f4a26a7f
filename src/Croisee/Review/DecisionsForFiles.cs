using Croisee.Data;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>The choices and the codings of this instance, as an export gives them out.</summary>
sealed class DecisionsForFiles(AppDb db) : IDecisions
{
    public async Task<IReadOnlyDictionary<Guid, DecidedHere>> Of(IReadOnlyList<Guid> experiences)
    {
        var choices = (await db.Selections.AsNoTracking().Where(s => experiences.Contains(s.ExperienceId)).ToListAsync()).ToLookup(s => s.ExperienceId);
        var codings = (await db.Settlements.AsNoTracking().Where(s => experiences.Contains(s.ExperienceId) && s.AcceptedAt != null).ToListAsync()).ToLookup(s => s.ExperienceId);
        return experiences.Where(e => choices.Contains(e) || codings.Contains(e)).ToDictionary(e => e, e => new DecidedHere(ChoiceOf(choices[e]), CodingOf(codings[e])));
    }

    static MadeChoice? ChoiceOf(IEnumerable<Selection> choices) => choices.MaxBy(s => s.DecidedAt) is { } last
        ? new(last.Remarkable, last.Motives, last.MinorityOpinions, last.DecidedAt.ParisDay()) : null;

    static FixedHere? CodingOf(IEnumerable<Settlement> settlements) => settlements.MaxBy(s => s.RevisedAt ?? s.AcceptedAt) is { } last
        ? new(CodesOf(last.Coding), last.Reason, (last.RevisedAt ?? last.AcceptedAt)!.Value.ParisDay()) : null;

    static CodedFields CodesOf(Coding coding)
    {
        var codes = new CodedFields();
        codes.Take(coding.Degree, coding.Level, coding.Landmarks);
        return codes;
    }
}
