using Croisee.Data;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Groups;

/// <summary>A slot of the page « Mes groupes »: a higher room says what waits for whoever sits somewhere, and nothing when nothing does. The partial asks who reads it.</summary>
public sealed record MyGroupsPart(string PartialPath);

[Audience(Audience.Person)]
public sealed class MyGroupsModel(AppDb db, TimeProvider clock, Visitor visitor, IEnumerable<MyGroupsPart> parts) : Screen
{
    public IEnumerable<MyGroupsPart> Parts => parts;

    public sealed record Offer(Guid Id, string Group, College College, DateTime ExpiresAt);

    public IReadOnlyList<Group> Groups { get; private set; } = [];
    public IReadOnlyList<Offer> Offers { get; private set; } = [];
    public bool Organises => visitor.Has(Access.Organisers);
    public DateOnly Today { get; } = clock.ParisToday();

    public override async Task<IActionResult?> Prepare()
    {
        var me = visitor.PersonId;
        Groups = await db.Groups.Whole().AsNoTracking()
            .Where(g => g.ArchivedAt == null && g.Seats.Any(s => s.PersonId == me && s.FirstDay <= Today && (s.LastDay == null || s.LastDay >= Today)))
            .OrderBy(g => g.CreatedAt).ToListAsync();
        var since = clock.UtcNow() - SeatInvitation.Life;
        var offered = await db.Groups.Whole().AsNoTracking()
            .Where(g => g.ArchivedAt == null && g.Invitations.Any(i => i.PersonId == me && i.AnsweredAt == null && i.SentAt > since)).ToListAsync();
        Offers = [.. offered.SelectMany(g => g.Invitations.Where(i => i.PersonId == me && i.IsOpen(clock.UtcNow()))
            .Select(i => new Offer(i.Id, g.Name, g.Seats.Single(s => s.Id == i.SeatId).College, i.ExpiresAt)))];
        return null;
    }

    public void OnGet() { }
}
