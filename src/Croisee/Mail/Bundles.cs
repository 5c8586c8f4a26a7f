using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Mail;

/// <summary>Gathers the notices of one person into one mail.</summary>
public sealed class Bundles(AppDb db, MailSettings settings, TimeProvider clock)
{
    /// <summary>A notice waits at most this long for others to join it.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var ripe = await db.Notices.Where(n => n.BundledAt == null && n.CreatedAt <= now - Window).Select(n => n.To).Distinct().ToListAsync(cancel);
        foreach (var to in ripe)
        {
            var notices = await db.Notices.AsNoTracking().Where(n => n.To == to && n.BundledAt == null).OrderBy(n => n.CreatedAt).ToListAsync(cancel);
            if (notices.Count > 0) await Gather(to, notices, now, cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The notices are claimed and the mail is written in one transaction: another instance that read the same ones finds them taken, and writes none.</summary>
    async Task Gather(string to, List<Notice> notices, DateTime now, CancellationToken cancel)
    {
        var letter = new Letter(notices.Count == 1 ? "Croisée : une nouvelle" : $"Croisée : {notices.Count} nouvelles").Say("Bonjour,");
        foreach (var notice in notices) letter.Link(notice.Line, settings.Origin + notice.Path);
        var ids = notices.ConvertAll(n => n.Id);
        try
        {
            await db.WriteWhole(d =>
            {
                if (d.Notices.Where(n => ids.Contains(n.Id) && n.BundledAt == null).ExecuteUpdate(s => s.SetProperty(n => n.BundledAt, now)) != ids.Count) throw new TakenByAnother();
                d.Send(to, letter, now);
                return d.SaveInWrite();
            }, cancel);
        }
        catch (TakenByAnother) { /* The next round takes what is left. */ }
    }

    sealed class TakenByAnother : Exception;
}
