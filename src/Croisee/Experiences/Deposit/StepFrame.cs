using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Deposit;

/// <summary>What the frame around a step shows of the others: how far each is, and whether the call has questions of its own.</summary>
public sealed record StepFrame(IReadOnlyDictionary<string, StepStatus> Statuses, bool HasQuestions)
{
    sealed record Line(string Code, StepStatus Status, bool HasQuestions);

    static readonly Func<AppDb, Guid, Guid, IAsyncEnumerable<Line>> Lines = EF.CompileAsyncQuery((AppDb db, Guid experience, Guid call) =>
        db.Set<DepositStep>().Where(s => s.ExperienceId == experience).Select(s => new Line(s.Code, s.Status, db.Set<CallQuestion>().Any(q => q.CallId == call && q.RetiredAt == null))));

    public static async Task<StepFrame> Of(AppDb db, Experience experience)
    {
        var statuses = new Dictionary<string, StepStatus>();
        var asks = false;
        await foreach (var line in Lines(db, experience.Id, experience.CallId)) (statuses[line.Code], asks) = (line.Status, line.HasQuestions);
        return new(statuses, asks);
    }
}

/// <summary>What a step needs of its call: not the call, whose texts are long.</summary>
public sealed record StepCall(Guid OrganisationId, IReadOnlyList<string> OrganisationTypes, IReadOnlyList<string> Contexts);

/// <summary>
/// A step is read and saved more often than anything else here, on the slowest networks, so it loads only itself: one row of answers,
/// the experience, the author who reads and three fields of its call, in one statement that is compiled once and gives one row.
/// No collection is included: filling one costs more than all the rest, and a step needs none.
/// </summary>
sealed record StepQuery(Author Me, Experience Experience, DepositStep Step, StepCall Call)
{
    delegate Task<StepQuery?> Query(AppDb db, string reference, string step, Guid a, Guid b, Guid c, Guid d, Guid e);

    static readonly Query Tracked = new(EF.CompileAsyncQuery((AppDb db, string reference, string step, Guid a, Guid b, Guid c, Guid d, Guid e) =>
        (from me in db.Set<Author>()
         where me.EndedAt == null && (me.Id == a || me.Id == b || me.Id == c || me.Id == d || me.Id == e) && me.Experience.Reference == reference
         join row in db.Set<DepositStep>() on me.ExperienceId equals row.ExperienceId
         where row.Code == step
         orderby me.Id == a ? 0 : me.Id == b ? 1 : me.Id == c ? 2 : me.Id == d ? 3 : 4
         select new StepQuery(me, me.Experience, row, new StepCall(me.Experience.Call.OrganisationId, me.Experience.Call.OrganisationTypes, me.Experience.Call.Contexts))).FirstOrDefault()));

    static readonly Query Untracked = new(EF.CompileAsyncQuery((AppDb db, string reference, string step, Guid a, Guid b, Guid c, Guid d, Guid e) =>
        (from me in db.Set<Author>().AsNoTracking()
         where me.EndedAt == null && (me.Id == a || me.Id == b || me.Id == c || me.Id == d || me.Id == e) && me.Experience.Reference == reference
         join row in db.Set<DepositStep>() on me.ExperienceId equals row.ExperienceId
         where row.Code == step
         orderby me.Id == a ? 0 : me.Id == b ? 1 : me.Id == c ? 2 : me.Id == d ? 3 : 4
         select new StepQuery(me, me.Experience, row, new StepCall(me.Experience.Call.OrganisationId, me.Experience.Call.OrganisationTypes, me.Experience.Call.Contexts))).FirstOrDefault()));

    /// <param name="mine">At most <see cref="AuthorCookie.Most"/>, the last code typed first: of two authors on one device, that one writes.</param>
    public static Task<StepQuery?> Run(AppDb db, string reference, string step, IReadOnlyList<Guid> mine, bool tracked)
    {
        Guid At(int i) => i < mine.Count ? mine[i] : Guid.Empty;
        return (tracked ? Tracked : Untracked)(db, reference, step, At(0), At(1), At(2), At(3), At(4));
    }
}
