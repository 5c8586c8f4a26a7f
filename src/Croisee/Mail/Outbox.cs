using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Mail;

/// <summary>Empties the outbox: claims a mail by a conditional update (another instance cannot claim it too), sends, stamps.</summary>
public sealed class Outbox(AppDb db, ITransport transport, MailSettings settings, TimeProvider clock, ILogger<Outbox> log)
{
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    const int Round = 200;

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var due = await db.OutgoingMails.AsNoTracking().Where(m => m.State == MailState.Waiting && m.NotBefore <= now).OrderBy(m => m.NotBefore).Take(Round).ToListAsync(cancel);
        foreach (var mail in due)
            if (await TakeOver(mail)) await SendOne(mail, cancel);
    }

    async Task<bool> TakeOver(OutgoingMail mail)
    {
        var until = clock.UtcNow() + Claim;
        return await db.Write(d => d.OutgoingMails.Where(m => m.Id == mail.Id && m.State == MailState.Waiting && m.NotBefore == mail.NotBefore)
            .ExecuteUpdate(s => s.SetProperty(m => m.NotBefore, until).SetProperty(m => m.Tries, m => m.Tries + 1))) == 1;
    }

    async Task SendOne(OutgoingMail mail, CancellationToken cancel)
    {
        var tries = mail.Tries + 1;
        try
        {
            await transport.Send(mail, cancel);
            var sent = clock.UtcNow();
            var (text, html) = settings.KeepsSentText ? (mail.Text, mail.Html) : ("", "");
            await db.Write(d => d.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdate(s => s.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, sent)
                .SetProperty(m => m.Text, text).SetProperty(m => m.Html, html).SetProperty(m => m.LastError, (string?)null)));
        }
        catch (Exception e) when (e is System.Net.Mail.SmtpException or IOException or InvalidOperationException or TimeoutException)
        {
            log.LogWarning("Mail {Mail} was not handed over (try {Tries}): {Reason}", mail.Id, tries, e.Message);
            var later = clock.UtcNow() + OutgoingMail.WaitAfter(tries);
            var state = tries >= OutgoingMail.TriesMax ? MailState.Failed : MailState.Waiting;
            var reason = e.Message.Length > 500 ? e.Message[..500] : e.Message;
            await db.Write(d => d.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdate(s => s.SetProperty(m => m.State, state).SetProperty(m => m.NotBefore, later).SetProperty(m => m.LastError, reason)));
        }
    }
}

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
            var notices = await db.Notices.Where(n => n.To == to && n.BundledAt == null).OrderBy(n => n.CreatedAt).ToListAsync(cancel);
            var letter = new Letter(notices.Count == 1 ? "Croisée : une nouvelle" : $"Croisée : {notices.Count} nouvelles").Say("Bonjour,");
            foreach (var notice in notices) letter.Link(notice.Line, settings.Origin + notice.Path);
            db.Send(to, letter, now);
            foreach (var notice in notices) db.Entry(notice).Property(n => n.BundledAt).CurrentValue = now;
            await db.SaveChangesAsync(cancel);
        }
    }
}
