using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences;

/// <summary>
/// When contact data go, so does what the outbox holds for the address: what waits would still leave, and what left names it for a month (S41).
/// Somebody who has the address otherwise keeps their letters. What is added in the same save, the last letter, is not looked at.
/// </summary>
sealed class ForgetLetters(AppDb db, IEnumerable<IAddressUse> uses)
{
    /// <param name="erased">The addresses as they were given.</param>
    /// <param name="held">The addresses of the contacts that stay; asked only when there is a letter.</param>
    public async Task Run(IEnumerable<string> erased, Func<Task<IReadOnlySet<string>>> held)
    {
        var addresses = erased.SelectMany(e => new[] { e, Person.NormaliseEmail(e) }).ToHashSet();
        var mails = await db.OutgoingMails.Where(m => addresses.Contains(m.To)).ToListAsync();
        var notices = await db.Notices.Where(n => addresses.Contains(n.To)).ToListAsync();
        if (mails.Count + notices.Count == 0) return;
        var others = await held();
        foreach (var email in addresses.Select(Person.NormaliseEmail).Distinct().ToList())
            if (others.Contains(email) || await IsKnown(email)) addresses.RemoveWhere(a => Person.NormaliseEmail(a) == email);
        db.OutgoingMails.RemoveRange(mails.Where(m => addresses.Contains(m.To)));
        db.Notices.RemoveRange(notices.Where(n => addresses.Contains(n.To)));
    }

    async Task<bool> IsKnown(string email)
    {
        if (await db.Persons.AnyAsync(p => p.Email == email) || await db.EmailChanges.AnyAsync(c => c.Email == email && c.UsedAt == null)
            || await db.Invitations.AnyAsync(i => i.Email == email && i.AcceptedAt == null && i.RevokedAt == null)) return true;
        foreach (var use in uses)
            if (await use.Uses(email)) return true;
        return false;
    }
}
