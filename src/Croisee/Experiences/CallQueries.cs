using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>What became of what was sent to a call.</summary>
public sealed record CallTally(int Received, int Published, int Remarkable)
{
    public static readonly CallTally None = new(0, 0, 0);
}

public static class CallQueries
{
    public static IQueryable<Call> Public(this IQueryable<Call> calls) => calls.Where(c => c.PublishedAt != null);

    /// <summary>Calls of the organisations that lie under one of these paths.</summary>
    public static IQueryable<Call> Under(this IQueryable<Call> calls, IReadOnlyList<string> paths) => calls.Where(c => paths.Any(p => c.Organisation.Path.StartsWith(p)));

    /// <summary>Sent experiences: a draft is seen by its authors alone.</summary>
    public static IQueryable<Experience> Sent(this IQueryable<Experience> experiences) => experiences.Where(e => e.State != ExperienceState.Draft);

    public static async Task<IReadOnlyDictionary<Guid, CallTally>> Tallies(this AppDb db, IReadOnlyList<Guid> calls)
    {
        if (calls.Count == 0) return new Dictionary<Guid, CallTally>();
        return await db.Experiences.Sent().Where(e => calls.Contains(e.CallId)).GroupBy(e => e.CallId)
            .Select(g => new { g.Key, Received = g.Count(), Published = g.Count(e => e.ShownSince != null), Remarkable = g.Count(e => e.ShownSince != null && e.Passages.Any(p => p.To == ExperienceState.Remarkable)) })
            .ToDictionaryAsync(g => g.Key, g => new CallTally(g.Received, g.Published, g.Remarkable));
    }
}
