using System.Collections.Concurrent;
using Croisee.Data;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Answering;

/// <summary>A survey at one place, ready to be answered: what a page needs, read once for many people.</summary>
public sealed record PutSurvey(Survey Survey, SurveyPlace Place, string By, QuestionnaireContent Content)
{
    /// <summary>The questions as they are first shown, by reader and order of answers: the same for everybody, so drawn once. What was typed or refused is drawn anew.</summary>
    public ConcurrentDictionary<(Reader Reader, int Order), string> Drawn { get; } = new();

    /// <summary>A team tries it: nothing is kept, nothing is counted.</summary>
    public bool IsTrial { get; init; }

    /// <summary>How far its easy words were read by persons concerned, in a few words (FAL-R1).</summary>
    public string EasySaid { get; init; } = EasyWordsRead.PlainSaid;

    /// <summary>Of a place that gives cards: the public key of its tickets.</summary>
    public string? TicketKey { get; init; }

    /// <summary>Somebody may answer in a person's place: there are words for it (PRX-R3).</summary>
    public bool ForProxies { get; } = Content.IsWordedForProxies();

    public int Minutes { get; } = ContentReview.Minutes(Content);

    public AnswerField? Field(string? code) => Content.Fields.Where(f => f.Code == code).Select(f => (AnswerField?)f).FirstOrDefault();
}

/// <summary>
/// Surveys by the code of a place, kept a minute: a thousand people who answer at once read the questionnaire once. A change in this process
/// is seen at once, and in another as soon as it says so; an end is judged by the kept dates, and asked of the database before anybody is turned away.
/// </summary>
public sealed class PutSurveys(TimeProvider clock, Neighbours neighbours)
{
    static readonly TimeSpan Life = TimeSpan.FromSeconds(60);
    /// <summary>Places kept at most; an unknown code is never kept.</summary>
    const int Most = 10_000;
    readonly ConcurrentDictionary<string, (PutSurvey Put, DateTime Until, int Edition)> kept = new(StringComparer.Ordinal);
    /// <summary>Each forgetting begins another: what was being read meanwhile is of the former.</summary>
    int edition;

    /// <summary>Null when no place has this code.</summary>
    public ValueTask<PutSurvey?> Find(AppDb db, string? typed, CancellationToken cancel)
    {
        if (TrialSurveys.Is(typed)) return new(TrialSurveys.Find(this, db, typed!, clock.UtcNow(), cancel));
        var code = SurveyPlace.Normalise(typed);
        // While no other process would be heard that stops a survey, each page asks the database.
        return kept.TryGetValue(code, out var found) && clock.UtcNow() < found.Until && found.Edition == Volatile.Read(ref edition) && neighbours.Hears ? new(found.Put) : new(Read(db, code, cancel));
    }

    /// <summary>Anew from the database: asked before somebody is told that it is over.</summary>
    public async Task<PutSurvey?> Read(AppDb db, string code, CancellationToken cancel)
    {
        if (code.Length != SurveyPlace.CodeLength) return null;
        var (surveys, begun) = (db.Surveys, Volatile.Read(ref edition));
        var row = await db.SurveyPlaces.AsNoTracking().Where(p => p.Code == code)
            .Join(surveys, p => p.SurveyId, s => s.Id, (p, s) => new { Place = p, Survey = s, By = s.Organisation.Name, s.Revision.Content, s.Revision.EasyState, s.Revision.EasyReaders, s.Revision.EasyReadOn }).SingleOrDefaultAsync(cancel);
        if (row is null) return null;
        var key = row.Place.WithCodes ? await Cards.TicketKeys.Find(db, row.Place.Id, cancel) : null;
        var put = new PutSurvey(row.Survey, row.Place, row.By, await HeardSounds.Of(db, ContentJson.Read(row.Content), cancel)) { TicketKey = key?.PublicKey, EasySaid = EasyWordsRead.Say(row.EasyState, row.EasyReaders, row.EasyReadOn) };
        if (kept.Count >= Most) kept.Clear();
        kept[code] = (put, clock.UtcNow() + Life, begun);
        return put;
    }

    /// <summary>Whether it is the code of a place that somebody opened here: a form is always read from a page first.</summary>
    public bool Knows(string code) => kept.ContainsKey(code);

    public void Forget() => Interlocked.Increment(ref edition);
}
