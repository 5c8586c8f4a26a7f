using Croisee.Data;
using Croisee.Journal;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>
/// Keeps somebody out of the instance at once, for a time: every session ends, no code is sent and nothing waits for them any more; what they hold stays, so that all is as before once
/// the account opens again. Who may do it, and to whom, is the caller's to check.
/// </summary>
public sealed class SuspendAccount(AppDb db, TimeProvider clock)
{
    public async Task Run(Person person, Actor actor, string reason, Guid? organisation)
    {
        var (now, email) = (clock.UtcNow(), person.Email);
        foreach (var grant in await db.Grants.Include(g => g.Organisation).Where(g => g.PersonId == person.Id && g.EndedAt == null).ToListAsync()) await db.KeepAnAdministrator(grant);
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync()) session.End(now);
        person.Disable(now);
        db.Record(now, actor, Acts.AccountSuspended, person, reason, organisation);
        db.Send(email, Suspended(reason), now);
        await db.SaveChangesAsync();
        await db.Write(d => d.SignInRequests.Where(r => r.Email == email).ExecuteDelete() + d.EmailChanges.Where(c => c.PersonId == person.Id && c.FormerEmail == null).ExecuteDelete());
    }

    public async Task Reopen(Person person, Actor actor, string reason, Guid? organisation)
    {
        var now = clock.UtcNow();
        person.Enable();
        db.Record(now, actor, Acts.AccountReopened, person, reason, organisation);
        db.Send(person.Email, Reopened(reason), now);
        await db.SaveChangesAsync();
    }

    static Letter Suspended(string reason) => new Letter("Votre compte est suspendu")
        .Say("Bonjour,").Say("Quelqu’un qui administre votre instance Croisée a suspendu votre compte. Vous ne pouvez plus y entrer pour le moment. Ce que vous avez fait reste.")
        .Say($"La raison : « {reason} »").Say("Ce n’est pas juste ? Écrivez à la personne qui administre votre instance.");

    static Letter Reopened(string reason) => new Letter("Votre compte est rouvert")
        .Say("Bonjour,").Say("Quelqu’un qui administre votre instance Croisée a rouvert votre compte. Vous pouvez y entrer comme avant, avec un code.").Say($"La raison : « {reason} »");

    /// <summary>The last letter of an account that somebody else closes.</summary>
    public static Letter Closed(string reason) => new Letter("Votre compte est fermé")
        .Say("Bonjour,").Say("Quelqu’un qui administre votre instance Croisée a fermé votre compte. Votre adresse et votre nom d’affichage sont effacés, vos rôles et vos sièges sont terminés. Vous ne recevrez plus rien ici.")
        .Say($"La raison : « {reason} »").Say("Ce n’est pas juste ? Écrivez à la personne qui administre votre instance.");
}
