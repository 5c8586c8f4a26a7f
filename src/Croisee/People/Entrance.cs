using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>The one way in, whatever proved who it is: a session begins, the one this browser had ends, the cookie is set.</summary>
public sealed class Entrance(AppDb db, Visitor visitor, IEnumerable<ILanding> landings)
{
    /// <summary>
    /// Saves, together with whatever the caller changed in the same act, and returns the local path to go to: <paramref name="back"/>, or where the person's work waits when it is empty, the second factor first.
    /// <paramref name="asDemo"/> passes the second factor: only « Entrer comme… » may say so.
    /// </summary>
    public async Task<string> Open(HttpContext http, Person person, string act, string back, DateTime now, bool asDemo = false)
    {
        var session = new Session(person.Id, Session.DeviceOf(http.Request.Headers.UserAgent), person.HasSecondFactor && !asDemo, now);
        if (asDemo) session.PassSecondFactor(now);
        db.Sessions.Add(session);
        db.Record(now, Actor.Person(person.Id), act, person);
        await db.SaveChangesAsync();
        if (visitor.SessionId is { } old) await db.Write(d => d.Sessions.Where(s => s.Id == old && s.EndedAt == null).ExecuteUpdate(u => u.SetProperty(s => s.EndedAt, now)));
        await SessionCookie.SignIn(http, session);
        if (back.Length == 0) back = await Landing(person.Id);
        if (asDemo) return back;
        var first = person.HasSecondFactor ? "/connexion/second-facteur" : await NeedsSecondFactor(person.Id) ? "/compte/second-facteur" : null;
        return first is null ? back : first + "?retour=" + Uri.EscapeDataString(back);
    }

    /// <summary>Doors open from the lowest room up: a role comes before a seat.</summary>
    async Task<string> Landing(Guid person)
    {
        foreach (var landing in landings.Reverse())
            if (await landing.PathOf(person) is { } path) return path;
        return "/";
    }

    async Task<bool> NeedsSecondFactor(Guid person)
    {
        var roles = await db.Grants.Where(g => g.PersonId == person && g.EndedAt == null).Select(g => g.Role).Distinct().ToListAsync();
        return roles.Any(r => r.NeedsSecondFactor());
    }
}
