using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.SafeRoom;

/// <summary>
/// The rooms that a person is declared for: where they land when they sign in with no other work waiting, what « mes données » tells, and shut when the account closes.
/// </summary>
public sealed class RoomsOfPerson(AppDb db, TimeProvider clock) : ILanding, IPersonalData, IHear<AccountClosed>
{
    public string Name => "salles-sures";

    /// <summary>Address and title of the surveys that the person may enter today.</summary>
    public async Task<IReadOnlyList<(string Path, string Title, DateOnly Until)>> Open(Guid person)
    {
        var today = clock.ParisToday();
        var surveys = db.Surveys;
        var rows = await db.Analysts.Where(a => a.PersonId == person && a.EndedAt == null && a.Until >= today).Join(surveys, a => a.SurveyId, s => s.Id, (a, s) => new { s.Reference, s.Title, a.Until }).OrderBy(r => r.Title).ToListAsync();
        return [.. rows.Select(r => ($"/bureau/enquetes/{r.Reference}/salle", r.Title, r.Until))];
    }

    public async Task<string?> PathOf(Guid person) => (await Open(person)) is [var first, ..] ? first.Path : null;

    public async Task<object> Of(Guid personId, CancellationToken cancel)
    {
        var lines = db.RoomLines;
        return await db.Analysts.AsNoTracking().Where(a => a.PersonId == personId)
            .Select(a => new { pour = a.Purpose, declareLe = a.DeclaredAt, jusquAu = a.Until, engageLe = a.PledgedAt, termineLe = a.EndedAt, actes = lines.Where(l => l.AnalystId == a.Id).Select(l => new { le = l.At, acte = l.Act, sur = l.What, raison = l.Why }).ToList() }).ToListAsync(cancel);
    }

    public async Task Hear(AccountClosed fact, CancellationToken cancel)
    {
        foreach (var analyst in await db.Analysts.Where(a => a.PersonId == fact.PersonId && a.EndedAt == null).ToListAsync(cancel))
        {
            analyst.End(clock.UtcNow());
            db.Record(clock.UtcNow(), fact.By, Acts.AnalystEnded, analyst);
        }
    }
}
