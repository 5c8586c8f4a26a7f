using Croisee.Data;

namespace Croisee.Journal;

/// <summary>
/// Journal owns the entries and the rule "no entry, no save".
/// It must never hold what people wrote, nor be changed after the fact.
/// </summary>
public static class Room
{
    public static void Open(IServiceCollection services)
    {
        services.AddSingleton<ISaveGuard, JournalGuard>();
        services.AddSingleton<ErasureList>();
        services.AddHostedService<KeepErasures>();
    }
}
