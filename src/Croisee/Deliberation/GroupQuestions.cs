using Croisee.Data;
using Croisee.Groups;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>The questions put to a group, for its page: first what waits for the reader, then what is open, then what is answered.</summary>
public sealed class GroupQuestions(AppDb db, TimeProvider clock, IEnumerable<ISubjectCard> cards)
{
    public sealed record Line(string Reference, string Question, string? Subject, string State, bool Waits);

    public async Task<IReadOnlyList<Line>> Of(Group group, Seat? mine)
    {
        var now = clock.UtcNow();
        var questions = await db.Deliberations.Whole().AsNoTracking().Where(d => d.GroupId == group.Id).OrderByDescending(d => d.OpenedAt).Take(100).ToListAsync();
        var subjects = new Dictionary<Guid, SubjectCard>();
        foreach (var room in cards)
            foreach (var (id, card) in await room.Find([.. questions.Where(q => q.SubjectKind == room.Kind).Select(q => q.SubjectId).Distinct()])) subjects[id] = card;
        return [.. questions
            .Select(d => (d, owed: mine is null ? Expectation.Nothing : d.From(mine.Id, now)))
            .OrderBy(x => x.owed == Expectation.Nothing).ThenBy(x => x.d.Step == Step.Closed)
            .Select(x => new Line(x.d.Reference, x.d.Question, subjects.GetValueOrDefault(x.d.SubjectId)?.Title, State(x.d, x.owed), x.owed != Expectation.Nothing))];
    }

    static string State(Deliberation question, Expectation owed) => owed switch
    {
        Expectation.Opinion => "Votre avis est attendu",
        Expectation.Ballot => "Votre vote est attendu",
        _ => question.AwaitsReason ? "Le motif du groupe est à écrire" : question.Result?.Headline(question.Rule) ?? question.Step.French(),
    };
}
