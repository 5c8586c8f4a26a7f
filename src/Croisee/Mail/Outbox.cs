using System.Net.Mail;
using System.Security.Authentication;
using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Mail;

/// <summary>
/// Empties the outbox: claims a mail by a conditional update (another instance cannot claim it too), sends, stamps.
/// A server that is away is no refusal: the round ends, nothing is counted, and the first mail that leaves makes due again whatever waited for it.
/// </summary>
public sealed class Outbox(AppDb db, ITransport transport, MailSettings settings, TimeProvider clock, ILogger<Outbox> log)
{
    static readonly TimeSpan Claim = TimeSpan.FromMinutes(5), Budget = TimeSpan.FromMinutes(1);
    /// <summary>Few at a time: a code asked for meanwhile comes first in the next handful.</summary>
    const int Handful = 20;

    public async Task Run(CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        while (clock.GetElapsedTime(began) < Budget)
        {
            var now = clock.UtcNow();
            var due = await db.OutgoingMails.AsNoTracking().Where(m => m.State == MailState.Waiting && m.NotBefore <= now).OrderByDescending(m => m.IsUrgent).ThenBy(m => m.NotBefore).Take(Handful).ToListAsync(cancel);
            if (due.Count == 0) return;
            foreach (var mail in due)
            {
                if (clock.GetElapsedTime(began) >= Budget) return;
                if (await TakeOver(mail) && !await SendOne(mail, cancel)) return;
            }
        }
    }

    async Task<bool> TakeOver(OutgoingMail mail)
    {
        var until = clock.UtcNow() + Claim;
        return await db.Write(d => d.OutgoingMails.Where(m => m.Id == mail.Id && m.State == MailState.Waiting && m.NotBefore == mail.NotBefore)
            .ExecuteUpdate(s => s.SetProperty(m => m.NotBefore, until).SetProperty(m => m.IsHeld, false))) == 1;
    }

    /// <summary>False when there is no server to send to.</summary>
    async Task<bool> SendOne(OutgoingMail mail, CancellationToken cancel)
    {
        try
        {
            await transport.Send(mail, cancel);
        }
        catch (Exception e) when (MailFailure.Of(e, cancel) is not null)
        {
            var away = MailFailure.Of(e, cancel) is MailFailure.Kind.Away;
            await Keep(mail, away, MailFailure.Reason(e, mail.To));
            return !away;
        }
        await Stamp(mail);
        return true;
    }

    async Task Stamp(OutgoingMail mail)
    {
        var sent = clock.UtcNow();
        var (text, html) = settings.KeepsSentText ? (mail.Text, mail.Html) : ("", "");
        await db.Write(d => (mail.IsLast && !settings.KeepsSentText
                ? d.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteDelete()
                : d.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdate(s => s.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, sent)
                    .SetProperty(m => m.Text, text).SetProperty(m => m.Html, html).SetProperty(m => m.LastError, (string?)null)))
            + d.OutgoingMails.Where(m => m.State == MailState.Waiting && m.IsHeld).ExecuteUpdate(s => s.SetProperty(m => m.NotBefore, sent).SetProperty(m => m.IsHeld, false)));
    }

    async Task Keep(OutgoingMail mail, bool away, string reason)
    {
        var now = clock.UtcNow();
        var (tries, since) = (away ? mail.Tries : mail.Tries + 1, mail.FailingSince ?? now);
        var later = now + (away ? OutgoingMail.WaitForServer : OutgoingMail.WaitAfter(tries));
        var state = now - since >= OutgoingMail.GivenUpAfter ? MailState.Failed : MailState.Waiting;
        log.LogWarning("Mail {Mail} was not handed over (refused {Tries} times, server away: {Away}): {Reason}", mail.Id, tries, away, reason);
        await db.Write(d => d.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdate(s => s.SetProperty(m => m.State, state).SetProperty(m => m.NotBefore, later).SetProperty(m => m.Tries, tries)
            .SetProperty(m => m.FailingSince, since).SetProperty(m => m.IsHeld, away).SetProperty(m => m.LastError, reason)));
    }

    /// <summary>
    /// Makes mails due now, as if they had never been tried. What left meanwhile, or is leaving in this minute, is not sent again: that is looked at in the statement.
    /// </summary>
    public static Task<int> Retry(AppDb db, IQueryable<OutgoingMail> mails, DateTime now) => db.Write(_ => mails
        .Where(m => m.State == MailState.Failed || (m.State == MailState.Waiting && (m.IsHeld || m.NotBefore > now + Claim)))
        .ExecuteUpdate(s => s.SetProperty(m => m.State, MailState.Waiting).SetProperty(m => m.NotBefore, now).SetProperty(m => m.Tries, 0).SetProperty(m => m.FailingSince, (DateTime?)null).SetProperty(m => m.IsHeld, false)));
}

/// <summary>What a mail that did not leave says.</summary>
static partial class MailFailure
{
    public enum Kind { Away, Refused }

    const int ReasonMax = 500;

    /// <summary>Null for what is a fault of ours, and for our own stop.</summary>
    public static Kind? Of(Exception failure, CancellationToken stop) => failure switch
    {
        // It spoke, and did not want this mail.
        SmtpFailedRecipientException => Kind.Refused,
        // No answer, a closing service, a sender or a password that it does not take: the same for every mail.
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: IOException or AuthenticationException or System.Net.Sockets.SocketException or OperationCanceledException } => Kind.Away,
        SmtpException { StatusCode: SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ServiceClosingTransmissionChannel or SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted or (SmtpStatusCode)535 } => Kind.Away,
        SmtpException => Kind.Refused,
        IOException or TimeoutException or AuthenticationException or System.Net.Sockets.SocketException => Kind.Away,
        OperationCanceledException => stop.IsCancellationRequested ? null : Kind.Away,
        InvalidOperationException or FormatException => Kind.Refused,
        _ => null,
    };

    /// <summary>Servers repeat the address that they refuse; a log and an office page need none (S39).</summary>
    public static string Reason(Exception failure, string to)
    {
        var said = Address().Replace(failure.Message.Replace(to, Hidden, StringComparison.OrdinalIgnoreCase), Hidden);
        return said.Length > ReasonMax ? said[..ReasonMax] : said;
    }

    const string Hidden = "(adresse)";

    [System.Text.RegularExpressions.GeneratedRegex(@"[^\s<>()\[\]"":;,]+@[^\s<>()\[\]"":;,]+", System.Text.RegularExpressions.RegexOptions.NonBacktracking)]
    private static partial System.Text.RegularExpressions.Regex Address();
}
