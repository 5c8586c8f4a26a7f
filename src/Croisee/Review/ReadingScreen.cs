using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Review;

/// <summary>A page for the two readers of one experience, found by the seat they hold today. Anyone else finds nothing.</summary>
public abstract class ReadingScreen(AppDb db, TimeProvider clock, Visitor visitor, Framework.Labels labels) : Screen
{
    /// <summary>The tick that nothing is to be said of what is listed as unsaid.</summary>
    public const string NothingToSay = "rien_a_dire";

    /// <summary>What a coding or a reading leaves open, by the names on screen, and whether there is nothing to say of it.</summary>
    public sealed record LeftOpen(IReadOnlyList<string> Names, bool IsTicked)
    {
        public bool MustBeSaid => Names.Count > 0 && !IsTicked;
    }

    [FromRoute(Name = "experience")] public string ExperienceReference { get; set; } = "";

    public Experience Experience { get; private set; } = null!;
    public Group Group { get; private set; } = null!;
    public Pair Pair { get; private set; } = null!;
    public Groups.Seat Mine { get; private set; } = null!;
    public Reading? MyReading { get; private set; }
    public Reading? OtherReading { get; private set; }
    public AccountView View { get; private set; } = null!;
    public Framework.Labels Labels => labels;
    public DateOnly Today => clock.ParisToday();
    public bool BothGiven => MyReading is { IsGiven: true } && OtherReading is { IsGiven: true };
    protected AppDb Db => db;
    protected DateTime Now => clock.UtcNow();
    protected Visitor Me => visitor;

    public override async Task<IActionResult?> Prepare()
    {
        ViewData["Office"] = true;
        var experience = await db.Experiences.Include(e => e.Call).ThenInclude(c => c.Questions).Include(e => e.Steps).Include(e => e.Passages).AsSplitQuery().SingleOrDefaultAsync(e => e.Reference == ExperienceReference && e.State != ExperienceState.Withdrawn);
        if (experience is null || visitor.PersonId is null) return NotFound();
        var links = await db.ReadingRecusals.AsNoTracking().Where(r => r.ExperienceId == experience.Id).ToListAsync();
        foreach (var pair in await db.Pairs.Where(p => p.ExperienceId == experience.Id).ToListAsync())
        {
            var group = await db.Groups.Whole().SingleAsync(g => g.Id == pair.GroupId);
            if (group.SeatOf(visitor, Today) is not { } seat || !pair.Has(seat.Id) || links.Any(l => l.KeepsAway(seat))) continue;
            // Archived by the clock, or later: nothing of it waits for a reading any more.
            if (experience.State is ExperienceState.Archived && HttpMethods.IsPost(HttpContext.Request.Method))
            {
                Flash("Cette expérience est archivée : sa lecture ne change plus.");
                return Redirect("/lectures");
            }
            (Experience, Group, Pair, Mine) = (experience, group, pair, seat);
            var readings = await db.Readings.Where(r => r.PairId == pair.Id).ToListAsync();
            MyReading = readings.SingleOrDefault(r => r.SeatId == seat.Id);
            OtherReading = readings.SingleOrDefault(r => r.SeatId == pair.OtherOf(seat.Id));
            View = new AccountView(experience.Steps.ToAccount(), labels, [.. experience.Call.Questions]);
            return await Ready();
        }
        return NotFound();
    }

    protected virtual Task<IActionResult?> Ready() => Task.FromResult<IActionResult?>(null);

    /// <summary>The page once more, with what is unsaid: it is said, or ticked.</summary>
    protected IActionResult SayOrTick()
    {
        ModelState.AddModelError(NothingToSay, "Des points ne sont pas dits : complétez, ou cochez « Je n’ai rien à en dire ».");
        return Page();
    }

    public string LabelOf(Guid seatId) => Group.Seats.Single(s => s.Id == seatId).Label;
}
