using Croisee.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Files;

/// <summary>The antivirus down, back, and broken by one file (quality F27).</summary>
public sealed class RescanQuarantineTest : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("croisee-files-").FullName;
    readonly SqliteConnection connection = FilesDb.Create();
    readonly ScriptedScanner scanner = new(ScanState.Unavailable);
    int minute;

    public void Dispose()
    {
        connection.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    FileStore Store() => new(new(folder, FileLimits.Default, null), scanner, new FixedClock(new DateTime(2026, 11, 22, 9, minute++, 0, DateTimeKind.Utc)));

    async Task<Guid> Send(string text)
    {
        using var db = new FilesDb(connection);
        var file = (await Store().Take(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "a.txt", 0, CancellationToken.None)).File!;
        db.StoredFiles.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    }

    async Task<int> Rescan()
    {
        using var db = new FilesDb(connection);
        return await new RescanQuarantine(Store(), scanner).Run(db, CancellationToken.None);
    }

    async Task<StoredFile> Find(Guid id)
    {
        using var db = new FilesDb(connection);
        return await db.StoredFiles.SingleAsync(f => f.Id == id);
    }

    [Fact]
    public async Task Waits_while_the_antivirus_is_down_and_passes_when_it_is_back()
    {
        var (one, two) = (await Send("un"), await Send("deux"));
        scanner.Up = false;
        for (var i = 0; i < 5; i++) Assert.Equal(0, await Rescan());
        Assert.Equal((FileState.Quarantine, 0), ((await Find(one)).State, (await Find(one)).Tries));
        (scanner.Up, scanner.Answer) = (true, _ => new(ScanState.Clean));
        Assert.Equal(2, await Rescan());
        Assert.True((await Find(one)).IsClean && (await Find(two)).IsClean);
        Assert.Equal(0, await Rescan());
    }

    [Fact]
    public async Task Isolates_a_poisoned_file_after_three_tries_while_the_others_pass()
    {
        var poison = await Send("poison");
        var good = new List<Guid> { await Send("un"), await Send("deux") };
        // The daemon dies on the poison and is down for the rest of the run; it is back for the next.
        var dead = false;
        scanner.Answer = bytes =>
        {
            if (dead) return new(ScanState.Unavailable);
            dead = System.Text.Encoding.UTF8.GetString(bytes) == "poison";
            return new(dead ? ScanState.Failed : ScanState.Clean);
        };
        for (var run = 1; run <= 3; run++)
        {
            dead = false;
            await Rescan();
            Assert.Equal(run, (await Find(poison)).Tries);
            if (run == 2) foreach (var id in good) Assert.True((await Find(id)).IsClean);
        }
        var isolated = await Find(poison);
        Assert.True(isolated.IsIsolated);
        dead = false;
        scanner.Shown.Clear();
        await Rescan();
        Assert.Empty(scanner.Shown);
    }

    [Fact]
    public async Task Scans_files_once_taken_on_trust_when_an_antivirus_is_added()
    {
        scanner.Answer = _ => new(ScanState.NotConfigured);
        var trusted = await Send("bonjour");
        Assert.True((await Find(trusted)).IsClean);
        scanner.Answer = _ => new(ScanState.Infected, "Virus.Test");
        Assert.Equal(1, await Rescan());
        var found = await Find(trusted);
        Assert.Equal((FileState.Refused, Refusal.Infected, "Virus.Test"), (found.State, found.Reason, found.Threat));
        Assert.Empty(System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Goes_on_when_a_file_is_deleted_meanwhile()
    {
        var (gone, kept) = (await Send("un"), await Send("deux"));
        scanner.Answer = bytes =>
        {
            if (System.Text.Encoding.UTF8.GetString(bytes) == "un")
            {
                using var db = new FilesDb(connection);
                db.StoredFiles.Where(f => f.Id == gone).ExecuteDelete();
            }
            return new(ScanState.Clean);
        };
        Assert.Equal(1, await Rescan());
        Assert.True((await Find(kept)).IsClean);
    }

    [Fact]
    public async Task Sets_aside_a_file_whose_bytes_are_lost()
    {
        var lost = await Send("perdu");
        Store().Delete(await Find(lost));
        scanner.Answer = _ => new(ScanState.Clean);
        for (var i = 0; i < 3; i++) await Rescan();
        Assert.True((await Find(lost)).IsIsolated);
    }

    [Fact]
    public async Task Stores_every_property_as_the_script_says()
    {
        var id = await Send("bonjour");
        using var db = new FilesDb(connection);
        var file = await db.StoredFiles.SingleAsync(f => f.Id == id);
        file.Describe("À moi", "Un mot");
        await db.SaveChangesAsync();
        using var command = connection.CreateCommand();
        command.CommandText = "select kind || '|' || state || '|' || typeof(length) || '|' || typeof(scanned) || '|' || rights_statement from stored_files";
        Assert.Equal("Text|Quarantine|integer|integer|À moi", command.ExecuteScalar());
        command.CommandText = "select count(*) from pragma_table_info('stored_files')";
        Assert.Equal((long)db.Model.FindEntityType(typeof(StoredFile))!.GetProperties().Count(), command.ExecuteScalar());
    }
}
