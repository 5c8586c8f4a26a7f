using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Croisee.Data;

/// <summary>Two requests did the same at once, and the database kept one. Whoever catches a refused save says which refusal is meant: a store that is full is no twin.</summary>
public static class Twins
{
    const int UniqueRefused = 2067, KeyRefused = 1555, ParentRefused = 787;

    /// <summary>The row was refused because its twin is there already.</summary>
    public static bool IsTwin(this DbUpdateException refused) =>
        refused.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueRefused or KeyRefused } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>A twin, or a row that somebody else changed or took away since it was read.</summary>
    public static bool IsRace(this DbUpdateException refused) => refused is DbUpdateConcurrencyException || refused.IsTwin()
        || refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    /// <summary>The row was refused because what it belongs to is gone.</summary>
    public static bool IsOrphan(this DbUpdateException refused) =>
        refused.InnerException is SqliteException { SqliteExtendedErrorCode: ParentRefused } or PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };
}
