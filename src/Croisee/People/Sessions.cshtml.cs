using Croisee.Data;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

[Audience(Audience.Person)]
public sealed class SessionsModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    public sealed record Line(Guid Id, string Device, DateTime StartedAt, DateTime SeenAt, bool IsThis);

    public List<Line> Open { get; private set; } = [];

    public async Task OnGet()
    {
        var now = clock.UtcNow();
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == visitor.PersonId && s.EndedAt == null).OrderByDescending(s => s.SeenAt).ToListAsync();
        Open = [.. sessions.Where(s => s.IsAlive(now)).Select(s => new Line(s.Id, s.Device, s.StartedAt, s.SeenAt, s.Id == visitor.SessionId))];
    }
}
