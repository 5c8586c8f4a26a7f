using Croisee.Data;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>One subject, put to one group more than once: the time before, the time after, and where it is put again when nothing was decided.</summary>
public sealed class AskedAgain(AppDb db, IEnumerable<ISubjectCard> cards)
{
    public sealed record Turn(string Reference, DateTime OpenedAt);

    public sealed record Turns(Turn? Before, Turn? After, string? Path);

    public async Task<Turns> Of(Deliberation question, Group group)
    {
        var asked = await db.Deliberations.AsNoTracking().About(question.Subject).Where(d => d.GroupId == question.GroupId).OrderBy(d => d.OpenedAt).ThenBy(d => d.Id).Select(d => new Turn(d.Reference, d.OpenedAt)).ToListAsync();
        var here = asked.FindIndex(t => t.Reference == question.Reference);
        var (before, after) = (asked.ElementAtOrDefault(here - 1), asked.ElementAtOrDefault(here + 1));
        var undecided = after is null && question.Result is (Result.NoQuorum or Result.Undecided or Result.Dropped);
        return new(before, after, undecided && cards.FirstOrDefault(c => c.Kind == question.SubjectKind) is { } room ? await room.AskAgain(question.SubjectId, group) : null);
    }
}
