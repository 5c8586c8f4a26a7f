using Croisee.Data;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>Authors read how their experience was read and coded, by college and never by name, once the group has decided.</summary>
[Audience(Audience.Author)]
public sealed class AuthorsCodingModel(AppDb db, AuthorCookie cookie, TimeProvider clock, CodingHistory history) : AuthorScreen(db, cookie, clock)
{
    public IReadOnlyList<CodingTurn> History { get; private set; } = [];
    public bool IsDecided => Experience.IsDecided;
    /// <summary>The work has ended, and nobody decided before.</summary>
    public bool IsLeft => Experience.State is ExperienceState.Archived && !IsDecided;

    /// <summary>The group's motives, whole: the way of the experience tells their beginning.</summary>
    public string? Motives { get; private set; }

    protected override IQueryable<Experience> Include(IQueryable<Experience> experiences) => experiences.Include(e => e.Passages);

    protected override async Task<IActionResult?> Ready()
    {
        if (!IsDecided) return null;
        History = await history.Of(Experience.Id);
        Motives = await Db.Selections.AsNoTracking().Where(s => s.ExperienceId == Experience.Id).OrderByDescending(s => s.DecidedAt).Select(s => s.Motives).FirstOrDefaultAsync();
        return null;
    }

    public void OnGet() { }
}
