using Croisee.Data;
using Croisee.Library.Reading;
using Croisee.Mail;
using Croisee.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Watching;

/// <summary>
/// Tells each saved search its new sheets, one letter for all the searches of an address. The letter and what it told are one save: after a fault
/// the same sheets are told later, and never twice.
/// </summary>
public sealed class TellFound(AppDb db, ISheetSearch search, MailSettings mail, EndLinks links, TimeProvider clock)
{
    public const string Job = "dire les nouveautés des recherches suivies";
    const int LinesMax = 10;

    /// <summary>So many sheets are looked at at a time.</summary>
    internal int Batch { get; init; } = 300;

    sealed record Fresh(SavedSearch Search, IReadOnlyList<(Guid Id, string Reference, string Title)> Sheets);

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        await Forget(now);
        // Read before looking: what changes meanwhile is looked at again by the next round.
        var library = await db.Database.SqlQuery<long>($"select version as \"Value\" from search_state").SingleAsync(cancel);
        var searches = await db.SavedSearches.Include(s => s.Address).Where(s => s.PausedAt == null && (s.PersonId != null || s.Address!.ConfirmedAt != null)).ToListAsync(cancel);
        var due = searches.Where(s => s.IsDue(now, library)).ToList();
        if (due.Count == 0) return;
        var ids = due.Select(s => s.PersonId).OfType<Guid>().Distinct().ToList();
        var addresses = await db.Persons.Where(p => ids.Contains(p.Id) && p.DisabledAt == null).Select(p => new { p.Id, p.Email }).ToDictionaryAsync(p => p.Id, p => p.Email, cancel);
        foreach (var reader in due.GroupBy(s => s.PersonId is { } person ? addresses.GetValueOrDefault(person) : s.Address!.Email)) if (reader.Key is { } to && !await Told(to, [.. reader], library, now, cancel)) return;
    }

    /// <summary>Whoever never typed the code asked for nothing.</summary>
    Task Forget(DateTime now)
    {
        var before = now - SearchAddress.Waits;
        return db.Write(d => d.SavedSearches.Where(s => s.PersonId == null && s.CreatedAt < before && s.Address!.ConfirmedAt == null).ExecuteDelete());
    }

    async Task Tell(string to, IReadOnlyList<SavedSearch> searches, long library, DateTime now, CancellationToken cancel)
    {
        var news = new List<Fresh>();
        foreach (var one in searches)
        {
            IReadOnlyList<(Guid Id, string Reference, string Title)> found = one.LookedAt == library ? [] : await NewFor(one, one.LookedAt < library ? one.LookedAt : 0, cancel);
            one.Check(found.Count, library, now);
            foreach (var sheet in found) db.ToldSheets.Add(new ToldSheet(one.Id, sheet.Id, now));
            if (found.Count > 0) news.Add(new(one, found));
        }
        if (news.Count > 0) db.Send(to, Letter(news), now);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Somebody stopped a search in the same instant: this round ends, the next one tells the rest.</summary>
    async Task<bool> Told(string to, IReadOnlyList<SavedSearch> searches, long library, DateTime now, CancellationToken cancel)
    {
        try { await Tell(to, searches, library, now, cancel); return true; }
        catch (DbUpdateException e) when (e.IsRace() || e.IsOrphan()) { db.ChangeTracker.Clear(); return false; }
    }

    /// <param name="since">The library's version that was looked at before; 0 for all that came since the search was saved.</param>
    async Task<IReadOnlyList<(Guid Id, string Reference, string Title)>> NewFor(SavedSearch saved, long since, CancellationToken cancel)
    {
        var (told, searched) = (db.ToldSheets, db.SearchedSheets);
        var fresh = db.Sheets.AsNoTracking().Where(s => s.PublishedAt > saved.CreatedAt && s.WithdrawnAt == null);
        // In the order of entry, from the first that came or changed since: what was told already fills no page of those that were not.
        if (await searched.Where(s => s.Changed > since && fresh.Any(f => f.Id == s.Id)).MinAsync(s => (int?)s.No, cancel) is not { } first) return [];
        var question = LibraryAddress.Read(new QueryCollection(QueryHelpers.ParseQuery(saved.Query))).Question;
        var found = new List<(Guid Id, string Reference, string Title, DateTime At)>();
        for (var after = first - 1; ;)
        {
            var walk = await search.WalkAsync(question, after, Batch, cancel);
            // Words that no sheet has together are widened on the screen; a letter tells only what was asked.
            if (walk.Widened || walk.Numbers.Count == 0) break;
            var numbers = walk.Numbers;
            var here = await searched.AsNoTracking().Where(s => numbers.Contains(s.No) && s.Changed > since).Join(fresh, x => x.Id, s => s.Id, (x, s) => s).Where(s => !told.Any(t => t.SearchId == saved.Id && t.SheetId == s.Id))
                .Select(s => new { s.Id, s.Reference, s.Title, s.PublishedAt }).ToListAsync(cancel);
            found.AddRange(here.Select(s => (s.Id, s.Reference, s.Title, s.PublishedAt)));
            if (numbers.Count < Batch) break;
            after = numbers[^1];
        }
        return [.. found.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Select(f => (f.Id, f.Reference, f.Title))];
    }

    Letter Letter(IReadOnlyList<Fresh> news)
    {
        var count = news.Sum(n => n.Sheets.Count);
        var letter = new Letter(SearchLetters.Of(count)).Say("Bonjour,");
        foreach (var (saved, sheets) in news)
        {
            letter.Say(sheets.Count == 1 ? $"Une nouvelle fiche pour votre recherche « {saved.Name} » :" : $"{sheets.Count} nouvelles fiches pour votre recherche « {saved.Name} » :");
            foreach (var (_, reference, title) in sheets.Take(LinesMax)) letter.Link(title, $"{mail.Origin}/experiences/{reference}");
            letter.Link("Voir la recherche", mail.Origin + saved.Href);
            if (saved.PersonId is null) letter.Link("Ne plus recevoir ces nouvelles", mail.Origin + links.Of(saved.Id));
        }
        return news.Any(n => n.Search.PersonId is not null) ? letter.Link("Mettre en pause ou arrêter", mail.Origin + "/recherches") : letter;
    }
}
