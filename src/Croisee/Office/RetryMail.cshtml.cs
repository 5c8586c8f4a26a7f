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
        await Outbox.Retry(db, db.OutgoingMails.Where(m => m.Id == Id), now);
        bell.Ring(Mail.Room.SendJob);
        Flash("Un nouvel essai part.");
        return Redirect("/bureau/courriels");
    }
}
