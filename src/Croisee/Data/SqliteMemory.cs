using SQLitePCL;

namespace Croisee.Data;

/// <summary>SQLite counts every byte it takes, under one lock for all connections: readers and the write lane would wait for each other at each piece of memory.</summary>
static class SqliteMemory
{
    /// <summary>Before the first connection of the process; afterwards SQLite refuses, and goes on counting.</summary>
    public static void Uncounted()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }
}
