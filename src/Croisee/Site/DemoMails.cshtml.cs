using Croisee.Data;
using Croisee.Mail;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Site;

[Audience(Audience.Demo)]
public sealed class DemoMailsModel(AppDb db) : Screen
{
    const int Shown = 100;

    public sealed record Line(Guid Id, string To, string Subject, DateTime CreatedAt);

    public List<Line> Lines { get; private set; } = [];

    public async Task OnGet() => Lines = await db.OutgoingMails.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Shown).Select(m => new Line(m.Id, m.To, m.Subject, m.CreatedAt)).ToListAsync();
}
