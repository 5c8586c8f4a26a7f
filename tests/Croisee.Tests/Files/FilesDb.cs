using Croisee.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Tests.Files;

/// <summary>The table made by the script, seen through the mapping, without the other rooms.</summary>
sealed class FilesDb(SqliteConnection connection) : DbContext
{
    public static SqliteConnection Create()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        using var script = new StreamReader(typeof(StoredFile).Assembly.GetManifestResourceStream("Croisee.Data.Schema.sqlite.0010_files.sql")!);
        command.CommandText = script.ReadToEnd();
        command.ExecuteNonQuery();
        return connection;
    }

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(connection);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => conventions.Properties<Enum>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfiguration(new StoredFileMapping());
        foreach (var property in model.Model.FindEntityType(typeof(StoredFile))!.GetProperties())
            property.SetColumnName(string.Concat(property.Name.Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + c : c.ToString())).ToLowerInvariant());
    }
}
