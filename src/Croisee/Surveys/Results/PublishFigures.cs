using System.Runtime.ExceptionServices;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Surveys.Aside;
using Croisee.Surveys.Cards;
using Croisee.Surveys.Content;
using Croisee.Surveys.Disclosure;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Results;

/// <summary>
/// Lets what waits through the one door (R1), for every survey that has something waiting: every hour, then while papers filled in time may still be keyed in, and a last time after that. Figures, what was counted
/// and what is published move in one transaction, and in nothing longer: rows are written anew after it (<see cref="WriteCountedAnew"/>). One survey that fails keeps no other waiting.
/// </summary>
public sealed class PublishFigures(AppDb db, TimeProvider clock, IOutputCacheStore cache, OnPaper.LonePapers papers, StuffedLinks stuffed, WriteCountedAnew anew, ILogger<PublishFigures> log)
{
    public const string Job = "publier les résultats des enquêtes";
    /// <summary>Sheets read at once from which on what they took is worth giving back.</summary>
    const int Many = 5_000;

    public async Task RunAll(CancellationToken stop)
    {
        var (sheets, asides, ledgers) = (db.AnswerSheets, db.SetAsides, db.SurveyLedgers);
        var waiting = await db.Surveys.Where(s => s.SettledAt == null && (sheets.Any(a => a.SurveyId == s.Id && !a.Counted))).Select(s => s.Id).ToListAsync(stop);
        // A whole place goes or comes back though nobody answers meanwhile.
        var moving = await db.Surveys.Where(s => s.SettledAt == null && asides.Any(a => a.SurveyId == s.Id && a.Day == null && (a.EndedOn == null) != a.TakenOut)).Select(s => s.Id).ToListAsync(stop);
        var today = clock.ParisToday();
        var ended = await db.Surveys.Where(s => s.SettledAt == null && s.ClosesOn < today).Select(s => s.Id).ToListAsync(stop);
        // Published, and stopped before all was written anew.
        var ordered = await ledgers.Where(l => l.KeepsOrder).Select(l => l.SurveyId).ToListAsync(stop);
        var flooded = new List<Guid>();
        foreach (var codes in stuffed.Codes.Chunk(500)) flooded.AddRange(await db.Surveys.Where(s => s.SettledAt == null && s.Places.Any(p => codes.Contains(p.Code))).Select(s => s.Id).ToListAsync(stop));
        var failed = new List<Exception>();
        foreach (var survey in waiting.Union(moving).Union(ended).Union(flooded).Union(ordered))
        {
            try { if (await Run(survey, stop) > Many) SpareMemory.Ask(); }
            catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                log.LogError(e, "The figures of the survey {Survey} were not published, or not all that they count was written anew; the others are, and this one is tried again in an hour.", survey);
                failed.Add(e);
            }
            db.ChangeTracker.Clear();
        }
        // Told last, where those who look after the instance see it: the job did not do all that it should.
        if (failed.Count > 0) ExceptionDispatchInfo.Throw(failed[0]);
    }

    /// <summary>One publication of one survey. Nothing is shown when fewer than a batch wait: they go on waiting.</summary>
    /// <returns>How many sheets were read.</returns>
    public async Task<int> Run(Guid id, CancellationToken stop)
    {
        var (read, published, days) = await Publish(id, stop);
        if (published || await db.SurveyLedgers.AnyAsync(l => l.SurveyId == id && l.KeepsOrder, stop)) await anew.Run(id, days, stop);
        return read;
    }

    /// <returns>How many sheets were read, whether anything was published, and the days of those that joined: null for everything, where more than these days must be written anew.</returns>
    async Task<(int Read, bool Published, List<DateOnly>? Days)> Publish(Guid id, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var survey = await db.Surveys.Include(s => s.Places).Include(s => s.Revision).SingleAsync(s => s.Id == id, stop);
        // What was counted is forgotten by then (ForgetAnswers): nothing can be published from it.
        if (survey.SettledAt is not null) return (0, false, null);
        var content = ContentJson.Read(survey.Revision.Content);
        var over = survey.IsOver(now);
        if (over) await papers.Count(survey, content, stop);
        var closing = over || survey.HasEnded(now) && !await AwaitsMore(survey, stop);
        var asides = await db.SetAsides.Where(a => a.SurveyId == id).ToListAsync(stop);
        var signs = survey.Places.SelectMany(p => stuffed.Of(p.Code).Select(day => (p.Code, Day: day))).ToList();
        var noticed = await Notice(survey, asides, signs, now, stop);
        var design = SurveyPlan.Of(survey, content, asides.Where(a => a.IsOn && a.IsWhole).Select(a => a.PlaceId).ToHashSet());
        // Between two batches most hours bring a few answers: neither they nor all that was ever counted need to be read for that.
        if (!closing && asides.Count == 0 && !await IsABatchThere(survey, design, stop)) { stuffed.Forget(signs); return (0, false, null); }
        var ledger = await db.SurveyLedgers.SingleOrDefaultAsync(l => l.SurveyId == id, stop);
        if (ledger is null) db.SurveyLedgers.Add(ledger = new SurveyLedger(id));
        var held = new Dictionary<Guid, int>();
        var (rows, days, reader) = (new List<AnswerRow>(), new Dictionary<string, DateOnly>(StringComparer.Ordinal), new RowReader(design, content, survey.OpensOn.Year));
        var places = survey.Places.Select(p => p.Id).ToHashSet();
        // Sheet by sheet: a whole survey may wait.
        await foreach (var sheet in db.AnswerSheets.AsNoTracking().Where(s => s.SurveyId == id && !s.Counted).AsAsyncEnumerable().WithCancellation(stop))
        {
            // A place that was withdrawn while somebody was sending their answers there.
            if (!places.Contains(sheet.PlaceId)) continue;
            if (asides.Exists(a => a.Holds(sheet))) { held[sheet.PlaceId] = held.GetValueOrDefault(sheet.PlaceId) + 1; continue; }
            var row = reader.Read(sheet);
            rows.Add(row);
            days[row.Id] = sheet.Day;
        }

        var history = ledger.Read();
        var moved = Move(history, design, asides);
        var publication = new DisclosureGate(design, new Thresholds(survey.ShownFrom)).Publish(history, clock.ParisToday(), rows, [], closing, moved);
        var figures = await db.PublishedFigures.Where(f => f.SurveyId == id).ToDictionaryAsync(f => f.Population, stop);
        var told = Tell(survey, figures, history, held, publication.On);
        if (publication.Joined.Count == 0 && publication.Tables.Count == 0 && !told && !over)
        {
            if (noticed) await db.SaveChangesAsync(stop);
            stuffed.Forget(signs);
            return (rows.Count, false, null);
        }

        var more = over || ledger.KeepsOrder;
        ledger.Write(history);
        Show(id, figures, publication);
        if (over) survey.Settle(now);
        db.Record(now, Actor.System, Acts.FiguresPublished, survey, null, survey.OrganisationId);
        await Count(survey, [.. publication.Joined.Select(j => Guid.ParseExact(j.Id, "N"))], over, stop);
        stuffed.Forget(signs);
        await cache.EvictByTagAsync(PublicCache.Tag, CancellationToken.None);
        return (rows.Count, true, more ? null : [.. publication.Joined.Select(j => days[j.Id]).Distinct()]);
    }

    /// <summary>
    /// What is left of a place joins the whole once, and never comes back. So each place keeps waiting for its own while something may still come to it: papers were keyed in, devices went out, or something came
    /// after the end. Else the end is the end, and results need not wait for papers that nobody has.
    /// </summary>
    async Task<bool> AwaitsMore(Survey survey, CancellationToken stop) =>
        await db.PaperEntries.AnyAsync(e => e.SurveyId == survey.Id, stop) || await db.OfflineDevices.AnyAsync(o => o.SurveyId == survey.Id, stop) || await db.AnswerSheets.AnyAsync(s => s.SurveyId == survey.Id && s.Day > survey.ClosesOn, stop);

    async Task<bool> IsABatchThere(Survey survey, SurveyDesign design, CancellationToken stop)
    {
        var (thresholds, places) = (new Thresholds(survey.ShownFrom), survey.Places.Select(p => p.Id).ToHashSet());
        var waiting = await db.AnswerSheets.Where(s => s.SurveyId == survey.Id && !s.Counted).GroupBy(s => s.PlaceId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return waiting.Where(w => places.Contains(w.Key)).GroupBy(w => design.Reader(SurveyPlan.PopulationOf(w.Key), thresholds)).Any(g => g.Sum(w => w.Count) >= thresholds.Least);
    }

    void Show(Guid id, Dictionary<string, PublishedFigures> shown, SurveyPublication publication)
    {
        foreach (var tables in publication.Tables.GroupBy(t => t.Population)) Of(id, shown, tables.Key).Take(publication.On, tables);
    }

    PublishedFigures Of(Guid id, Dictionary<string, PublishedFigures> shown, string population)
    {
        if (!shown.TryGetValue(population, out var figures)) db.PublishedFigures.Add(shown[population] = figures = new PublishedFigures(id, population));
        return figures;
    }

    /// <summary>
    /// S23: days on which a place that gives no cards turned forms away, or on which more answers came that nobody answers for than there are persons: what came then is set aside
    /// before it is counted, until somebody of the team decides. What they decided stands.
    /// </summary>
    async Task<bool> Notice(Survey survey, List<SetAside> known, List<(string Code, DateOnly Day)> signs, DateTime now, CancellationToken stop)
    {
        const string TooFast = "Trop de réponses en peu de temps : des envois ont été refusés.", TooMany = "Plus de réponses en un jour que de personnes concernées, sans les papiers ni les cartes.";
        if (survey.IsSigned || survey.SettledAt is not null) return false;
        var (since, before) = (now.ParisDay().AddDays(-1), known.Count);
        var came = survey.Places.Any(p => p.Eligible is not null) ? await db.AnswerSheets.Where(s => s.SurveyId == survey.Id && s.Day >= since && !SetAside.Vouched.Contains(s.Channel)).GroupBy(s => new { s.PlaceId, s.Day, s.Channel }).Select(g => new { g.Key.PlaceId, g.Key.Day, g.Key.Channel, Count = g.Count() }).ToListAsync(stop) : [];
        foreach (var place in survey.Places)
        {
            if (!place.WithCodes) foreach (var (_, day) in signs.Where(s => s.Code == place.Code)) Add(place, day, TooFast);
            // Where cards are given, a tablet or a telephone spent one too; a device without a network did not.
            foreach (var day in came.Where(c => c.PlaceId == place.Id && (!place.WithCodes || c.Channel == SetAside.Device)).GroupBy(c => c.Day))
                if (day.Sum(c => c.Count) is var count && count > place.Eligible && count >= Thresholds.LeastBatch) Add(place, day.Key, TooMany);
        }
        return known.Count > before;

        void Add(SurveyPlace place, DateOnly day, string why)
        {
            if (known.Exists(a => a.PlaceId == place.Id && (a.Day == day || a.IsWhole && a.IsOn)) || day < survey.OpensOn) return;
            var aside = new SetAside(survey, place, day, why, null, now);
            known.Add(aside);
            db.SetAsides.Add(aside);
            db.Record(now, Actor.System, Acts.SetAside, survey, why, survey.OrganisationId);
        }
    }

    /// <returns>Populations whose figures go or come back with all that they counted.</returns>
    static List<string> Move(PublicationHistory history, SurveyDesign design, List<SetAside> asides)
    {
        var moved = new List<string>();
        foreach (var aside in asides.Where(a => a.IsWhole && a.IsOn != a.TakenOut))
        {
            // Set aside again before the figures moved: one place goes once.
            if (!aside.IsOn && asides.Exists(a => a.IsWhole && a.IsOn && a.PlaceId == aside.PlaceId)) { aside.Leaves(false); continue; }
            var population = SurveyPlan.PopulationOf(aside.PlaceId);
            if (aside.IsOn) history.PutAside(design, population); else history.TakeBack(design, population);
            aside.Leaves(aside.IsOn);
            moved.Add(population);
        }
        return moved;
    }

    /// <summary>How many are set aside, at each place, in each grouping and in all.</summary>
    bool Tell(Survey survey, Dictionary<string, PublishedFigures> figures, PublicationHistory history, Dictionary<Guid, int> held, DateOnly on)
    {
        var (told, all, together) = (false, 0, new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var place in survey.Places)
        {
            var population = SurveyPlan.PopulationOf(place.Id);
            var answers = held.GetValueOrDefault(place.Id) + (history.Aside.TryGetValue(population, out var books) ? books[0].Counted.Whole.Answers : 0);
            all += answers;
            if (place.Grouping is { } grouping) together[grouping] = together.GetValueOrDefault(grouping) + answers;
            One(population, answers);
        }
        foreach (var (grouping, answers) in together) One(SurveyPlan.PopulationOf(grouping), answers);
        One(SurveyPlan.Whole, all);
        return told;

        void One(string population, int answers)
        {
            if (answers > 0 || figures.ContainsKey(population)) told |= Of(survey.Id, figures, population).TellAside(on, answers);
        }
    }

    /// <summary>What joined is counted, and shown; at the end no ticket is needed any more.</summary>
    Task<int> Count(Survey survey, List<Guid> counted, bool over, CancellationToken stop) => db.WriteWhole(d =>
    {
        var (id, places) = (survey.Id, survey.Places.Select(p => p.Id).ToList());
        foreach (var part in counted.Chunk(500)) d.AnswerSheets.Where(s => s.SurveyId == id && part.Contains(s.Id)).ExecuteUpdate(s => s.SetProperty(a => a.Counted, true));
        // No card answers any more: neither cards nor tickets nor their keys are needed (domain 10.1).
        if (over) _ = d.SpentTickets.Where(t => places.Contains(t.PlaceId)).ExecuteDelete() + d.OneTimeCodes.Where(c => places.Contains(c.PlaceId)).ExecuteDelete() + d.Set<TicketKey>().Where(k => places.Contains(k.PlaceId)).ExecuteDelete();
        OpenTexts.Run(d, survey, over);
        return d.SaveInWrite();
    }, stop);
}
