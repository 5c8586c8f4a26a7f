using Croisee.Files;
using Xunit;

namespace Croisee.Tests.Files;

/// <summary>Nobody fills the disk alone: files and bytes of a day are counted for each giver, whoever that is (ASVS 5.2.4).</summary>
[Trait("kind", "pure")]
public sealed class DaySharesTest : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("croisee-shares-").FullName;
    readonly MovableClock clock = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    FileStore Store(FileLimits limits) => new(new(folder, limits, null), new ScriptedScanner(ScanState.Clean), clock);

    static Task<Intake> Give(FileStore store, string giver, string text = "Une note.") =>
        store.Take(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "note.txt", 0, CancellationToken.None, giver);

    int OnDisk => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length;

    [Fact]
    public async Task Takes_so_many_files_a_day_from_one_giver_and_leaves_the_others_alone()
    {
        var store = Store(FileLimits.Default with { MaxFilesADay = 3 });
        for (var i = 0; i < 3; i++) Assert.NotNull((await Give(store, "réseau A")).File);
        Assert.Equal(Refusal.EnoughToday, (await Give(store, "réseau A")).Refused);
        Assert.Equal(3, OnDisk);
        Assert.NotNull((await Give(store, "réseau B")).File);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull((await Give(store, "réseau A")).File);
    }

    [Fact]
    public async Task Takes_so_many_bytes_a_day_from_one_giver()
    {
        var store = Store(FileLimits.Default with { MaxBytesADay = 100 });
        Assert.NotNull((await Give(store, "réseau A", new string('a', 60))).File);
        Assert.Equal(Refusal.EnoughToday, (await Give(store, "réseau A", new string('b', 60))).Refused);
        Assert.NotNull((await Give(store, "réseau A", new string('c', 40))).File);
        Assert.Equal(2, OnDisk);
    }

    /// <summary>What was refused for what it is costs nothing of the day.</summary>
    [Fact]
    public async Task Counts_only_what_it_keeps()
    {
        var store = Store(FileLimits.Default with { MaxFilesADay = 1 });
        for (var i = 0; i < 5; i++) Assert.Equal(Refusal.WebPage, (await Give(store, "réseau A", "<html><body>non</body></html>")).Refused);
        Assert.NotNull((await Give(store, "réseau A")).File);
        Assert.Equal(Refusal.EnoughToday, (await Give(store, "réseau A")).Refused);
    }

    /// <summary>Many at the same instant pass no more than one by one.</summary>
    [Fact]
    public async Task Counts_many_at_once_as_it_counts_one_by_one()
    {
        var store = Store(FileLimits.Default with { MaxFilesADay = 5 });
        var given = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Give(store, "réseau A", $"Une note {i}."))));
        Assert.Equal((5, 15), (given.Count(g => g.File is not null), given.Count(g => g.Refused is Refusal.EnoughToday)));
    }

    [Fact]
    public void Follows_the_setting_of_the_instance()
    {
        var limits = FileSettings.Read(folder, null, aDay: 30).Limits;
        Assert.Equal((30, FileLimits.Default.MaxBytesADay / FileLimits.Default.MaxFilesADay * 30), (limits.MaxFilesADay, limits.MaxBytesADay));
        Assert.Equal(FileLimits.Default, FileSettings.Read(folder, null).Limits);
    }
}
