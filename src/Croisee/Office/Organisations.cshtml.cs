using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

[Audience(Audience.Office, Role.Administrator)]
public sealed class OrganisationsModel(AppDb db, Visitor visitor) : Screen
{
    public sealed record Line(Organisation Organisation, int Depth, string? Parent, int Roles);

    public List<Line> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        var organisations = await db.Administered(visitor);
        var names = organisations.ToDictionary(o => o.Id, o => o.Name);
        var ids = organisations.Select(o => o.Id).ToList();
        var roles = await db.Grants.Where(g => g.EndedAt == null && ids.Contains(g.OrganisationId)).GroupBy(g => g.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var top = organisations.Count == 0 ? 0 : organisations.Min(o => o.Depth());
        Lines = [.. organisations.Select(o => new Line(o, o.Depth() - top, o.ParentId is { } parent ? names.GetValueOrDefault(parent) : null, roles.GetValueOrDefault(o.Id)))];
    }
}
