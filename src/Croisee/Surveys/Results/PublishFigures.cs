using Croisee.Data;
using Croisee.Journal;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// Lets what waits through the one door (R1), for every survey that has something waiting: every hour, then while papers filled in time may still be keyed in, and a last time after that. Figures, what was counted
/// and what is published move in one transaction.
/// </summary>
public sealed class PublishFigures(AppDb db, TimeProvider clock, IOutputCacheStore cache)
{
    public const string Job = "publier les résultats des enquêtes";
    const string Before = "before_publication";

    public async Task RunAll(CancellationToken stop)
    {
        var sheets = db.AnswerSheets;
        var waiting = await db.Surveys.Where(s => s.SettledAt == null && (sheets.Any(a => a.SurveyId == s.Id && !a.Counted))).Select(s => s.Id).ToListAsync(stop);
        var today = clock.ParisToday();
        var ended = await db.Surveys.Where(s => s.SettledAt == null && s.ClosesOn < today).Select(s => s.Id).ToListAsync(stop);
        foreach (var survey in waiting.Union(ended))
        {
            await Run(survey, stop);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>One publication of one survey. Nothing is shown when fewer than a batch wait: they go on waiting.</summary>
    public async Task Run(Guid id, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var survey = await db.Surveys.Include(s => s.Places).Include(s => s.Revision).SingleAsync(s => s.Id == id, stop);
        var content = ContentJson.Read(survey.Revision.Content);
        var closing = survey.HasEnded(now);
        var ledger = await db.SurveyLedgers.SingleOrDefaultAsync(l => l.SurveyId == id, stop);
        if (ledger is null) db.SurveyLedgers.Add(ledger = new SurveyLedger(id));
        var design = SurveyPlan.Of(survey, content);
        var (rows, days, reader) = (new List<AnswerRow>(), new Dictionary<string, DateOnly>(StringComparer.Ordinal), new RowReader(design, content));
        // Sheet by sheet: a whole survey may wait.
        await foreach (var sheet in db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == id && !s.Counted).AsAsyncEnumerable().WithCancellation(stop))
        {
            var row = reader.Read(sheet);
            rows.Add(row);
            days[row.Id] = sheet.Day;
        }

        var history = ledger.Read();
        var publication = new DisclosureGate(design, new Thresholds()).Publish(history, clock.ParisToday(), rows, [], closing);
        var over = closing && !survey.TakesPapersAt(now);
        if (publication.Joined.Count == 0 && publication.Tables.Count == 0 && !over) return;

        ledger.Write(history);
        await Show(id, publication, stop);
        if (over) survey.Settle(now);
        db.Record(now, Actor.System, Acts.FiguresPublished, survey, null, survey.OrganisationId);
        await Count(id, [.. publication.Joined.Select(j => Guid.ParseExact(j.Id, "N"))], [.. publication.Joined.Select(j => days[j.Id]).Distinct()], stop);
        await db.ForgetOrder(stop);
        await cache.EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
    }

    async Task Show(Guid id, SurveyPublication publication, CancellationToken stop)
    {
        var shown = await db.PublishedFigures.Where(f => f.SurveyId == id).ToDictionaryAsync(f => f.Population, stop);
        foreach (var tables in publication.Tables.GroupBy(t => t.Population))
        {
            if (!shown.TryGetValue(tables.Key, out var figures)) db.PublishedFigures.Add(figures = new PublishedFigures(id, tables.Key));
            figures.Take(publication.On, tables);
        }
    }

    /// <summary>
    /// The counted sheets of these days, old and new, are written anew in the order of their random ids and in one transaction. As they came, a page of the file keeps them in that
    /// order, and on PostgreSQL the number of the transaction too: whoever has the file would know who came after whom (R10, S22).
    /// </summary>
    Task<int> Count(Guid id, List<Guid> counted, List<DateOnly> days, CancellationToken stop) => db.Write(d =>
    {
        // Refused halfway (two publications at once), nothing of it may stay: on SQLite others share the transaction, and what was deleted would be gone.
        d.Database.CurrentTransaction!.CreateSavepoint(Before);
        try { return WriteAnew(d, id, counted, days); }
        catch
        {
            d.Database.CurrentTransaction!.RollbackToSavepoint(Before);
            throw;
        }
    }, stop);

    static int WriteAnew(AppDb d, Guid id, List<Guid> counted, List<DateOnly> days)
    {
        foreach (var known in d.ChangeTracker.Entries<AnswerSheet>().ToList()) known.State = EntityState.Detached;
        var saved = 0;
        foreach (var part in counted.Chunk(500)) d.AnswerSheets.Where(s => s.SurveyId == id && part.Contains(s.Id)).ExecuteUpdate(s => s.SetProperty(a => a.Counted, true));
        var ids = d.AnswerSheets.Where(s => s.SurveyId == id && s.Counted && days.Contains(s.Day)).OrderBy(s => s.Id).Select(s => s.Id).ToList();
        // In parts: a hundred thousand sheets of one day must not be in memory at once.
        foreach (var part in ids.Chunk(2000))
        {
            var mine = d.AnswerSheets.Where(s => s.SurveyId == id && part.Contains(s.Id));
            var sheets = mine.AsNoTracking().OrderBy(s => s.Id).ToList();
            mine.ExecuteDelete();
            d.AnswerSheets.AddRange(sheets);
            saved += d.SaveInWrite();
            foreach (var sheet in sheets) d.Entry(sheet).State = EntityState.Detached;
        }
        WriteTicketsAnew(d, id);
        WriteTextsAnew(d, id, [.. days.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct()]);
        return saved + d.SaveInWrite();
    }

    /// <summary>The same for the tickets that were spent: each was written with its sheet.</summary>
    static void WriteTicketsAnew(AppDb d, Guid id)
    {
        var places = d.SurveyPlaces.Where(p => p.SurveyId == id && p.WithCodes).Select(p => p.Id).ToList();
        if (places.Count == 0) return;
        var spent = d.SpentTickets.AsNoTracking().Where(t => places.Contains(t.PlaceId)).OrderBy(t => t.PlaceId).ThenBy(t => t.Id).ToList();
        d.SpentTickets.Where(t => places.Contains(t.PlaceId)).ExecuteDelete();
        foreach (var known in d.ChangeTracker.Entries<SpentTicket>().ToList()) known.State = EntityState.Detached;
        d.SpentTickets.AddRange(spent);
    }

    /// <summary>The same for the free texts of these months.</summary>
    static void WriteTextsAnew(AppDb d, Guid id, List<DateOnly> months)
    {
        var texts = d.AnswerTexts.AsNoTracking().Where(t => t.SurveyId == id && months.Contains(t.Month)).ToList();
        d.AnswerTexts.Where(t => t.SurveyId == id && months.Contains(t.Month)).ExecuteDelete();
        foreach (var known in d.ChangeTracker.Entries<AnswerText>().ToList()) known.State = EntityState.Detached;
        d.AnswerTexts.AddRange(texts.OrderBy(t => t.Id));
    }
}
