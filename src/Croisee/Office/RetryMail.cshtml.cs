using Croisee.Data;
using Croisee.Jobs;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class RetryMailModel(AppDb db, Visitor visitor, JobBell bell, TimeProvider clock) : InstanceScreen(visitor)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public string Subject { get; private set; } = "";

    public override async Task<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } refused) return refused;
        if (await db.OutgoingMails.Where(m => m.Id == Id && m.State != MailState.Sent).Select(m => m.Subject).SingleOrDefaultAsync() is not { } subject) return NotFound();
        Subject = subject;
        return null;
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var now = clock.UtcNow();
        // The state is looked at again in the statement: a mail that left meanwhile must not leave twice.
        await db.Write(d => d.OutgoingMails.Where(m => m.Id == Id && m.State != MailState.Sent)
            .ExecuteUpdate(s => s.SetProperty(m => m.State, MailState.Waiting).SetProperty(m => m.NotBefore, now).SetProperty(m => m.Tries, 0)));
        bell.Ring(Mail.Room.SendJob);
        Flash("Un nouvel essai part.");
        return Redirect("/bureau/courriels");
    }
}
