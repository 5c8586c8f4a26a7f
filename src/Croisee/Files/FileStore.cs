using System.Security.Cryptography;

namespace Croisee.Files;

/// <summary>What became of a file that somebody attached: kept (clean or waiting), or the reason why not. Never both.</summary>
public sealed record Intake(StoredFile? File, Refusal? Refused, string? Threat = null)
{
    public static implicit operator Intake(Refusal refusal) => new(null, refusal);
}

/// <summary>
/// Takes files in, keeps them outside the web root under names nobody can guess, and opens only those the antivirus let pass.
/// A name given by a person never touches the disk.
/// </summary>
public sealed class FileStore(FileSettings settings, IScanner scanner, TimeProvider clock)
{
    readonly FileFolder folder = new(settings.Folder);
    readonly DayShares shares = new(settings.Limits, clock);
    /// <summary>A file is opened up in memory, so only a few at a time (quality F30).</summary>
    readonly SemaphoreSlim atOnce = new(settings.Limits.AtOnce);

    public FileLimits Limits => settings.Limits;

    /// <summary>Receives, checks, cleans, stores durably and scans. The caller saves the returned noun with its owner; when that save fails, it calls <see cref="Delete"/>.</summary>
    /// <param name="already">Files the owner has, these being counted against the limit.</param>
    /// <param name="giver">Whoever sends it, in a word that says nothing of them: their files of the day are counted.</param>
    public async Task<Intake> Take(Stream upload, string? name, int already, CancellationToken cancel, string? giver = null)
    {
        if (Limits.TooMany(already)) return Refusal.TooMany;
        if (folder.Free < Limits.Reserve + Limits.MaxBytes) return Refusal.NoRoom;
        var received = folder.NewPart();
        try
        {
            if (!await Receive(upload, received, cancel)) return Refusal.TooBig;
            return giver is null ? await KeepAndScan(received, name, cancel) : await KeepOfShare(giver, received, name, cancel);
        }
        finally
        {
            File.Delete(received);
        }
    }

    async Task<Intake> KeepOfShare(string giver, string received, string? name, CancellationToken cancel)
    {
        var bytes = new FileInfo(received).Length;
        if (!shares.Take(giver, bytes)) return Refusal.EnoughToday;
        Intake? intake = null;
        try { return intake = await KeepAndScan(received, name, cancel); }
        finally { if (intake?.File is null) shares.GiveBack(giver, bytes); }
    }

    async Task<Intake> KeepAndScan(string received, string? name, CancellationToken cancel)
    {
        var intake = await Keep(received, name, cancel);
        return intake.File is { } file ? await FirstScan(file, cancel) : intake;
    }

    async Task<bool> Receive(Stream upload, string part, CancellationToken cancel)
    {
        await using var target = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        var buffer = new byte[64 << 10];
        long length = 0;
        for (int n; (n = await upload.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((length += n) > Limits.MaxBytes) return false;
            await target.WriteAsync(buffer.AsMemory(0, n), cancel);
        }
        return true;
    }

    async Task<Intake> Keep(string received, string? name, CancellationToken cancel)
    {
        await atOnce.WaitAsync(cancel);
        var part = folder.NewPart();
        try
        {
            var content = await File.ReadAllBytesAsync(received, cancel);
            var found = FileCheck.Inspect(content, name);
            if (found.Kind is not { } kind) return found.Refused!.Value;
            var (complete, length, digest) = await WriteCleaned(kind, content, part, cancel);
            var diskName = RandomNumberGenerator.GetHexString(FileFolder.NameLength, lowercase: true);
            folder.Settle(part, diskName);
            return new(new StoredFile(diskName, kind, length, digest, SafeName.For(name, kind), !complete, clock.GetUtcNow().UtcDateTime), null);
        }
        catch (InvalidDataException)
        {
            return Refusal.Damaged;
        }
        finally
        {
            File.Delete(part);
            atOnce.Release();
        }
    }

    static async Task<(bool Complete, long Length, string Digest)> WriteCleaned(FileKind kind, byte[] content, string part, CancellationToken cancel)
    {
        await using var target = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var complete = Metadata.Remove(kind, content, target);
        target.Flush(flushToDisk: true);
        target.Position = 0;
        return (complete, target.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(target, cancel)));
    }

    async Task<Intake> FirstScan(StoredFile file, CancellationToken cancel)
    {
        try
        {
            await Scan(file, cancel);
        }
        catch
        {
            Delete(file);
            throw;
        }
        return file.State == FileState.Refused ? new(null, file.Reason, file.Threat) : new(file, null);
    }

    /// <summary>Scans a file that waits and notes the outcome on it; an infected one leaves the disk at once.</summary>
    public async Task<ScanOutcome> Scan(StoredFile file, CancellationToken cancel)
    {
        var outcome = await ScanBytes(file, cancel);
        file.Note(outcome);
        if (file.Reason == Refusal.Infected) Delete(file);
        return outcome;
    }

    async Task<ScanOutcome> ScanBytes(StoredFile file, CancellationToken cancel)
    {
        try
        {
            await using var content = folder.Read(file.DiskName);
            return await scanner.Scan(content, cancel);
        }
        catch (IOException e)
        {
            return new(ScanState.Failed, e.GetType().Name); // the bytes are gone or unreadable
        }
    }

    /// <exception cref="InvalidOperationException">The file is not clean: whatever the caller believes, it stays shut.</exception>
    public Stream Open(StoredFile file) =>
        file.IsClean ? folder.Read(file.DiskName) : throw new InvalidOperationException($"A file in state {file.State} is not opened.");

    /// <summary>Removes the bytes; the row is the caller's. Twice is as good as once.</summary>
    public void Delete(StoredFile file) => folder.Delete(file.DiskName);

    /// <summary>Removes what an interrupted intake left: parts, and whole files that no row knows.</summary>
    /// <param name="before">UTC; younger files may belong to an intake that is under way. A day ago is a good value.</param>
    /// <param name="known">Of the given disk names (a few hundred at a time), those that a row knows.</param>
    public Task<int> Sweep(DateTime before, Func<IReadOnlyList<string>, Task<IReadOnlySet<string>>> known) => folder.Sweep(before, known);
}
