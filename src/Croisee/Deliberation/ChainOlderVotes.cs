using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>
/// Once, by the start that brings chains: votes that are open begin theirs, closed ones bear a sealed mark that they have none. From then on a question whose vote was opened and
/// that has neither is one whose chain was taken away (S20): whoever holds the database alone makes no mark.
/// </summary>
static class ChainOlderVotes
{
    public const string Script = "0288_chained_votes.sql";

    public static async Task Run(IServiceProvider services)
    {
        var (db, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().UtcNow());
        foreach (var id in await db.Deliberations.Where(d => d.BallotAt != null && !d.Chained && !d.Links.Any()).Select(d => d.Id).ToListAsync())
        {
            db.ChangeTracker.Clear();
            var question = await db.Deliberations.Whole().SingleAsync(d => d.Id == id);
            if (!question.ChainOlder()) continue;
            db.Record(now, Actor.System, Acts.Chained, question);
            await db.SaveChangesAsync();
        }
    }
}
