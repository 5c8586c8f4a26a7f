using System.Collections.Concurrent;
using Croisee.Data;
using Croisee.People;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Later;

/// <summary>Keeps, opens and empties answers kept for later.</summary>
public sealed class DraftBox(AppDb db, TimeProvider clock, SentDrafts sent)
{
    public const string Job = "vider les réponses gardées puis envoyées";
    /// <summary>Under <paramref name="code"/>, or under a new one; says the code.</summary>
    /// <param name="code">As read, of answers that were kept before.</param>
    public async Task<string> Keep(string? code, KeptLater kept, CancellationToken cancel)
    {
        // Answers that were sent meanwhile from elsewhere: these are others.
        if (code is not null && sent.Has(AnswerDraft.IdOf(code))) code = null;
        var told = code ?? SpokenCode.Read(SpokenCode.New())!;
        var id = AnswerDraft.IdOf(told);
        var draft = await db.AnswerDrafts.SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (draft is null) db.AnswerDrafts.Add(draft = new AnswerDraft(told, clock.ParisToday()));
        draft.Close(told, kept, clock.ParisToday());
        await db.SaveChangesAsync(cancel);
        return told;
    }

    /// <summary>Null when nothing is kept under it any more.</summary>
    public async Task<KeptLater?> Open(string code, CancellationToken cancel)
    {
        var (id, today) = (AnswerDraft.IdOf(code), clock.ParisToday());
        return !sent.Has(id) && await db.AnswerDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.Until >= today, cancel) is { } draft ? draft.Open(code) : null;
    }

    public Task<int> Erase(string code, CancellationToken cancel)
    {
        var id = AnswerDraft.IdOf(code);
        return db.Write(d => d.AnswerDrafts.Where(a => a.Id == id).ExecuteDelete(), cancel);
    }

    /// <summary>What was sent is emptied, some time after, and every draft written anew with it, many in one transaction, in the order of random ids: the number of that transaction tells nothing of one of them.</summary>
    public async Task EmptySent(CancellationToken stop)
    {
        var done = sent.All();
        if (done.Count == 0) return;
        await WriteAnew.Rows<AnswerDraft, Guid>(db, db.AnswerDrafts, nameof(AnswerDraft.Id), stop, draft => { if (done.Contains(draft.Id)) draft.Empty(); });
        await db.ForgetOrder(stop);
        sent.Forget(done);
    }
}

/// <summary>
/// Drafts whose answers were sent, in memory until they are emptied: emptied at once, a draft would lie in the engine's log beside the sheet. A process that ends before keeps them closed until their last day.
/// </summary>
public sealed class SentDrafts
{
    readonly ConcurrentDictionary<Guid, byte> ids = new();

    public void Add(string? code)
    {
        if (code is not null) ids[AnswerDraft.IdOf(code)] = 0;
    }

    public bool Has(Guid id) => ids.ContainsKey(id);
    public HashSet<Guid> All() => [.. ids.Keys];
    public void Forget(IEnumerable<Guid> done) { foreach (var id in done) ids.TryRemove(id, out _); }
}
