using Croisee.Data;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Mail;

/// <summary>
/// A reminder is due since a day, and told once from then on: a day on which no instance ran is made up for by the next one, and nobody reads the same twice.
/// What was told is part of the save that tells it.
/// </summary>
public sealed class DueReminders
{
    const int Week = 7;
    readonly AppDb db;
    readonly DateOnly today;
    readonly Dictionary<(string, Guid, Guid), ToldReminder> told;

    DueReminders(AppDb db, DateOnly today, IEnumerable<ToldReminder> told) => (this.db, this.today, this.told) = (db, today, told.ToDictionary(t => (t.What, t.ThingId, t.WhomId)));

    public static async Task<DueReminders> Of(AppDb db, DateOnly today, CancellationToken cancel, params string[] what) =>
        new(db, today, await db.ToldReminders.Where(t => what.Contains(t.What)).ToListAsync(cancel));

    /// <summary>True once for each day since which it is due; that day is past or today.</summary>
    public bool Tell(string what, Guid thing, Guid whom, DateOnly? since)
    {
        if (since is not { } due || due > today) return false;
        if (!told.TryGetValue((what, thing, whom), out var last))
        {
            db.ToldReminders.Add(told[(what, thing, whom)] = new(what, thing, whom, today));
            return true;
        }
        if (last.Day >= due) return false;
        last.TellOn(today);
        return true;
    }

    /// <summary>The last of the days that come each week from <paramref name="first"/> on; null before it.</summary>
    public static DateOnly? Weekly(DateOnly first, DateOnly today) => today < first ? null : today.AddDays(-((today.DayNumber - first.DayNumber) % Week));
}
