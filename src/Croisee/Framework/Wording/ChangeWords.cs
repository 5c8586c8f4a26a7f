using Croisee.Data;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Framework.Wording;

/// <summary>One line of the journal about a term.</summary>
public sealed record WordingChange(DateTime At, string Act, string Who, string? Reason);

/// <summary>Changes the words of a term: the row as it was read, saved once, and shown at once by this instance.</summary>
public sealed class ChangeWords(AppDb db, Labels labels, LabelKeeper keeper, IEnumerable<IHearWords> hearers)
{
    const int HistoryMax = 20;

    public Task<FrameworkLabel?> Read(Term term) => db.FrameworkLabels.AsNoTracking().SingleOrDefaultAsync(l => l.Code == term.Code);

    public async Task<IReadOnlyList<WordingChange>> History(FrameworkLabel? label)
    {
        if (label is null) return [];
        var persons = db.Persons;
        return await db.JournalEntries.AsNoTracking().Where(e => e.SubjectId == label.Id && e.SubjectType == nameof(FrameworkLabel)).OrderByDescending(e => e.Id).Take(HistoryMax)
            .Select(e => new WordingChange(e.At, e.Act, persons.Where(p => p.Id == e.ActorId).Select(p => p.DisplayName).FirstOrDefault() ?? "", e.Reason)).ToListAsync();
    }

    /// <summary>The row to change, new when there was none.</summary>
    /// <exception cref="DbUpdateConcurrencyException">It is no longer the <paramref name="version"/> that was read.</exception>
    public async Task<FrameworkLabel> Find(Term term, int? version)
    {
        var label = await db.FrameworkLabels.SingleOrDefaultAsync(l => l.Code == term.Code);
        if (label?.Version != version) throw new DbUpdateConcurrencyException($"The words of {term.Code} were changed by somebody else.");
        if (label is null) db.FrameworkLabels.Add(label = new FrameworkLabel(term.Vocabulary.Code, term.Code, null, null));
        return label;
    }

    /// <exception cref="RuleBroken"><c>FRM-LAST</c> when nothing would be left to choose in the vocabulary.</exception>
    public void Offer(FrameworkLabel label, Term term, bool offered)
    {
        if (offered) label.Restore();
        else if (labels.Book.CanRetire(term)) label.Retire();
        else throw new RuleBroken("FRM-LAST", "C’est le dernier mot proposé dans cette liste : gardez-le, ou proposez-en d’abord un autre.", "Offered");
    }

    /// <summary>Keeps these words as the next edition of the framework. What only changed the way of offering a term is an edition too.</summary>
    public async Task Keep(FrameworkLabel label, string reason, DateTime now) => db.TermVersions.Add(new TermVersion(label, await db.FrameworkEdition() + 1, reason, now));

    public async Task Save()
    {
        var reworded = db.ChangeTracker.Entries<FrameworkLabel>().Where(l => l.State is EntityState.Added or EntityState.Deleted || l.Property(x => x.Label).IsModified).Select(l => l.Entity.Code).ToList();
        try { await db.SaveChangesAsync(); }
        // Two people changed words at the same moment: the indexes on codes and editions keep one.
        catch (DbUpdateException e) when (e.IsTwin() && db.ChangeTracker.Entries<TermVersion>().Any(l => l.State is EntityState.Added))
        {
            throw new DbUpdateConcurrencyException("The term was given words at the same moment.", e);
        }
        await keeper.Load(db);
        foreach (var code in reworded)
            foreach (var hearer in hearers) await hearer.Hear(code);
    }
}
