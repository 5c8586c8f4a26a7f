using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Publication;

/// <summary>What can be proposed to its authors, what waits for their answer, what was published last: for the calls one organises.</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class QueueModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    const int Most = 200, Recent = 10, LateDays = 30;

    public sealed record Line(string Reference, string Title, string Call, ExperienceState State, DateTime Since, string? Why, bool IsAmended);

    public IReadOnlyList<Line> Ready { get; private set; } = [];
    public IReadOnlyList<Line> Waiting { get; private set; } = [];
    public IReadOnlyList<Line> Published { get; private set; } = [];
    public IReadOnlyList<Line> Archived { get; private set; } = [];
    public bool MayTellStructures => visitor.Has(Role.Organiser, Role.Moderator);
    public bool IsLate(Line line) => clock.UtcNow() - line.Since > TimeSpan.FromDays(LateDays);

    public async Task OnGet()
    {
        var experiences = Mine(db, visitor);
        Ready = await Read(Proposable(experiences).OrderBy(e => e.TouchedAt).Take(Most));
        Waiting = await Read(experiences.Where(e => e.State == ExperienceState.ApprovalAsked).OrderBy(e => e.TouchedAt).Take(Most));
        Published = await Read(experiences.Where(e => e.State == ExperienceState.Published).OrderByDescending(e => e.TouchedAt).Take(Recent));
        Archived = await Read(experiences.Where(e => e.State == ExperienceState.Archived).OrderByDescending(e => e.TouchedAt).Take(Recent));
    }

    /// <summary>Pages that their authors can be asked about now.</summary>
    public static Task<int> CountReady(HttpContext http) => Proposable(Mine(http.RequestServices.GetRequiredService<AppDb>(), http.RequestServices.GetRequiredService<Visitor>())).CountAsync();

    static IQueryable<Experience> Proposable(IQueryable<Experience> experiences) => experiences.Where(e => e.State == ExperienceState.Remarkable || e.State == ExperienceState.NotSelected);

    static IQueryable<Experience> Mine(AppDb db, Visitor visitor)
    {
        var paths = visitor.Scope(Access.Organisers);
        return db.Experiences.AsNoTracking().Where(e => paths.Any(p => e.Call.Organisation.Path.StartsWith(p)));
    }

    async Task<IReadOnlyList<Line>> Read(IQueryable<Experience> experiences)
    {
        var (sheets, passages) = (db.Sheets, db.Passages);
        return await experiences.Select(e => new Line(e.Reference, e.Title, e.Call.Title, e.State,
            passages.Where(p => p.ExperienceId == e.Id).Max(p => (DateTime?)p.At) ?? e.TouchedAt,
            passages.Where(p => p.ExperienceId == e.Id && p.To == e.State).OrderByDescending(p => p.At).Select(p => p.Why).FirstOrDefault(),
            sheets.Any(s => s.Id == e.Id && s.WithdrawnAt == null) && passages.Where(p => p.ExperienceId == e.Id && p.To == e.State).OrderByDescending(p => p.At).Select(p => p.By).FirstOrDefault() == Passage.Authors)).ToListAsync();
    }
}
