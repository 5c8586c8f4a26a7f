using Croisee.Data;
using Croisee.Jobs;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>What waits and what was given up, and why. Addresses are hidden but for their first sign and domain: some belong to contributors (EXP-R4).</summary>
[Audience(Audience.Office, Role.Administrator)]
public sealed class MailsModel(AppDb db, Visitor visitor, ITransport transport, JobBell bell, TimeProvider clock) : InstanceScreen(visitor)
{
    const int Shown = 200;
    static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    public sealed record Line(Guid Id, string To, string Subject, MailState State, DateTime CreatedAt, DateTime NotBefore, int Tries, bool IsHeld, string? Reason);

    public string Transport => transport.Describe();
    public int Waiting { get; private set; }
    public int Failed { get; private set; }
    public int Sent { get; private set; }
    public List<Line> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        var since = clock.UtcNow() - Recent;
        Waiting = await db.OutgoingMails.CountAsync(m => m.State == MailState.Waiting);
        Failed = await db.OutgoingMails.CountAsync(m => m.State == MailState.Failed);
        Sent = await db.OutgoingMails.CountAsync(m => m.State == MailState.Sent && m.SentAt >= since);
        var lines = await db.OutgoingMails.Where(m => m.State != MailState.Sent).OrderBy(m => m.State == MailState.Failed ? 0 : 1).ThenByDescending(m => m.CreatedAt).Take(Shown)
            .Select(m => new Line(m.Id, m.To, m.Subject, m.State, m.CreatedAt, m.NotBefore, m.Tries, m.IsHeld, m.LastError)).ToListAsync();
        Lines = [.. lines.Select(l => l with { To = Masked(l.To), Reason = l.Reason?.Replace(l.To, Masked(l.To), StringComparison.OrdinalIgnoreCase) })];
    }

    /// <summary>All of them at once: after days without a server, nobody presses two hundred buttons.</summary>
    public async Task<IActionResult> OnPost()
    {
        var due = await Outbox.Retry(db, db.OutgoingMails, clock.UtcNow());
        bell.Ring(Mail.Room.SendJob);
        Flash(due == 0 ? "Aucun courriel n’attendait d’essai." : "Un nouvel essai part pour tous.");
        return Redirect("/bureau/courriels");
    }

    internal static string Masked(string address) => $"{address[0]}…{address[address.IndexOf('@')..]}";
}
