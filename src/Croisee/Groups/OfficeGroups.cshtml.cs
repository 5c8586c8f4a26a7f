using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

[Audience(Audience.Office, Role.Organiser, Role.Administrator)]
public sealed class OfficeGroupsModel(AppDb db, TimeProvider clock, Visitor visitor) : Screen
{
    public IReadOnlyList<(Group Group, string Organisation)> Groups { get; private set; } = [];
    /// <summary>Behind a fold: to read them, or to open one again.</summary>
    public IReadOnlyList<Group> Archived { get; private set; } = [];
    public DateOnly Today { get; } = clock.ParisToday();

    public override async Task<IActionResult?> Prepare()
    {
        var places = await db.OrganisationsOf(visitor);
        var ids = places.Select(o => o.Id).ToList();
        var groups = await db.Groups.Whole().AsNoTracking().Where(g => ids.Contains(g.OrganisationId)).OrderByDescending(g => g.CreatedAt).ToListAsync();
        Groups = [.. groups.Where(g => !g.IsArchived).Select(g => (g, places.Single(o => o.Id == g.OrganisationId).Name))];
        Archived = [.. groups.Where(g => g.IsArchived)];
        return null;
    }

    public void OnGet() { }
}
