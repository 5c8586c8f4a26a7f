using System.Globalization;
using System.Text;
using Croisee.Data;

namespace Croisee.Journal;

/// <summary>What was erased, as it is kept outside the base: when, which act of the journal, on what. No name and nothing that was written.</summary>
public sealed record Erasure(DateTime At, string Act, Guid Subject);

/// <summary>How a room erases again what a base brought back from an older backup still shows. False when nothing was left to do.</summary>
public sealed record EraseAgain(string Act, string SubjectType, Func<IServiceProvider, Guid, DateTime, Task<bool>> Run)
{
    /// <summary>The reason that the journal gives.</summary>
    public const string Why = "Une sauvegarde plus ancienne est revenue : ce qui était décidé est refait.";
}

/// <summary>
/// A file that only grows, beside the folder of the data and never in it: a backup that comes back must not bring an older list back too (S41).
/// One line for each erasure: the instant, the act, the identifier.
/// </summary>
public sealed class ErasureList(Storage storage, IConfiguration configuration)
{
    public const string SettingName = "CROISEE_ERASURES", Ending = ".effacements";
    readonly Lock writing = new();

    public string File => configuration[SettingName] is { Length: > 0 } given ? Path.GetFullPath(given) : Path.TrimEndingDirectorySeparator(storage.DataFolder) + Ending;

    /// <summary>In the order of their instants. A line that a power cut left unfinished is no line.</summary>
    public IReadOnlyList<Erasure> Read() => System.IO.File.Exists(File) ? [.. System.IO.File.ReadLines(File).Select(Parse).OfType<Erasure>().Distinct().OrderBy(e => e.At)] : [];

    public void Add(IReadOnlyCollection<Erasure> erasures)
    {
        if (erasures.Count == 0) return;
        var text = string.Concat(erasures.Select(e => string.Create(CultureInfo.InvariantCulture, $"\n{e.At:O} {e.Act} {e.Subject}\n")));
        lock (writing)
        {
            using var file = Open();
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>For writing at its end; made when it is not there, for its owner alone.</summary>
    public FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(File, options);
    }

    static Erasure? Parse(string line) =>
        line.Split(' ') is [var at, var act, var subject] && DateTime.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) && Guid.TryParseExact(subject, "D", out var id)
            ? new(instant, act, id) : null;
}
