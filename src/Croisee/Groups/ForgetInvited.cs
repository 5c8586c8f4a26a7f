using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>
/// Once a day: an account that was made for an invitation to sit, and whose person never came in, closes once nothing is offered to them any more: the invitation is over, answered or taken
/// back. Their address was given by somebody else, and nobody keeps it. Invited again later, they have a new account.
/// </summary>
public sealed class ForgetInvited(AppDb db, CloseAccount close, TimeProvider clock)
{
    public const string Job = "fermer les comptes invités qui n’ont jamais servi";
    const string Why = "Personne n’est venu : l’invitation à siéger est passée.";

    public async Task Run(CancellationToken cancel)
    {
        var (now, since) = (clock.UtcNow(), clock.UtcNow() - SeatInvitation.Life);
        var (entries, sessions, grants, seats, invitations, open) = (db.JournalEntries, db.Sessions, db.Grants, db.Seats, db.Invitations, db.Groups.Where(g => g.ArchivedAt == null).SelectMany(g => g.Invitations));
        var unused = await db.Persons.AsNoTracking().Where(p => p.DisabledAt == null && p.DemoHint == null
                && entries.Any(e => e.SubjectId == p.Id && e.Act == People.Acts.Invited) && !entries.Any(e => e.SubjectId == p.Id && (e.Act == People.Acts.SignedIn || e.Act == People.Acts.EnteredByDemo))
                && !sessions.Any(s => s.PersonId == p.Id) && !grants.Any(g => g.PersonId == p.Id) && !seats.Any(s => s.PersonId == p.Id)
                && !open.Any(i => i.PersonId == p.Id && i.AnsweredAt == null && i.SentAt > since)
                && !invitations.Any(i => i.Email == p.Email && i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now))
            .Select(p => p.Id).ToListAsync(cancel);
        foreach (var id in unused)
        {
            db.ChangeTracker.Clear();
            await close.Run(await db.Persons.SingleAsync(p => p.Id == id, cancel), Actor.System, Why);
        }
    }
}
