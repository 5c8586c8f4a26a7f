using Croisee.Data;
using Croisee.Jobs;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.People;

/// <summary>
/// Gives an account back to the address that it left: what the letter to that address promises to somebody whose account was moved by another. Every session ends, a second factor added since
/// goes, and both addresses are told. Who may do it, and to whom, is the caller's to check.
/// </summary>
public sealed class GiveBackAccount(AppDb db, TimeProvider clock, JobBell bell)
{
    /// <summary>The last change that left this address, and whose account it is; null when none did in the time that it is kept.</summary>
    public async Task<(EmailChange Change, Person Person)?> Find(string former)
    {
        var (email, since) = (Person.NormaliseEmail(former), clock.UtcNow() - EmailChange.FormerKept);
        var change = await db.EmailChanges.AsNoTracking().Where(c => c.FormerEmail == email && c.AskedAt > since).OrderByDescending(c => c.AskedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync();
        return change is not null && await db.Persons.SingleOrDefaultAsync(p => p.Id == change.PersonId && p.Email != email) is { } person ? (change, person) : null;
    }

    public async Task Run(Person person, EmailChange change, Actor actor, string reason, Guid? organisation)
    {
        var (now, other, back) = (clock.UtcNow(), person.Email, change.FormerEmail!);
        if (await db.Persons.AnyAsync(p => p.Email == back)) throw new RuleBroken("PER-BACK", "Cette adresse sert maintenant à un autre compte : deux comptes ne peuvent pas avoir la même.", "Email");
        foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync()) session.End(now);
        if (person.TotpSince > change.AskedAt) person.StopSecondFactor();
        person.MoveTo(back);
        db.Record(now, actor, Acts.AccountGivenBack, person, reason, organisation);
        db.Send(back, Returned(), now);
        db.Send(other, Taken(), now);
        await db.SaveChangesAsync();
        // No code on its way may move it again, and no former address of it may be claimed a second time.
        await db.Write(d => d.EmailChanges.Where(c => c.PersonId == person.Id).ExecuteDelete());
        await db.FollowTo(other, back);
        bell.Ring(Mail.Room.SendJob);
    }

    static Letter Returned() => new Letter("Votre compte vous est rendu")
        .Say("Bonjour,").Say("Quelqu’un qui administre votre instance Croisée a rendu votre compte à cette adresse, et fermé toutes ses connexions. Vos codes arriveront de nouveau ici.")
        .Say("Un second facteur ajouté depuis le changement d’adresse a été retiré. Si vous en aviez un, vérifiez-le dans votre compte.");

    static Letter Taken() => new Letter("Cette adresse ne sert plus à entrer dans Croisée")
        .Say("Bonjour,").Say("Quelqu’un qui administre cette instance Croisée a rendu le compte à l’adresse qu’il avait avant, et fermé toutes ses connexions.")
        .Say("Ce compte est bien le vôtre ? Écrivez à la personne qui administre votre instance.");
}
