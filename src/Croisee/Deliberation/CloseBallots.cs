using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>Closes the votes whose announced end is past. One that lost its balance waits for its organiser.</summary>
public sealed class CloseBallots(AppDb db, TimeProvider clock, MoveOn moveOn, ILogger<CloseBallots> log)
{
    public const string Job = "clore les votes terminés";

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var due = await db.Deliberations.Where(d => d.Step == Step.Ballot && d.BallotEndsAt <= now).Select(d => d.Id).ToListAsync(cancel);
        Exception? first = null;
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                var question = await db.Deliberations.Whole().SingleAsync(d => d.Id == id, cancel);
                var group = await db.Groups.Whole().SingleAsync(g => g.Id == question.GroupId, cancel);
                await moveOn.Run(question, group, null, Actor.System);
                await db.SaveChangesAsync(cancel);
            }
            catch (Exception later) when (later is RuleBroken or DbUpdateConcurrencyException)
            {
                log.LogInformation("The vote {Question} is not closed now: {Reason}", id, later.Message);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // One vote that cannot be closed keeps no other open.
                log.LogError(broken, "The vote {Question} could not be closed.", id);
                first ??= broken;
            }
        }
        // And the clockwork shows it.
        if (first is not null) throw new InvalidOperationException("A vote could not be closed: " + first.Message, first);
    }
}
