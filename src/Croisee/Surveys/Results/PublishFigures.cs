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
public sealed class PublishFigures(AppDb db, TimeProvider clock, IOutputCacheStore cache, OnPaper.LonePapers papers)
{
    public const string Job = "publier les résultats des enquêtes";
    /// <summary>Sheets read at once from which on what they took is worth giving back.</summary>
    const int Many = 5_000;

    public async Task RunAll(CancellationToken stop)
    {
        var sheets = db.AnswerSheets;
        var waiting = await db.Surveys.Where(s => s.SettledAt == null && (sheets.Any(a => a.SurveyId == s.Id && !a.Counted))).Select(s => s.Id).ToListAsync(stop);
        var today = clock.ParisToday();
        var ended = await db.Surveys.Where(s => s.SettledAt == null && s.ClosesOn < today).Select(s => s.Id).ToListAsync(stop);
        foreach (var survey in waiting.Union(ended))
        {
            var read = await Run(survey, stop);
            db.ChangeTracker.Clear();
            if (read > Many) SpareMemory.GiveBack();
        }
    }

    /// <summary>One publication of one survey. Nothing is shown when fewer than a batch wait: they go on waiting.</summary>
    /// <returns>How many sheets were read.</returns>
    public async Task<int> Run(Guid id, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var survey = await db.Surveys.Include(s => s.Places).Include(s => s.Revision).SingleAsync(s => s.Id == id, stop);
        var content = ContentJson.Read(survey.Revision.Content);
        var closing = survey.HasEnded(now);
        var over = closing && !survey.TakesPapersAt(now);
        if (over) await papers.Count(survey, content, stop);
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
        var publication = new DisclosureGate(design, new Thresholds(survey.ShownFrom)).Publish(history, clock.ParisToday(), rows, [], closing);
        if (publication.Joined.Count == 0 && publication.Tables.Count == 0 && !over) return rows.Count;

        ledger.Write(history);
        await Show(id, publication, stop);
        if (over) survey.Settle(now);
        db.Record(now, Actor.System, Acts.FiguresPublished, survey, null, survey.OrganisationId);
        await Count(survey, [.. publication.Joined.Select(j => Guid.ParseExact(j.Id, "N"))], [.. publication.Joined.Select(j => days[j.Id]).Distinct()], over, stop);
        await db.ForgetOrder(stop);
        await cache.EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
        return rows.Count;
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

    /// <summary>What joined is counted, and written anew with all that these days hold; at the end, everything, and no ticket is needed any more.</summary>
    Task<int> Count(Survey survey, List<Guid> counted, List<DateOnly> days, bool over, CancellationToken stop) => db.WriteWhole(d =>
    {
        var (id, places) = (survey.Id, survey.Places.Select(p => p.Id).ToList());
        foreach (var part in counted.Chunk(500)) d.AnswerSheets.Where(s => s.SurveyId == id && part.Contains(s.Id)).ExecuteUpdate(s => s.SetProperty(a => a.Counted, true));
        // No card answers any more: neither cards nor tickets nor their keys are needed (domain 10.1).
        if (over) _ = d.SpentTickets.Where(t => places.Contains(t.PlaceId)).ExecuteDelete() + d.OneTimeCodes.Where(c => places.Contains(c.PlaceId)).ExecuteDelete() + d.Set<TicketKey>().Where(k => places.Contains(k.PlaceId)).ExecuteDelete();
        OpenTexts.Run(d, survey, over);
        var months = days.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct().ToList();
        return WriteAnew.Rows<AnswerSheet, Guid>(d, d.AnswerSheets.Where(s => s.SurveyId == id && (over || s.Counted && days.Contains(s.Day))), nameof(AnswerSheet.Id))
            + WriteAnew.Rows<AnswerText, Guid>(d, d.AnswerTexts.Where(t => t.SurveyId == id && (over || months.Contains(t.Month))), nameof(AnswerText.Id))
            // A code is marked when it is taken, a ticket written when it answers.
            + survey.Places.Where(p => p.WithCodes).Sum(p => WriteAnew.Rows<OneTimeCode, string>(d, d.OneTimeCodes.Where(c => c.PlaceId == p.Id), nameof(OneTimeCode.Hash)) + WriteAnew.Rows<SpentTicket, Guid>(d, d.SpentTickets.Where(t => t.PlaceId == p.Id), nameof(SpentTicket.Id)))
            + d.SaveInWrite();
    }, stop);
}
