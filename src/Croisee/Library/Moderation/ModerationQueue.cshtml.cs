using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Moderation;

/// <summary>Words that wait beside published sheets, the oldest first, and the last ones answered: for the sheets one moderates.</summary>
[Audience(Audience.Office, Role.Moderator)]
public sealed class ModerationQueueModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    const int Most = 200, Recent = 10, LateDays = 7;

    public sealed record Line(string Kind, Guid Id, string What, string Sheet, DateTime At, ModerationState State);

    public IReadOnlyList<Line> Waiting { get; private set; } = [];
    public IReadOnlyList<Line> Answered { get; private set; } = [];
    public bool IsLate(Line line) => clock.UtcNow() - line.At > TimeSpan.FromDays(LateDays);

    public async Task OnGet()
    {
        Waiting = await Lines(waiting: true);
        Answered = [.. (await Lines(waiting: false)).OrderByDescending(l => l.At).Take(Recent)];
    }

    async Task<IReadOnlyList<Line>> Lines(bool waiting)
    {
        var news = await Of(db.News, waiting).Select(x => new Line("nouvelles", x.Words.Id, "Des nouvelles", x.Sheet.Title, x.Words.At, x.Words.State)).ToListAsync();
        // What is shown, and asked to be read again, waits too.
        var asked = await Of(db.ReaderWords.Where(w => waiting && w.RereadAskedAt != null), null).Select(x => new Line("paroles", x.Words.Id, "Un message à relire", x.Sheet.Title, x.Words.RereadAskedAt!.Value, x.Words.State)).ToListAsync();
        var words = await Of(db.ReaderWords.Where(w => w.RereadAskedAt == null), waiting).Select(x => new Line("paroles", x.Words.Id, x.Words.Kind == ReaderWordKind.Question ? "Une question d’un lecteur" : "Un lecteur l’a fait aussi", x.Sheet.Title, x.Words.At, x.Words.State)).ToListAsync();
        return [.. news.Concat(words).Concat(asked).Concat(await Of(db.SheetLinks, waiting).Select(x => new Line("liens", x.Words.Id, "Un lien proposé", x.Sheet.Title, x.Words.At, x.Words.State)).ToListAsync()).OrderBy(l => l.At)];
    }

    /// <summary>Words that nobody has answered, of all kinds.</summary>
    public static async Task<int> CountWaiting(HttpContext http)
    {
        var (db, visitor) = (http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<Visitor>());
        var sheets = Sheets(db, visitor).Select(s => s.Id);
        var again = await db.ReaderWords.CountAsync(w => w.RereadAskedAt != null && w.State == ModerationState.Shown && sheets.Contains(w.SheetId));
        return again + await Count(db.News) + await Count(db.ReaderWords) + await Count(db.SheetLinks);

        Task<int> Count<TWords>(IQueryable<TWords> words) where TWords : Moderated => words.CountAsync(w => w.State == ModerationState.Waiting && sheets.Contains(w.SheetId));
    }

    static IQueryable<Sheet> Sheets(AppDb db, Visitor visitor)
    {
        var (paths, organisations) = (visitor.Scope(Role.Moderator), db.Organisations);
        return db.Sheets.AsNoTracking().Where(s => organisations.Any(o => o.Id == s.OrganisationId && paths.Any(p => o.Path.StartsWith(p))));
    }

    sealed record Beside<TWords>(TWords Words, Sheet Sheet);

    /// <param name="waiting">Null: whatever their state.</param>
    IQueryable<Beside<TWords>> Of<TWords>(IQueryable<TWords> words, bool? waiting) where TWords : Moderated
    {
        var mine = Sheets(db, visitor);
        var asked = waiting switch
        {
            true => words.AsNoTracking().Where(w => w.State == ModerationState.Waiting),
            false => words.AsNoTracking().Where(w => w.State == ModerationState.Shown || w.State == ModerationState.Refused),
            null => words.AsNoTracking(),
        };
        return (waiting is false ? asked.OrderByDescending(w => w.At) : asked.OrderBy(w => w.At)).Join(mine, w => w.SheetId, s => s.Id, (w, s) => new Beside<TWords>(w, s)).Take(Most);
    }
}
