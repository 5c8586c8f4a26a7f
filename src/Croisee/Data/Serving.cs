namespace Croisee.Data;

/// <summary>Opens the database and serves until told to stop. A second process on the same SQLite file refuses to start (F08).</summary>
public static class Serving
{
    /// <summary>After the first page, and after the first round of the clockwork.</summary>
    static readonly TimeSpan[] Settled = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)];

    public static async Task Run(WebApplication app, Settings settings)
    {
        var storage = app.Services.GetRequiredService<Storage>();
        Disks.Refuse(storage);
        using var guard = Lock(storage);
        await Prepare(app.Services);
        await app.StartAsync();
        Console.WriteLine($"Croisée écoute sur {settings.Origin}");
        foreach (var greeting in app.Services.GetServices<Greeting>()) await greeting.Say(app.Services);
        _ = Task.Run(() => app.Services.GetRequiredService<Soundness>().Look(whole: false));
        _ = GiveBackMemory(app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
    }

    /// <summary>Building the model and reading the library once leave more garbage than a quiet day makes: without this it stays resident until then.</summary>
    static async Task GiveBackMemory(CancellationToken stop)
    {
        foreach (var wait in Settled)
        {
            try { await Task.Delay(wait, stop); }
            catch (OperationCanceledException) { return; }
            SpareMemory.GiveBack();
        }
    }

    /// <summary>Schema first, then whatever the rooms must find in place (the root organisation, demonstration data).</summary>
    public static async Task Prepare(IServiceProvider services)
    {
        var storage = services.GetRequiredService<Storage>();
        var log = services.GetRequiredService<ILogger<AppDb>>();
        log.LogInformation("{Engine}", Schema.EngineVersion(storage));
        // On PostgreSQL several instances may start together: one prepares, the others find it done.
        await using var alone = storage.Engine is Engine.Postgres ? await StartLock.Take(storage) : null;
        var applied = Schema.Apply(storage);
        foreach (var script in applied) log.LogInformation("Schema: {Script}", script);
        var preparations = services.GetServices<Preparation>().Select(p => p.Run);
        foreach (var run in preparations.Concat(services.GetServices<AfterScript>().Where(a => applied.Contains(a.Script)).Select(a => a.Run)))
        {
            using var scope = services.CreateScope();
            await run(scope.ServiceProvider);
        }
    }

    public static FileStream? Lock(Storage storage)
    {
        if (storage.Engine != Engine.Sqlite) return null;
        var file = Path.Combine(storage.DataFolder, "croisee.lock");
        try { return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose); }
        catch (IOException) { throw new AlreadyServed($"Une autre instance de Croisée utilise déjà le dossier {storage.DataFolder}. Arrêtez-la d’abord, ou donnez un autre dossier avec --data."); }
    }
}

/// <summary>What keeps this instance from starting, in a sentence that says what to do.</summary>
public class CannotServe(string message) : Exception(message);

public sealed class AlreadyServed(string message) : CannotServe(message);

/// <summary>Something a room puts in place before the first page, in the order of the doors.</summary>
public sealed record Preparation(Func<IServiceProvider, Task> Run);

/// <summary>What a script of the schema leaves to the program, once: in the start that applied it, and in no other, so that nobody asks for it again from the database.</summary>
public sealed record AfterScript(string Script, Func<IServiceProvider, Task> Run);

/// <summary>Lines printed once the address answers.</summary>
public sealed record Greeting(Func<IServiceProvider, Task> Say);
