namespace Croisee.Files;

/// <summary>How much each giver put on the disk today, files and bytes, so that nobody fills it alone. Kept in memory and written nowhere: who gives is often somebody without an account.</summary>
sealed class DayShares(FileLimits limits, TimeProvider clock)
{
    readonly Lock gate = new();
    readonly Dictionary<string, (int Files, long Bytes)> given = [];
    DateOnly day;

    /// <summary>Counts one more file of <paramref name="giver"/>; false, and nothing counted, when it would be too much.</summary>
    public bool Take(string giver, long bytes)
    {
        lock (gate)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (day != today) { given.Clear(); day = today; }
            var (files, already) = given.GetValueOrDefault(giver);
            if (files >= limits.MaxFilesADay || already + bytes > limits.MaxBytesADay) return false;
            given[giver] = (files + 1, already + bytes);
            return true;
        }
    }

    /// <summary>The file was not kept after all.</summary>
    public void GiveBack(string giver, long bytes)
    {
        lock (gate)
            if (given.TryGetValue(giver, out var share)) given[giver] = (Math.Max(0, share.Files - 1), Math.Max(0, share.Bytes - bytes));
    }
}
