using Croisee.Data;
using Croisee.Mail;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library;

/// <summary>The one door to the addresses of readers who wait for an answer. An address is opened once, for the letter that ends its keeping.</summary>
public sealed class AwaitingReaders(AppDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    public const string Job = "oublier les adresses des lecteurs";
    readonly IDataProtector protector = protection.CreateProtector("lecteurs qui attendent");

    public void Keep(ReaderWord word, string address, DateTime now) => db.AwaitingReaders.Add(new(word.Id, protector.Protect(address), now));

    /// <summary>Tells whoever waits for this word, and forgets the address, in the current save.</summary>
    public async Task Tell(ReaderWord word, Letter letter, DateTime now)
    {
        if (await db.AwaitingReaders.SingleOrDefaultAsync(a => a.WordId == word.Id) is not { } reader) return;
        db.Send(protector.Unprotect(reader.Sealed), letter, now);
        db.AwaitingReaders.Remove(reader);
    }

    /// <summary>Nobody answered for months: the address is not kept longer.</summary>
    public Task Forget(CancellationToken cancel)
    {
        var before = clock.UtcNow().AddMonths(-AwaitingReader.KeptMonths);
        return db.Write(d => d.AwaitingReaders.Where(a => a.Since <= before).ExecuteDelete());
    }
}
