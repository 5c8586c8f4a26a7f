using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Data;

/// <summary>
/// The one context. It knows no noun: mappings are found by assembly scan, and each room adds its own sets by an extension property.
/// On SQLite it reads on a read-only connection; saves go through the write lane, the only connection that writes.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options, IWriteLane lane, IEnumerable<ISaveGuard> guards, IServiceProvider services) : DbContext(options)
{
    readonly List<IFact> facts = [];
    IServiceProvider scope = services;
    SqliteReaders? readers;
    KeepingConnection? reader;

    /// <summary>Whose services hear what is announced here.</summary>
    internal IServiceProvider Scope => scope;

    /// <summary>Contexts come from a pool: each scope gets one, with its own hearers and, on SQLite, a connection that reads.</summary>
    internal AppDb For(IServiceProvider asking)
    {
        scope = asking;
        facts.Clear();
        readers = asking.GetService<SqliteReaders>();
        if (readers is not null) Database.SetDbConnection(reader = readers.Rent());
        return this;
    }

    void GiveBack()
    {
        if (reader is null) return;
        Database.CloseConnection();
        Database.SetDbConnection(null);
        readers!.Return(reader);
        reader = null;
    }

    public override void Dispose()
    {
        GiveBack();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        GiveBack();
        return base.DisposeAsync();
    }

    /// <summary>Tells higher rooms of a fact inside the next save.</summary>
    public void Announce(IFact fact) => facts.Add(fact);

    protected override void OnModelCreating(ModelBuilder model)
    {
        Mappings.ApplyTo(model);
        HouseConventions.Apply(model);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => HouseConventions.Configure(conventions);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: it goes through the write lane.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default)
    {
        await Announcements.Dispatch(scope, facts, cancel);
        // Looked for once: the guards, the versions and EF itself would each compare every noun with its copy again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (!ChangeTracker.HasChanges()) return 0;
            foreach (var guard in guards) guard.Check(this);
            HouseConventions.AdvanceVersions(this);
            return await lane.Save(this, () => base.SaveChanges(acceptAllChangesOnSuccess), () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel), cancel);
        }
        finally { ChangeTracker.AutoDetectChangesEnabled = true; }
    }

    /// <summary>
    /// Saves inside a <see cref="Write"/>: a long act stays one transaction while its nouns leave memory batch by batch.
    /// The caller sets a savepoint first and goes back to it when a later batch fails.
    /// </summary>
    public int SaveInWrite()
    {
        if (facts.Count > 0) throw new NotSupportedException("Facts are told in SaveChangesAsync only.");
        foreach (var guard in guards) guard.Check(this);
        HouseConventions.AdvanceVersions(this);
        return base.SaveChanges(acceptAllChangesOnSuccess: true);
    }

    /// <summary>A write that is not a change of tracked nouns (a conditional update, a purge): on the lane, in a transaction, durable when the task ends.</summary>
    public Task<T> Write<T>(Func<AppDb, T> work, CancellationToken cancel = default) => lane.Write(this, () => work(this), cancel);

    /// <summary>The same for work that saves in parts. Refused halfway, nothing of it may stay: on SQLite others share the transaction, and what was taken out would be gone.</summary>
    public Task<T> WriteWhole<T>(Func<AppDb, T> work, CancellationToken cancel = default) => Write(d =>
    {
        const string Before = "before_the_whole";
        d.Database.CurrentTransaction!.CreateSavepoint(Before);
        try { return work(d); }
        catch
        {
            d.Database.CurrentTransaction!.RollbackToSavepoint(Before);
            throw;
        }
    }, cancel);

    /// <summary>After a write whose order must not be found in the engine's log (S22). Readers come and go: it is tried for some seconds, and the next one does it otherwise.</summary>
    public async Task ForgetOrder(CancellationToken cancel)
    {
        const int Tries = 40;
        for (var tries = 0; tries < Tries && !await lane.ForgetOrder(); tries++) await Task.Delay(100, cancel);
    }
}

/// <summary>Looks at what is about to be saved and may refuse it.</summary>
public interface ISaveGuard
{
    void Check(AppDb db);
}
