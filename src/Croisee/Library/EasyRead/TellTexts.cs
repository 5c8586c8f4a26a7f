using Croisee.Data;
using Croisee.Groups;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.EasyRead;

/// <summary>
/// Tells concerned readers that easy texts wait for them, with whatever else waits to be told in the same letter: on the Monday that follows a new text, so once a week at most; while
/// nothing new came, not again before what was told is forgotten, a month later.
/// </summary>
public sealed class TellTexts(AppDb db, TextsToRead texts, TimeProvider clock)
{
    public const string Job = "annoncer les textes à relire";
    const string Texts = "relecture";

    public async Task Run(CancellationToken cancel)
    {
        var (now, today) = (clock.UtcNow(), clock.ParisToday());
        var due = await DueReminders.Of(db, today, cancel, Texts);
        var groups = db.Groups.Where(g => g.ArchivedAt == null);
        var seated = db.Seats.Where(s => s.College == College.ServiceUsers && s.FirstDay <= today && (s.LastDay == null || s.LastDay >= today) && groups.Any(g => g.Id == s.GroupId));
        foreach (var reader in await db.Persons.AsNoTracking().Where(p => p.DisabledAt == null && seated.Any(s => s.PersonId == p.Id)).OrderBy(p => p.Id).Select(p => new { p.Id, p.Email }).ToListAsync(cancel))
        {
            if (await texts.Of(reader.Id, cancel) is not { Count: > 0 } waiting) continue;
            if (due.Tell(Texts, reader.Id, reader.Id, MondayAfter(waiting[0].Since.ParisDay())))
                db.Notify(reader.Email, waiting.Count == 1 ? "Un texte facile à lire attend votre relecture" : $"{waiting.Count} textes faciles à lire attendent votre relecture", "/groupes", now);
        }
        await db.SaveChangesAsync(cancel);
    }

    static DateOnly MondayAfter(DateOnly day) => day.AddDays(7 - ((int)day.DayOfWeek + 6) % 7);
}
