namespace Croisee.Files;

/// <summary>How much is taken. Bytes a file, files an owner; the rest guards against bombs (quality S13).</summary>
public sealed record FileLimits
{
    public static FileLimits Default { get; } = new();

    /// <summary>Bytes a file as received; between 1 and 100 MB, since a file is opened up in memory.</summary>
    public int MaxBytes { get; init => field = Math.Clamp(value, 1, 100 << 20); } = 10 << 20;

    public int MaxFiles { get; init; } = 10;

    public int MegaBytes => Math.Max(1, MaxBytes >> 20);

    /// <summary>Bytes that stay free on the disk: without them nothing is saved any more, not even a word. A file is taken only beside them.</summary>
    public long Reserve { get; init; } = 1L << 30;

    /// <summary>What one giver (a network prefix, a person of the office) may put on the disk in a day: a training centre that works on its drafts, not whoever fills the disk alone.</summary>
    public int MaxFilesADay { get; init; } = 300;

    public long MaxBytesADay { get; init; } = 1536L << 20;

    /// <summary>Files opened up at the same time: each costs up to three times its bytes in memory.</summary>
    public int AtOnce { get; init => field = Math.Max(1, value); } = 2;

    internal const long MaxPixels = 64_000_000;
    internal const int MaxSide = 20_000;
    internal const int MaxPages = 2_000;
    internal const int MaxEntries = 2_000;
    /// <summary>Bytes of all parts of an office document once unpacked, its nested documents included.</summary>
    internal const long MaxUnpacked = 100L << 20;
    /// <summary>Below this, any ratio is harmless; above it, a document may not grow more than a hundredfold.</summary>
    internal const long RatioFloor = 10L << 20;
    internal const int MaxRatio = 100;
    internal const int MaxNested = 16 << 20;
    internal const int MaxXmlPart = 4 << 20;

    public bool TooMany(int already, int more = 1) => already + more > MaxFiles;
}
