using System.Runtime.InteropServices;

namespace Croisee.Files;

/// <summary>The folder on disk: two levels of 256 directories, files named by 32 hexadecimal digits, and nothing else.</summary>
internal sealed class FileFolder
{
    public const int NameLength = 32;
    const int Batch = 500;

    readonly string root, parts;

    public FileFolder(string root)
    {
        this.root = Path.GetFullPath(root);
        parts = Path.Combine(this.root, "parts");
        Create(parts);
    }

    /// <summary>Only the account that serves may look inside.</summary>
    static void Create(string directory)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Bytes that may still be written on its disk.</summary>
    public long Free => new DriveInfo(root).AvailableFreeSpace;

    public string NewPart() => Path.Combine(parts, Guid.CreateVersion7().ToString("N") + ".part");

    /// <summary>Moves bytes already flushed to their final name; after a power cut they are there whole or not at all.</summary>
    public void Settle(string part, string name)
    {
        var place = PlaceOf(name);
        var directory = Path.GetDirectoryName(place)!;
        Create(directory);
        File.Move(part, place, overwrite: false);
        FlushDirectory(directory);
        FlushDirectory(Path.GetDirectoryName(directory)!);
        FlushDirectory(root);
    }

    string PlaceOf(string name) =>
        name.Length == NameLength && name.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(root, name[..2], name[2..4], name)
            : throw new ArgumentException("Not a name this store gave.", nameof(name));

    public Stream Read(string name) =>
        new FileStream(PlaceOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 << 10, FileOptions.Asynchronous | FileOptions.SequentialScan);

    public void Delete(string name)
    {
        var place = PlaceOf(name);
        if (File.Exists(place)) File.Delete(place);
    }

    public async Task<int> Sweep(DateTime before, Func<IReadOnlyList<string>, Task<IReadOnlySet<string>>> known)
    {
        var swept = 0;
        foreach (var part in Directory.EnumerateFiles(parts).Where(f => File.GetLastWriteTimeUtc(f) < before))
        {
            File.Delete(part);
            swept++;
        }
        var old = Directory.EnumerateFiles(root, new string('?', NameLength), SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f).All(char.IsAsciiHexDigitLower) && File.GetLastWriteTimeUtc(f) < before).Select(f => Path.GetFileName(f)!);
        foreach (var batch in old.Chunk(Batch))
        {
            var kept = await known(batch);
            foreach (var name in batch.Where(n => !kept.Contains(n)))
            {
                Delete(name);
                swept++;
            }
        }
        return swept;
    }

    /// <summary>A rename is durable once its directory is; .NET has no call for that.</summary>
    static void FlushDirectory(string directory)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Posix.Open(directory, 0);
        if (handle < 0) return;
        _ = Posix.Flush(handle);
        _ = Posix.Close(handle);
    }
}

static partial class Posix
{
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    internal static partial int Flush(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int handle);
}
