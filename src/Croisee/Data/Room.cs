using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Croisee.Data;

/// <summary>
/// Data owns the context, both engines, the write lane and the SQL scripts.
/// It must never know a noun: rooms bring their own mappings and sets.
/// </summary>
public static class Room
{
    /// <summary>Contexts kept for the next request. Above it, a burst makes its own and lets them go.</summary>
    const int PoolSize = 32;

    public static void Open(IServiceCollection services, Storage storage, bool countStatements = false)
    {
        services.AddSingleton(storage);
        services.AddSingleton<Neighbours>();
        services.AddHostedService(all => all.GetRequiredService<Neighbours>());
        services.AddSingleton<Soundness>();
        services.AddSingleton(new Verb("sauvegarde", BackupVerb.Usage, "copier la base SQLite pendant qu’elle sert", BackupVerb.Run));
        services.AddSingleton(new Verb("schema", "schema [--sql]", "dire où en est la base, ou écrire ses scripts", SchemaVerb.Run));
        services.AddSingleton<IWriteLane>(storage.Engine == Engine.Sqlite ? new SqliteWriteLane(storage) : new DirectLane());
        if (storage.Engine == Engine.Sqlite)
        {
            services.AddSingleton<SqliteReaders>();
            SqliteMemory.Uncounted();
        }
        if (countStatements) services.AddScoped<StatementCount>();
        services.AddPooledDbContextFactory<AppDb>(options => Configure(options, storage, countStatements), PoolSize);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext().For(provider));
    }

    /// <summary>Builds the model on another core while the pages are mapped: each takes a third of a start. Who needs it sooner waits for it.</summary>
    public static void Wake(IServiceProvider services) => Task.Run(() =>
    {
        using var db = services.GetRequiredService<IDbContextFactory<AppDb>>().CreateDbContext();
        return db.Model;
    });

    static void Configure(DbContextOptionsBuilder options, Storage storage, bool countStatements)
    {
        if (countStatements) options.AddInterceptors(new StatementCounting());
        if (storage.Engine == Engine.Sqlite) options.UseSqlite().AddInterceptors(new KeptStatements());
        else UsePostgres(options, storage);
        options.EnableThreadSafetyChecks(false);
        options.ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning).Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    /// <summary>Apart, so that a start on SQLite does not load the other engine's library.</summary>
    static void UsePostgres(DbContextOptionsBuilder options, Storage storage) => options.UseNpgsql(storage.ConnectionString);

    /// <summary>Registers a room's hearer of a fact.</summary>
    public static IServiceCollection Hears<TFact, THearer>(this IServiceCollection services) where TFact : IFact where THearer : class, IHear<TFact> =>
        services.AddScoped<IHear<TFact>, THearer>();
}
