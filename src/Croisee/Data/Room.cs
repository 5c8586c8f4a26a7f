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
    public static void Open(IServiceCollection services, Storage storage, bool countStatements = false)
    {
        if (countStatements) services.AddScoped<StatementCount>();
        services.AddSingleton(storage);
        services.AddSingleton(new Verb("schema", "schema [--sql]", "dire où en est la base, ou écrire ses scripts", SchemaVerb.Run));
        services.AddSingleton<IWriteLane>(storage.Engine == Engine.Sqlite ? new SqliteWriteLane(storage) : new DirectLane());
        // Not AddDbContext: it would give the options each request's provider, and EF then clones them for every context it opens.
        services.AddScoped<AppDb>();
        services.Add(new ServiceDescriptor(typeof(DbContextOptions<AppDb>), provider =>
        {
            var options = new DbContextOptionsBuilder<AppDb>().UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>());
            if (countStatements) options.AddInterceptors(provider.GetRequiredService<StatementCount>());
            if (storage.Engine == Engine.Sqlite) options.UseSqlite(storage.ReaderConnection);
            else options.UseNpgsql(storage.ConnectionString);
            options.EnableThreadSafetyChecks(false);
            options.ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning).Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
            return options.Options;
            // The same for every request, so made once; only counting needs a request of its own.
        }, countStatements ? ServiceLifetime.Scoped : ServiceLifetime.Singleton));
    }

    /// <summary>Registers a room's hearer of a fact.</summary>
    public static IServiceCollection Hears<TFact, THearer>(this IServiceCollection services) where TFact : IFact where THearer : class, IHear<TFact> =>
        services.AddScoped<IHear<TFact>, THearer>();
}
