using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.CallOffice;

/// <summary>What arrives, the latest first: the door of whoever moderates, who reads it, and of whoever keeps the contacts, who opens each with a reason (EXP-R4).</summary>
[Audience(Audience.Office, Role.Moderator, Role.ContactOfficer)]
public sealed class ArrivalsModel(AppDb db, Visitor visitor, Framework.Labels labels) : Screen
{
    const int Most = 100;

    public sealed record Row(string Reference, string Title, string Call, ExperienceState State, DateTime SubmittedAt, string Under, MessageFrom? LastSaid);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public Framework.Labels Labels => labels;

    public bool MayRead(Row row) => visitor.Can(row.Under, Role.Moderator);
    public bool MayContact(Row row) => visitor.Can(row.Under, Role.ContactOfficer);

    public override Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        return base.Prepare();
    }

    public async Task OnGet()
    {
        var calls = db.Calls.Under(visitor.Scope(Role.Moderator, Role.ContactOfficer)).Select(c => c.Id);
        var sent = db.Experiences.AsNoTracking().Sent().Where(e => calls.Contains(e.CallId) && e.SubmittedAt != null);
        var messages = db.Messages;
        Total = await sent.CountAsync();
        Rows = await sent.OrderByDescending(e => e.SubmittedAt).Take(Most).Select(e => new Row(e.Reference, e.Title, e.Call.Title, e.State, e.SubmittedAt!.Value, e.Call.Organisation.Path,
            messages.Where(m => m.ExperienceId == e.Id).OrderByDescending(m => m.At).ThenByDescending(m => m.Number).Select(m => (MessageFrom?)m.From).FirstOrDefault())).ToListAsync();
    }
}
