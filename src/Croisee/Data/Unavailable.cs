using Microsoft.Data.Sqlite;
using Npgsql;

namespace Croisee.Data;

/// <summary>What keeps the store from writing or reading for a while, and is no fault of the page: 503, with what was typed kept (F04, F05, F07, F09).</summary>
public static class Unavailable
{
    const int Busy = 5, ReadOnly = 8, Broken = 10, Full = 13, CannotOpen = 14;
    // What the system calls them: an input or output that failed, no place left, a disk that only reads, a quota; then the same for Windows.
    const int Eio = 5, Enospc = 28, Erofs = 30, Edquot = 122, HandleDiskFull = unchecked((int)0x80070027), DiskFull = unchecked((int)0x80070070);

    /// <summary>Looked for in what it was wrapped in, too: EF says that a save failed, and keeps the reason inside.</summary>
    public static bool IsUnavailable(this Exception? broken) => broken switch
    {
        null => false,
        TooBusy => true,
        SqliteException refused => refused.SqliteErrorCode is Busy or ReadOnly or Broken or Full or CannotOpen,
        PostgresException refused => IsShort(refused.SqlState) || refused.IsTransient,
        NpgsqlException lost => lost.IsTransient || IsUnavailable(lost.InnerException),
        IOException { HResult: Eio or Enospc or Erofs or Edquot or HandleDiskFull or DiskFull } => true,
        _ => IsUnavailable(broken.InnerException),
    };

    /// <summary>Class 53 lacks a resource (a full disk), 57 is an operator's doing (a restart), 58 the system's; 25006 is a base that only reads.</summary>
    static bool IsShort(string state) => state is PostgresErrorCodes.ReadOnlySqlTransaction || state[..2] is "53" or "57" or "58";
}
