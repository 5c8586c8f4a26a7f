using Croisee.Data;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>The one way in, whatever proved who it is: a session begins, the one this browser had ends, the cookie is set.</summary>
public sealed class Entrance(AppDb db, Visitor visitor, IEnumerable<ILanding> landings, KnownHereCookie known)
{
    /// <summary>
    /// Saves, together with whatever the caller changed in the same act, and returns the local path to go to: <paramref name="back"/>, or where the person's work waits when it is empty, the second factor first.
    /// <paramref name="asDemo"/> passes the second factor: only « Entrer comme… » may say so. <paramref name="once"/> names what was sent, in this browser alone: sent twice, it opens one session.
    /// </summary>
    public async Task<string> Open(HttpContext http, Person person, string act, string back, DateTime now, bool asDemo = false, Guid? once = null)
    {
        var session = new Session(person.Id, Session.DeviceOf(http.Request.Headers.UserAgent), person.HasSecondFactor && !asDemo, now, once);
        if (asDemo) session.PassSecondFactor(now);
        db.Sessions.Add(session);
        db.Record(now, Actor.Person(person.Id), act, person);
        try { await db.SaveChangesAsync(); }
        catch (DbUpdateException e) when (once is not null && (e is DbUpdateConcurrencyException || e.IsTwin()))
        {
            // The same form came at the same instant, and the other one is stored: nothing of this one is.
            db.ChangeTracker.Clear();
            return await Again(http, once.Value, person.Email, back, now) ?? throw new DbUpdateConcurrencyException(e.Message, e);
        }
        if (visitor.SessionId is { } old) await db.Write(d => d.Sessions.Where(s => s.Id == old && s.EndedAt == null).ExecuteUpdate(u => u.SetProperty(s => s.EndedAt, now)));
        await SessionCookie.SignIn(http, session);
        if (!asDemo) known.Keep(http, person.Email);
        return await Next(person, back, asDemo);
    }

    /// <summary>The session that the same form opened less than a minute ago, for who sends it a second time; null when there is none.</summary>
    public async Task<string?> Again(HttpContext http, Guid once, string email, string back, DateTime now)
    {
        var since = now - Session.SecondClick;
        var session = await db.Sessions.AsNoTracking().Include(s => s.Person).SingleOrDefaultAsync(s => s.Id == once && s.Person.Email == email && s.StartedAt > since);
        if (session is null || !session.IsAlive(now)) return null;
        await SessionCookie.SignIn(http, session);
        return await Next(session.Person, back, false);
    }

    /// <summary>The second click came when the first was answered: this browser is in by that very form, whose token was nobody's.</summary>
    public async Task<string?> Already(HttpContext http, Guid? once, string back, DateTime now) =>
        once is { } mine && mine == visitor.SessionId && HttpMethods.IsPost(http.Request.Method)
            && await db.Sessions.Where(s => s.Id == mine).Select(s => s.Person.Email).SingleOrDefaultAsync() is { } email ? await Again(http, mine, email, back, now) : null;

    async Task<string> Next(Person person, string back, bool asDemo)
    {
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
