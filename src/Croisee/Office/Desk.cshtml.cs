using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Office;

/// <summary>What this person can do here, as cards that the rooms register for staff.</summary>
[Audience(Audience.Office, Role.Administrator, Role.Organiser, Role.Moderator, Role.Facilitator, Role.ContactOfficer)]
public sealed class DeskModel(AppDb db, Visitor visitor, IEnumerable<MenuEntry> entries) : Screen
{
    public sealed record Line(Role Role, string Organisation);

    public string Name => visitor.DisplayName;
    public List<Line> Held { get; private set; } = [];
    public List<(MenuEntry Entry, int Waiting)> Cards { get; } = [];
    /// <summary>Where to pass the second factor, when a role waits for it.</summary>
    public string? SecondFactorPath => visitor.SecondFactorPassed || !visitor.Grants.Any(g => g.Role.NeedsSecondFactor()) ? null
        : (visitor.HasSecondFactor ? "/connexion/second-facteur" : "/compte/second-facteur") + "?retour=/bureau";

    public async Task OnGet()
    {
        Held = await db.Grants.Where(g => g.PersonId == visitor.PersonId && g.EndedAt == null).OrderBy(g => g.Organisation.Name).Select(g => new Line(g.Role, g.Organisation.Name)).ToListAsync();
        foreach (var entry in entries.Where(e => e.Staff && (e.Shown is null || e.Shown(HttpContext))).OrderBy(e => e.Order))
            Cards.Add((entry, entry.Waiting is null ? 0 : await entry.Waiting(HttpContext)));
    }
}
