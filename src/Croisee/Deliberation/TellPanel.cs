using Croisee.Data;
using Croisee.Groups;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Deliberation;

/// <summary>A line to those who sit on a question, or to one seat that it concerns, in the save of what they must know; lines are gathered into one letter.</summary>
public sealed class TellPanel(AppDb db, TimeProvider clock)
{
    /// <param name="page">The page of the question where the line leads; its first page when empty.</param>
    public Task Run(Deliberation question, Group group, string line, string page = "") => Tell(question, group, s => question.Panel.Sits(s.Id), line, page);

    /// <summary>To the person of one seat, wherever the seat now stands on the question.</summary>
    public Task OneSeat(Deliberation question, Group group, Guid seat, string line) => Tell(question, group, s => s.Id == seat, line, "");

    async Task Tell(Deliberation question, Group group, Func<Seat, bool> whom, string line, string page)
    {
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        var people = group.Seats.Where(s => s.SitsOn(today) && whom(s)).Select(s => s.PersonId).ToList();
        var path = $"/deliberations/{question.Reference}" + (page.Length == 0 ? "" : "/" + page);
        foreach (var address in await db.Persons.Where(p => people.Contains(p.Id) && p.DisabledAt == null).Select(p => p.Email).ToListAsync())
            db.Notify(address, line, path, now);
    }
}
