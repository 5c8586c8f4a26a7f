using Croisee.Data;
using Croisee.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Croisee.Tests;

/// <summary>A place to try things: the whole product on real HTTP (Kestrel on a free port), a real database of its own, a clock that tests move. One for each test class.</summary>
public class Place : IAsyncLifetime
{
    public static readonly string? PostgresServer = Environment.GetEnvironmentVariable("CROISEE_TEST_POSTGRES");
    static readonly Lock TemplateLock = new();
    static string? template;

    // Nobody changes the settings of a place while it is open. Else each would watch every folder of the repository for that.
    static Place() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    public MovableClock Clock { get; } = new();
    public WebApplication App { get; private set; } = null!;
    public Storage Storage { get; private set; } = null!;
    public Uri Address { get; private set; } = null!;
    readonly string folder = Path.Combine(Path.GetTempPath(), "croisee-tests", Guid.CreateVersion7().ToString("N"));
    string? database;
    Limiters? limiters;
    IWriteLane? lane;

    /// <summary>Whether the demonstration's fictional persons and sheets are put in place: an ordinary place begins empty.</summary>
    protected virtual bool WithDemoData => false;

    /// <summary>The public address, which links in mails bear.</summary>
    protected virtual string Origin => "http://localhost";

    /// <summary>What a place of its own kind changes before the doors open (a mail server, a name).</summary>
    protected virtual void Tweak(WebApplicationBuilder builder) { }

    /// <summary>Makes the database of a place that does not begin with a copy of today's schema.</summary>
    protected virtual Action<Storage>? MakesDatabase => null;

    public virtual async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        Storage = NewDatabase();
        MakesDatabase?.Invoke(Storage);
        var settings = new Settings("http://127.0.0.1:0", Origin, folder, Storage.Engine == Engine.Postgres ? Storage.ConnectionString : null, Bench: false, WithDemoData);
        App = Program.Build(demo: true, settings, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(Clock);
            Tweak(builder);
        });
        limiters = new(App);
        await Serving.Prepare(App.Services);
        lane = App.Services.GetRequiredService<IWriteLane>();
        await App.StartAsync();
        Address = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Browser Browser() => new(Address);

    /// <summary>Test data in sentences.</summary>
    public Given Given => field ??= new(this);

    /// <summary>Runs <paramref name="work"/> with the product's services, in a scope of its own.</summary>
    public async Task<T> With<T>(Func<IServiceProvider, Task<T>> work)
    {
        using var scope = App.Services.CreateScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> Db<T>(Func<AppDb, Task<T>> work) => With(s => work(s.GetRequiredService<AppDb>()));

    public async Task<List<OutgoingMail>> MailsTo(string address) => await Db(db => db.Set<OutgoingMail>().AsNoTracking().Where(m => m.To == address).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync());

    public virtual async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        limiters?.Dispose();
        // A program that ends ends its lane with it; here its thread, its file and what it last wrote would stay until the end of the run.
        (lane as IDisposable)?.Dispose();
        // The runner knows its places until the end of the run: they let go of what they held.
        App = null!;
        SqliteConnection.ClearAllPools();
        if (database is not null) Postgres($"drop database if exists {database} with (force)");
        GC.SuppressFinalize(this);
        File.Delete(folder + Croisee.Journal.ErasureList.Ending);
        try { Directory.Delete(folder, recursive: true); }
        catch (IOException) { /* A file still being closed; the system empties its temporary folder. */ }
    }

    /// <summary>The schema is built once for the run, then copied: a file on SQLite, a template database on PostgreSQL.</summary>
    Storage NewDatabase()
    {
        if (PostgresServer is null)
        {
            lock (TemplateLock)
                if (template is null)
                {
                    var home = Path.Combine(Path.GetTempPath(), "croisee-tests", "template-" + Environment.ProcessId);
                    var storage = Storage.From(null, home);
                    File.Delete(storage.SqliteFile);
                    Schema.Apply(storage);
                    template = storage.SqliteFile;
                }
            var mine = Storage.From(null, folder);
            if (MakesDatabase is null) File.Copy(template, mine.SqliteFile);
            return mine;
        }
        lock (TemplateLock)
            if (template is null)
            {
                template = "croisee_template_" + Environment.ProcessId;
                Postgres($"drop database if exists {template} with (force)");
                Postgres($"create database {template}");
                Schema.Apply(Storage.From($"{PostgresServer};Database={template};Pooling=false", folder));
            }
        database = "croisee_" + Path.GetFileName(folder);
        lock (TemplateLock) Postgres($"create database {database} template {(MakesDatabase is null ? template : "template0")}");
        return Storage.From($"{PostgresServer};Database={database};Maximum Pool Size=20;Timeout=60;Command Timeout=120", folder);
    }

    static void Postgres(string sql)
    {
        using var connection = new NpgsqlConnection($"{PostgresServer};Database=postgres;Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}

/// <summary>
/// Starts at a fixed noon and moves when told to. As on a real clock no two readings are the same, or rows of one instant would come back in any order:
/// each reading is a microsecond (the finest instant that both engines keep) after the one before.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    long ticks = new DateTimeOffset(2027, 3, 15, 11, 0, 0, TimeSpan.Zero).Ticks;
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Add(ref ticks, TimeSpan.TicksPerMicrosecond) - TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    public void Advance(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
    public void Set(DateTime utc) => Interlocked.Exchange(ref ticks, utc.Ticks);
}
