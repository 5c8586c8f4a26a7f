using System.Security.Cryptography;
using Croisee.Files;
using Xunit;

namespace Croisee.Tests.Files;

/// <summary>A scanner that answers what the test says, and remembers what it was shown.</summary>
sealed class ScriptedScanner(Func<byte[], ScanOutcome> answer) : IScanner
{
    public ScriptedScanner(ScanState state) : this(_ => new ScanOutcome(state)) { }

    public Func<byte[], ScanOutcome> Answer { get; set; } = answer;
    public bool Up { get; set; } = true;
    public List<byte[]> Shown { get; } = [];

    public Task<bool> IsUp(CancellationToken cancel) => Task.FromResult(Up);

    public async Task<ScanOutcome> Scan(Stream content, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancel);
        Shown.Add(copy.ToArray());
        return Answer(copy.ToArray());
    }
}

sealed class FixedClock(DateTime utc) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(utc, TimeSpan.Zero);
}

[Trait("kind", "pure")]
public sealed class FileStoreTest : IDisposable
{
    static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("croisee-files-").FullName;
    readonly ScriptedScanner scanner = new(ScanState.Clean);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    /// <summary>Bytes are not taken from what the rest of the house needs to save a word.</summary>
    [Fact]
    public async Task Takes_nothing_where_the_disk_has_no_room_left_beside_its_reserve()
    {
        var intake = await Store(FileLimits.Default with { Reserve = long.MaxValue / 2 }).Take(new MemoryStream("Une note."u8.ToArray()), "note.txt", 0, CancellationToken.None);
        Assert.Equal((null, Refusal.NoRoom), (intake.File, intake.Refused));
        Assert.Empty(System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Contains("Vos textes sont gardés", Refusal.NoRoom.Say());
    }

    FileStore Store(FileLimits? limits = null, IScanner? with = null) => new(new(folder, limits ?? FileLimits.Default, null), with ?? scanner, new FixedClock(Now));

    static Task<Intake> Take(FileStore store, byte[] content, string name = "récit.pdf", int already = 0) =>
        store.Take(new MemoryStream(content), name, already, CancellationToken.None);

    string[] OnDisk() => System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    [Fact]
    public async Task Keeps_a_clean_file_under_a_random_name_and_gives_back_its_cleaned_bytes()
    {
        var store = Store();
        var file = (await Take(store, Pictures.TalkativeJpeg(), "../Chez Camille.jpeg")).File!;
        Assert.Equal((FileState.Clean, FileKind.Jpeg, "Chez Camille.jpg", Now, true, false), (file.State, file.Kind, file.OriginalName, file.StoredAt, file.Scanned, file.MetadataLeft));
        Assert.Matches("^[0-9a-f]{32}$", file.DiskName);
        Assert.Equal(7, file.Id.Version);
        Assert.Equal(Path.Combine(folder, file.DiskName[..2], file.DiskName[2..4], file.DiskName), Assert.Single(OnDisk()));
        using var stream = store.Open(file);
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content);
        Assert.Equal((file.Length, file.Digest), (content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
        Assert.DoesNotContain("Camille", System.Text.Encoding.Latin1.GetString(content));
        Assert.Equal(content, Assert.Single(scanner.Shown));
    }

    [Fact]
    public async Task Gives_each_file_a_name_of_its_own_even_for_the_same_bytes()
    {
        var store = Store();
        var names = new HashSet<string>();
        for (var i = 0; i < 50; i++) Assert.True(names.Add((await Take(store, "bonjour"u8.ToArray(), "a.txt")).File!.DiskName));
        Assert.Equal(50, OnDisk().Length);
    }

    [Fact]
    public async Task Leaves_nothing_on_disk_when_it_refuses()
    {
        var store = Store(new() { MaxBytes = 1000 });
        Assert.Equal(Refusal.TooBig, (await Take(store, new byte[1001])).Refused);
        Assert.Equal(Refusal.Empty, (await Take(store, [])).Refused);
        Assert.Equal(Refusal.WebPage, (await Take(store, "<html>"u8.ToArray())).Refused);
        Assert.Equal(Refusal.TooMany, (await Take(store, "a"u8.ToArray(), "a.txt", already: 10)).Refused);
        Assert.NotNull((await Take(store, "a"u8.ToArray(), "a.txt", already: 9)).File);
        Assert.Single(OnDisk());
    }

    /// <summary>The limit is a limit on reading: an endless upload is left after the first byte too many.</summary>
    [Fact]
    public async Task Stops_reading_an_upload_that_does_not_end()
    {
        var endless = new EndlessStream();
        Assert.Equal(Refusal.TooBig, (await Store().Take(endless, "a.txt", 0, CancellationToken.None)).Refused);
        Assert.InRange(endless.Given, 10 << 20, 11 << 20);
        Assert.Empty(OnDisk());
    }

    sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return new(buffer.Length);
        }
    }

    [Fact]
    public async Task Removes_an_infected_file_and_says_what_was_found()
    {
        scanner.Answer = _ => new(ScanState.Infected, "Eicar-Test");
        var intake = await Take(Store(), Documents.Pdf());
        Assert.Equal((null, Refusal.Infected, "Eicar-Test"), (intake.File, intake.Refused, intake.Threat));
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task Accepts_a_file_while_the_antivirus_is_down_but_does_not_open_it()
    {
        scanner.Answer = _ => new(ScanState.Unavailable);
        var store = Store();
        var file = (await Take(store, Documents.Pdf())).File!;
        Assert.Equal((FileState.Quarantine, 0), (file.State, file.Tries));
        Assert.Throws<InvalidOperationException>(() => store.Open(file));
        scanner.Answer = _ => new(ScanState.Clean);
        await store.Scan(file, CancellationToken.None);
        using var stream = store.Open(file);
        Assert.Equal(file.Length, stream.Length);
    }

    [Fact]
    public async Task Opens_files_without_antivirus_and_keeps_the_fact()
    {
        var file = (await Take(Store(with: new NoScanner()), Documents.Pdf())).File!;
        Assert.Equal((FileState.Clean, false, true), (file.State, file.Scanned, file.NeedsScan));
    }

    [Fact]
    public async Task Leaves_nothing_when_the_person_goes_away()
    {
        using var gone = new CancellationTokenSource();
        scanner.Answer = _ => { gone.Cancel(); throw new OperationCanceledException(gone.Token); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store().Take(new MemoryStream(Documents.Pdf()), "a.pdf", 0, gone.Token));
        Assert.Empty(OnDisk());
    }

    [Fact]
    public async Task Deletes_bytes_once_or_twice()
    {
        var store = Store();
        var file = (await Take(store, Documents.Pdf())).File!;
        store.Delete(file);
        store.Delete(file);
        Assert.Empty(OnDisk());
        Assert.Throws<FileNotFoundException>(() => store.Open(file));
    }

    [Fact]
    public async Task Notes_that_some_metadata_may_be_left()
    {
        var packed = System.Text.Encoding.Latin1.GetString(Documents.PackedPdf()).Replace("/FlateDecode", "/LZWDecode00", StringComparison.Ordinal);
        Assert.True((await Take(Store(), System.Text.Encoding.Latin1.GetBytes(packed))).File!.MetadataLeft);
    }

    [Fact]
    public async Task Sweeps_what_an_interrupted_intake_left_and_nothing_else()
    {
        var store = Store();
        var kept = (await Take(store, Documents.Pdf())).File!;
        var orphan = (await Take(store, Documents.Pdf())).File!;
        var young = (await Take(store, Documents.Pdf())).File!;
        var part = Path.Combine(folder, "parts", "x.part");
        File.WriteAllText(part, "reste");
        foreach (var path in OnDisk().Where(p => !p.EndsWith(young.DiskName, StringComparison.Ordinal))) File.SetLastWriteTimeUtc(path, Now.AddDays(-2));
        File.SetLastWriteTimeUtc(OnDisk().Single(p => p.EndsWith(young.DiskName, StringComparison.Ordinal)), Now);
        var swept = await store.Sweep(Now.AddDays(-1), names => Task.FromResult<IReadOnlySet<string>>(names.Intersect([kept.DiskName]).ToHashSet()));
        Assert.Equal(2, swept);
        Assert.Equal(new[] { kept.DiskName, young.DiskName }.Order(), OnDisk().Select(Path.GetFileName).Order());
        Assert.NotEqual(kept.DiskName, orphan.DiskName);
    }

    [Fact]
    public async Task Takes_many_files_at_once()
    {
        var store = Store();
        var intakes = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => Take(store, i % 2 == 0 ? Pictures.TalkativeJpeg() : Documents.Docx(), $"f{i}"))));
        Assert.All(intakes, i => Assert.Equal(FileState.Clean, i.File!.State));
        Assert.Equal(40, OnDisk().Length);
    }

    [Fact]
    public void Keeps_the_folder_for_itself_and_out_of_the_web_root()
    {
        _ = Store();
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder, "parts")));
        Assert.Throws<ArgumentException>(() => FileSettings.Read("/srv/www/data", null, "/srv/www"));
        Assert.Null(FileSettings.Read("/srv/data", " ", "/srv/www").Clam);
        Assert.Equal("127.0.0.1:3310", FileSettings.Read("/srv/data", "127.0.0.1:3310", "/srv/www").Clam!.Address);
    }
}
