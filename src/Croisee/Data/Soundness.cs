using Microsoft.Data.Sqlite;

namespace Croisee.Data;

/// <summary>
/// Reads the SQLite file for damage: quickly at each start, wholly once a day (quality.md C.4, F18). A disk that lies is otherwise seen the day a page is
/// asked for. PostgreSQL has checks of its own.
/// </summary>
public sealed class Soundness(Storage storage, TimeProvider clock, ILogger<Soundness> log)
{
    public const string Job = "vérifier la base";
    const int Most = 10, Broken = 10, Corrupt = 11, NotADatabase = 26;

    /// <param name="Whole">Indexes were compared with their rows too.</param>
    public sealed record Found(DateTime At, bool Whole, IReadOnlyList<string> Faults)
    {
        public bool IsSound => Faults.Count == 0;
    }

    /// <summary>What this process found last; null before it looked.</summary>
    public Found? Last { get; private set; }

    /// <summary>Never throws for damage: a page that cannot be read is a fault like the others. A base that is merely busy or away says nothing of its state, and throws.</summary>
    public Found Look(bool whole)
    {
        var faults = new List<string>();
        if (storage.Engine is Engine.Sqlite)
        {
            try
            {
                using var connection = new SqliteConnection(storage.ReaderConnection);
                connection.Open();
                faults.AddRange(Rows(connection, whole ? $"pragma integrity_check({Most})" : $"pragma quick_check({Most})", row => row.GetString(0)).Where(said => said != "ok"));
                faults.AddRange(Rows(connection, "pragma foreign_key_check", row => $"{row.GetString(0)} → {row.GetString(2)}").Take(Most));
            }
            catch (SqliteException e) when (e.SqliteErrorCode is Broken or Corrupt or NotADatabase) { faults.Add(e.Message); }
        }
        foreach (var fault in faults) log.LogCritical("The database is damaged: {Fault}. Stop this instance, keep a copy of its folder, and take back the last sound backup.", fault);
        return Last = new(clock.UtcNow(), whole, faults);
    }

    /// <summary>The daily reading. Throws on damage, so that the clockwork shows it.</summary>
    public void LookWhole()
    {
        if (Look(whole: true) is { IsSound: false } found) throw new InvalidOperationException(found.Faults[0]);
    }

    static IEnumerable<string> Rows(SqliteConnection connection, string pragma, Func<SqliteDataReader, string> say)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        // A large file takes its time: this connection serves nothing else.
        command.CommandTimeout = 0;
        using var row = command.ExecuteReader();
        while (row.Read()) yield return say(row);
    }
}

/// <summary>Where the database may lie. SQLite's locks and its shared memory do not hold on a folder that another machine lends (quality.md C.4).</summary>
static class Disks
{
    static readonly string[] Lent = ["nfs", "cifs", "smb", "fuse.sshfs", "afs", "ncpfs", "ceph", "glusterfs", "davfs"];

    public static bool IsLent(string format) => Lent.Any(kind => format.StartsWith(kind, StringComparison.OrdinalIgnoreCase));

    public static void Refuse(Storage storage)
    {
        if (storage.Engine is not Engine.Sqlite) return;
        string format;
        try { format = new DriveInfo(storage.DataFolder).DriveFormat; }
        catch (IOException) { return; /* A system that does not say: the lock on the folder remains. */ }
        if (IsLent(format)) throw new CannotServe($"Le dossier {storage.DataFolder} est sur un disque partagé par le réseau ({format}) : SQLite peut y perdre des réponses. Donnez un dossier de cette machine avec --data, ou PostgreSQL avec CROISEE_DATABASE.");
    }
}
