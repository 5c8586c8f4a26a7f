using System.Runtime.InteropServices;

namespace Croisee.Data;

/// <summary>Memory that a rare and large act leaves behind: a start, a publication of many sheets. A quiet server would keep it for hours.</summary>
public static partial class SpareMemory
{
    static int asked;

    /// <summary>Said inside a large act, which still holds what it took: whoever ran it gives it back afterwards.</summary>
    public static void Ask() => Interlocked.Exchange(ref asked, 1);

    public static void GiveBackIfAsked()
    {
        if (Interlocked.Exchange(ref asked, 0) == 1) GiveBack();
    }

    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux()) return;
        // SQLite keeps what a savepoint may have to undo; freed, it stays with the C library, which gives nothing back of itself.
        try { _ = Trim(0); }
        catch (EntryPointNotFoundException) { /* Another C library. */ }
        catch (DllNotFoundException) { }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint pad);
}
