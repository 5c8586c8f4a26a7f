namespace Croisee.Data;

public enum Engine { Sqlite, Postgres }

/// <summary>Where the rows live. <c>CROISEE_DATABASE</c> unset means SQLite in the data folder; a PostgreSQL connection string means PostgreSQL.</summary>
public sealed record Storage(Engine Engine, string ConnectionString, string DataFolder)
{
    /// <summary>Slept before each commit of the write lane: a measure's way to stand for a disk that really flushes (quality.md 0.5). Nothing in ordinary use.</summary>
    public TimeSpan CommitDelay { get; init; } = int.TryParse(Environment.GetEnvironmentVariable("CROISEE_COMMIT_DELAY"), out var ms) ? TimeSpan.FromMilliseconds(Math.Clamp(ms, 0, 1000)) : TimeSpan.Zero;

    /// <summary>How long a save waits for its turn on the write lane before it is refused (F07).</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    public string SqliteFile => Path.Combine(DataFolder, "croisee.db");

    public static Storage From(string? database, string dataFolder)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        Directory.CreateDirectory(dataFolder);
        return string.IsNullOrWhiteSpace(database)
            ? new(Engine.Sqlite, Path.Combine(dataFolder, "croisee.db"), dataFolder)
            : new(Engine.Postgres, database, dataFolder);
    }

    /// <summary>Readers can neither write nor checkpoint: a bug of the bundled SQLite (WAL reset race, before 3.51.3) needs a second connection that does.</summary>
    public string ReaderConnection => Engine == Engine.Postgres ? ConnectionString : $"Data Source={SqliteFile};Mode=ReadOnly;Default Timeout=5";
    public string WriterConnection => Engine == Engine.Postgres ? ConnectionString : $"Data Source={SqliteFile};Mode=ReadWriteCreate;Pooling=False;Default Timeout=5";
}
