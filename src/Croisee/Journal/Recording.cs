using Croisee.Data;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Journal;

/// <summary>Act, actor and reason travel with the write: the entry is added in words by whoever acts, in the same save.</summary>
public static class Recording
{
    public static void Record(this AppDb db, DateTime at, Actor actor, string act, IAudited subject, string? reason = null, Guid? organisation = null) =>
        db.JournalEntries.Add(new JournalEntry(at, actor, act, subject.GetType().Name, subject.AuditedId, organisation, reason));

    /// <summary>Of a noun that the journal does not follow, only that it was erased: what <see cref="EraseAgain"/> needs to erase it in a base that comes back.</summary>
    public static void RecordErased<TNoun>(this AppDb db, DateTime at, Actor actor, string act, Guid id, string? reason = null, Guid? organisation = null) =>
        db.JournalEntries.Add(new JournalEntry(at, actor, act, typeof(TNoun).Name, id, organisation, reason));
}

/// <summary>No entry, no save: every changed audited noun needs an entry about it in the same save, which is completed with the changed fields.</summary>
public sealed class JournalGuard : ISaveGuard
{
    const string Version = "Version";

    public void Check(AppDb db)
    {
        Dictionary<Guid, JournalEntry>? entries = null;
        Dictionary<JournalEntry, List<string>>? fields = null;
        foreach (var changed in db.ChangeTracker.Entries<IAudited>())
        {
            if (changed.State is EntityState.Unchanged or EntityState.Detached) continue;
            // Only its version moves, so that two acts at once exclude each other: nothing of it changes.
            if (changed.State is EntityState.Modified && changed.Properties.All(p => !p.IsModified || p.Metadata.Name == Version)) continue;
            entries ??= Added(db);
            if (!entries.TryGetValue(changed.Entity.AuditedId, out var entry))
                throw new InvalidOperationException($"No entry, no save: {changed.Entity.GetType().Name} {changed.Entity.AuditedId} changes without a journal entry. Call db.Record(…) in the same act.");
            if (changed.State is not EntityState.Modified) continue;
            fields ??= [];
            if (!fields.TryGetValue(entry, out var names)) fields[entry] = names = [];
            names.AddRange(changed.Properties.Where(p => p.IsModified && p.Metadata.Name != Version).Select(p => $"{changed.Entity.GetType().Name}.{p.Metadata.Name}"));
        }
        if (fields is null) return;
        foreach (var (entry, names) in fields) entry.Complete(names);
    }

    static Dictionary<Guid, JournalEntry> Added(AppDb db)
    {
        var added = new Dictionary<Guid, JournalEntry>();
        foreach (var entry in db.ChangeTracker.Entries<JournalEntry>())
            if (entry.State is EntityState.Added) added[entry.Entity.SubjectId] = entry.Entity;
        return added;
    }
}
