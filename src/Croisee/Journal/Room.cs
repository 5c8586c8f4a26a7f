using Croisee.Data;
using Croisee.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Journal;

/// <summary>
/// Journal owns the entries and the rule "no entry, no save", and, apart from them, what was refused.
/// It must never hold what people wrote, nor be changed after the fact.
/// </summary>
public static class Room
{
    public const string ForgetJob = "effacer le journal ancien";
    /// <summary>Months an entry is kept (domain 10.1: logs, 6 to 12 months).</summary>
    public const int KeptMonths = 12;

    public static void Open(IServiceCollection services)
    {
        services.AddSingleton<ISaveGuard, JournalGuard>();
        services.AddSingleton<ErasureList>();
        services.AddSingleton<NoteRefusals>();
        services.AddHostedService<KeepErasures>();
        services.Every(TimeSpan.FromDays(1), ForgetJob, (s, stop) => Forget(s.GetRequiredService<AppDb>(), s.GetRequiredService<NoteRefusals>(), s.GetRequiredService<TimeProvider>().UtcNow()));
    }

    static Task Forget(AppDb db, NoteRefusals refusals, DateTime now)
    {
        var limit = now.AddMonths(-KeptMonths);
        refusals.Forget(now.ParisDay());
        return db.Write(d => d.JournalEntries.Where(e => e.At < limit).ExecuteDelete() + d.Refusals.Where(r => r.LastAt < limit).ExecuteDelete());
    }
}
