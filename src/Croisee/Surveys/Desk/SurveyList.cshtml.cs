using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Surveys.Desk;

/// <summary>The surveys of one's organisations, and those that one's place takes part in (CMP-R1).</summary>
[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class SurveyListModel(AppDb db, Visitor visitor, TimeProvider clock) : Screen
{
    /// <param name="Places">That this person sees.</param>
    public sealed record Row(Survey Survey, int Places);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DateTime Now => clock.UtcNow();

    public override Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        return base.Prepare();
    }

    public async Task OnGet()
    {
        var (paths, own, places, organisations) = (visitor.Scope(Role.Organiser, Role.Administrator), visitor.Scope(Role.Organiser), db.SurveyPlaces, db.Organisations);
        var mine = await db.Surveys.Where(s => paths.Any(p => s.Organisation.Path.StartsWith(p))).Select(s => s.Id).ToListAsync();
        var linked = await places.Where(p => p.OrganisationId != null).Join(organisations.Where(o => own.Any(x => o.Path.StartsWith(x))), p => p.OrganisationId, o => (Guid?)o.Id, (p, o) => p.SurveyId).ToListAsync();
        var all = mine.Union(linked).ToList();
        var counts = await places.Where(p => mine.Contains(p.SurveyId)).GroupBy(p => p.SurveyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Rows = [.. (await db.Surveys.AsNoTracking().Include(s => s.Organisation).Where(s => all.Contains(s.Id)).OrderByDescending(s => s.ClosesOn).ThenByDescending(s => s.Id).ToListAsync())
            .Select(s => new Row(s, counts.TryGetValue(s.Id, out var count) ? count : linked.Count(l => l == s.Id)))];
    }
}
