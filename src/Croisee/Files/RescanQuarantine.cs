using Microsoft.EntityFrameworkCore;

namespace Croisee.Files;

/// <summary>The job's work: files that wait for the antivirus are scanned, each once a run, each saved before the next.</summary>
public sealed class RescanQuarantine(FileStore store, IScanner scanner)
{
    const int Batch = 200;

    /// <returns>Files that left the queue: clean, refused or isolated.</returns>
    public async Task<int> Run(DbContext db, CancellationToken cancel)
    {
        var trusts = scanner is NoScanner;
        if (!await scanner.IsUp(cancel)) return 0;
        var files = db.StoredFiles;
        var waiting = await files.WaitingForScan().Where(f => !trusts || f.State == FileState.Quarantine).Take(Batch).ToListAsync(cancel);
        var done = 0;
        foreach (var file in waiting)
        {
            var outcome = await store.Scan(file, cancel);
            // A file that broke the daemon must not cost the others their turn: they wait, uncounted, for the next run.
            if (outcome.State == ScanState.Unavailable) break;
            if (await Save(db, file, cancel) && (file.State == FileState.Refused || file.IsClean)) done++;
        }
        return done;
    }

    /// <summary>False when the file was deleted while the antivirus read it.</summary>
    static async Task<bool> Save(DbContext db, StoredFile file, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(file).State = EntityState.Detached;
            return false;
        }
    }
}
