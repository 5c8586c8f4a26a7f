using Croisee.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Croisee.Tests;

/// <summary>A place whose writes are watched: how many rows each changes while all others wait, and what is read right after it.</summary>
public class WatchedPlace : Place, IServiceProviderFactory<IServiceCollection>
{
    public WatchedLane Lane { get; private set; } = null!;

    /// <summary>What the lane of this place does otherwise.</summary>
    protected virtual Storage Tuned(Storage storage) => storage;

    protected override void Tweak(WebApplicationBuilder builder) => builder.Host.UseServiceProviderFactory(this);

    IServiceCollection IServiceProviderFactory<IServiceCollection>.CreateBuilder(IServiceCollection services) => services;

    IServiceProvider IServiceProviderFactory<IServiceCollection>.CreateServiceProvider(IServiceCollection services)
    {
        Lane = new WatchedLane(Storage.Engine is Engine.Postgres ? new DirectLane() : new SqliteWriteLane(Tuned(Storage)));
        return services.AddSingleton<IWriteLane>(_ => Lane).BuildServiceProvider();
    }
}

/// <summary>The product's own lane, and somebody who counts beside it.</summary>
public sealed class WatchedLane(IWriteLane inner) : IWriteLane, IDisposable
{
    /// <summary>Rows that each write changed, in their order; on SQLite only.</summary>
    public List<int> Rows { get; } = [];
    /// <summary>Asked before each write: it may refuse it.</summary>
    public Action? Before { get; set; }
    /// <summary>What a reader looks at once a write is stored.</summary>
    public Func<Task>? After { get; set; }

    public Task<int> Save(AppDb db, Func<int> save, Func<Task<int>> saveAsync, CancellationToken cancel) => Watched(inner.Save(db, () => Counted(db, save), saveAsync, cancel));
    public Task<T> Write<T>(AppDb db, Func<T> work, CancellationToken cancel) => Watched(inner.Write(db, () => Counted(db, work), cancel));
    public Task<bool> ForgetOrder() => inner.ForgetOrder();
    public void Dispose() => (inner as IDisposable)?.Dispose();

    async Task<T> Watched<T>(Task<T> write)
    {
        var done = await write;
        if (After is { } look) await look();
        return done;
    }

    T Counted<T>(AppDb db, Func<T> work)
    {
        Before?.Invoke();
        if (db.Database.IsNpgsql()) return work();
        var before = Changes(db);
        var done = work();
        Rows.Add(Changes(db) - before);
        return done;
    }

    static int Changes(AppDb db) => db.Database.SqlQueryRaw<int>("select total_changes() as \"Value\"").AsEnumerable().Single();
}
