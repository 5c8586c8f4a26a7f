using System.Data.Common;

namespace Croisee.Tests.House;

/// <summary>What a database holds, as sorted lines that can be compared: columns with type and nullability, keys, foreign keys with their deletion.</summary>
static class SchemaShape
{
    /// <summary>Tables that no noun maps: the list of applied scripts, and the search's own counter, kept by triggers. Name a new one here with its reason.</summary>
    static readonly string[] Unmapped = ["schema_version", "search_state"];

    const string SqliteColumns = """
        select m.name || '.' || c.name || ' ' || lower(c.type) || case when c."notnull" = 1 or c.pk > 0 then ' not null' else '' end || case when c.pk > 0 then ' key ' || c.pk else '' end, m.name
        from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'
        """;
    const string SqliteForeignKeys = """
        select m.name || '.' || f."from" || ' references ' || f."table" || '.' || coalesce(f."to", 'id') || ' on delete ' || lower(f.on_delete), m.name
        from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'
        """;
    const string PostgresColumns = """
        select table_name || '.' || column_name || ' ' || case when data_type = 'ARRAY' then udt_name else data_type end || case when is_nullable = 'NO' then ' not null' else '' end, table_name
        from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'
        """;
    const string PostgresKeys = """
        select c.conrelid::regclass::text || ' ' || lower(pg_get_constraintdef(c.oid)), c.conrelid::regclass::text
        from pg_constraint c where c.contype in ('p', 'f') and c.connamespace = 'public'::regnamespace
        """;

    public static List<string> Of(DbConnection connection)
    {
        var sqlite = connection.GetType().Name.StartsWith("Sqlite", StringComparison.Ordinal);
        return [.. (sqlite ? Lines(connection, SqliteColumns).Concat(Lines(connection, SqliteForeignKeys)) : Lines(connection, PostgresColumns).Concat(Lines(connection, PostgresKeys))).Order(StringComparer.Ordinal)];
    }

    static List<string> Lines(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            if (!Unmapped.Contains(reader.GetString(1).Trim('"'))) lines.Add(reader.GetString(0).Replace("\"", ""));
        return lines;
    }
}
