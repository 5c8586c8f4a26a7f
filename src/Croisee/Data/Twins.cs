using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Croisee.Data;

/// <summary>Two requests did the same at once, and the database kept one.</summary>
public static class Twins
{
    const int UniqueRefused = 2067, KeyRefused = 1555;

    /// <summary>The row was refused because its twin is there already.</summary>
    public static bool IsTwin(this DbUpdateException refused) =>
        refused.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueRefused or KeyRefused } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
