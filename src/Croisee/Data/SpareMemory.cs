namespace Croisee.Data;

/// <summary>Memory that a rare and large act leaves behind: a start, a publication of many sheets. A quiet server would keep it for hours.</summary>
public static class SpareMemory
{
    public static void GiveBack() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
