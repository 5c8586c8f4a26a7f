using Croisee.Data;
using Croisee.Framework;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Experiences.Exchange;

/// <summary>
/// What the verb was asked: into which call, whether sheets that were published elsewhere are published here, whether calls that are missing are made,
/// and whether a code is sent to each address that the file gives.
/// </summary>
sealed record ImportAsked(string? Call, bool PublishAsImported, bool NewCalls = false, bool SendCodes = false);

/// <summary>How many experiences came in, how many of them to publish, or what must be put right first.</summary>
sealed record ImportOutcome(int Experiences, IReadOnlyList<Guid> ToPublish, IReadOnlyList<FieldError> Errors);

/// <summary>
/// Brings a file in, all of it or nothing (S11). The file is read twice: once to find every fault, in constant memory and without writing;
/// then, when there is none, to write in one transaction, some hundred experiences at a time in memory.
/// </summary>
sealed class ImportExperiences(AppDb db, ContactStore contacts, Labels labels, MailSettings mail, TimeProvider clock)
{
    public const int ErrorsMax = 200, Batch = 10, Collected = 10 * Batch;

    public async Task<ImportOutcome> Run(Stream file, string name, ImportAsked asked, TextWriter progress)
    {
        var calls = await db.Calls.AsNoTracking().Include(c => c.Questions).ToDictionaryAsync(c => c.Slug, StringComparer.OrdinalIgnoreCase);
        var made = asked is { NewCalls: true, Call: null } ? await MissingCalls(file, name, calls) : [];
        foreach (var call in made) calls.Add(call.Slug, call);
        var check = new ImportCheck(calls, asked, clock.ParisToday());
        var (count, errors) = Check(file, name, check, progress);
        if (errors.Count > 0) return new(0, [], errors);
        progress.WriteLine($"{count} expériences lues sans erreur. Écriture…");
        var publish = new List<Guid>();
        await db.Write(_ => Store(file, name, check, asked, made, count, publish, progress));
        return new(count, publish, []);
    }

    /// <summary>A file that cannot be read has none: the check tells why.</summary>
    async Task<IReadOnlyList<Call>> MissingCalls(Stream file, string name, Dictionary<string, Call> calls)
    {
        var root = await db.Organisations.AsNoTracking().SingleAsync(o => o.ParentId == null);
        try { return NewCalls.Of(Rows(file, name), calls, root, clock.UtcNow()); }
        catch (FileRefused) { return []; }
    }

    (int Count, List<FieldError> Errors) Check(Stream file, string name, ImportCheck check, TextWriter progress)
    {
        var errors = new List<FieldError>();
        var count = 0;
        try
        {
            foreach (var row in Rows(file, name))
            {
                errors.AddRange(row.Errors.Count > 0 ? row.Errors : check.Faults(row));
                if (errors.Count >= ErrorsMax) return (count, [.. errors.Take(ErrorsMax), new("", $"La lecture s’arrête après {ErrorsMax} erreurs : il y en a peut-être d’autres.")]);
                if (++count % 1000 == 0) progress.WriteLine($"{count} expériences lues…");
            }
        }
        catch (FileRefused e) { errors.Add(new("", e.Message, e.Line)); }
        if (count == 0 && errors.Count == 0) errors.Add(new("", "Ce fichier ne contient aucune expérience."));
        return (count, errors);
    }

    IEnumerable<ImportedRow> Rows(Stream file, string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".json" or ".jsonl" ? JsonRows.Read(file, labels.Book) : CsvRows.Read(file, labels.Book);

    /// <summary>Runs where writes run. What was already stored goes back when a later batch fails: the lane shares its transaction with others.</summary>
    int Store(Stream file, string name, ImportCheck check, ImportAsked asked, IReadOnlyList<Call> made, int expected, List<Guid> publish, TextWriter progress)
    {
        const string Before = "import";
        var transaction = db.Database.CurrentTransaction!;
        transaction.CreateSavepoint(Before);
        try
        {
            var stored = 0;
            foreach (var call in made)
            {
                db.Attach(call.Organisation);
                db.Calls.Add(call);
                db.Record(clock.UtcNow(), Actor.System, Acts.CallCreated, call, $"Nommé par le fichier {Path.GetFileName(name)}.", call.OrganisationId);
            }
            foreach (var batch in Rows(file, name).Chunk(Batch))
            {
                foreach (var row in batch) if (Add(row, name, check, asked) is { } toPublish) publish.Add(toPublish);
                db.SaveInWrite();
                db.ChangeTracker.Clear();
                stored += batch.Length;
                // What a batch leaves has grown old by its save; the collector, left alone, lets it pile up to twice the memory.
                if (stored % Collected == 0) GC.Collect();
                if (stored % 1000 == 0) progress.WriteLine($"{stored} expériences écrites sur {expected}…");
            }
            if (stored != expected) throw new RuleBroken("IMPORT", "Le fichier a changé pendant l’import. Rien n’a été gardé : recommencez.");
            return stored;
        }
        catch
        {
            db.ChangeTracker.Clear();
            transaction.RollbackToSavepoint(Before);
            throw;
        }
    }

    Guid? Add(ImportedRow row, string name, ImportCheck check, ImportAsked asked)
    {
        if (row.Errors.Count > 0 || check.Faults(row).Any()) throw new RuleBroken("IMPORT", "Le fichier a changé pendant l’import. Rien n’a été gardé : recommencez.");
        var publishes = check.Publishes(row.Row);
        var experience = ImportedExperience.Make(row, check.CallOf(row.Row)!, publishes, clock.UtcNow());
        db.Experiences.Add(experience);
        if (ImportedPast.Of(experience.Id, row.Row, Path.GetFileName(name), clock.UtcNow()) is { } past) db.ImportedPasts.Add(past);
        // A microsecond apart: they stay in the order of the file.
        foreach (var (i, link) in row.Row.Links.Index()) db.WebLinks.Add(new WebLink(experience.Id, link.Address, link.Alternative, link.Rights, clock.UtcNow().AddMicroseconds(i)));
        ImportedExperience.Record(db, experience, $"{Path.GetFileName(name)}, ligne {row.Line}", check.CallOf(row.Row)!, clock.UtcNow());
        // Contact data have one door. On both engines the call ends before it returns: nothing else runs on this connection.
        if (row.Row.Contact() is { } contact)
        {
            contacts.Save(experience, contact, row.Row.Recontact is true).GetAwaiter().GetResult();
            if (asked.SendCodes) SendCode(experience, contact.Email);
        }
        return publishes ? experience.Id : null;
    }

    /// <summary>Whoever the file names gets the code of what came in: without one nobody could complete it, correct it or take it back (EXP-R10).</summary>
    void SendCode(Experience experience, string address)
    {
        var code = People.SpokenCode.New();
        experience.Authors[0].Recode(People.SpokenCode.Hash(People.SpokenCode.Read(code)!), clock.UtcNow());
        db.Send(address, CodeLetter.TakenIn(code, experience.Title, mail.Origin), clock.UtcNow());
    }
}
