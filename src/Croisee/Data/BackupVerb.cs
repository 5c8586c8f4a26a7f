using Microsoft.Data.Sqlite;

namespace Croisee.Data;

/// <summary>
/// <c>croisee sauvegarde FILE</c>: a sound copy of the SQLite base while it serves. Taken by a connection that only reads: a tool that may write would also
/// put the log away when it closes, which the bundled version must see from one connection only (quality.md C.4).
/// </summary>
static class BackupVerb
{
    public const string Usage = "sauvegarde FICHIER";

    public static Task<int> Run(IServiceProvider services, string[] args)
    {
        var storage = services.GetRequiredService<Storage>();
        if (args is not [var file]) return Refuse("Usage : croisee " + Usage);
        if (storage.Engine is not Engine.Sqlite) return Refuse("Cette instance est sur PostgreSQL : sauvegardez-la avec pg_dump.");
        if (!File.Exists(storage.SqliteFile)) return Refuse($"Il n’y a pas de base dans {storage.DataFolder}.");
        file = Path.GetFullPath(file);
        if (File.Exists(file)) return Refuse($"{file} existe déjà : donnez un autre nom.");
        var making = file + ".en-cours";
        try
        {
            File.Delete(making);
            Copy(storage.ReaderConnection, making);
            File.Move(making, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            return Refuse($"La sauvegarde n’est pas faite : {e.Message}");
        }
        Console.WriteLine($"{file} : la base. Copiez aussi le dossier {Path.Combine(storage.DataFolder, "files")}, et, à part, la liste des effacements et le secret (docs/operations.md).");
        return Task.FromResult(0);
    }

    static void Copy(string connectionString, string file)
    {
        using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "vacuum into @file";
        command.Parameters.AddWithValue("@file", file);
        command.ExecuteNonQuery();
    }

    static Task<int> Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return Task.FromResult(1);
    }
}
