using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Groups;

/// <summary>What a closed account held in groups ends with it: its page promises that seats end.</summary>
public sealed class SeatsOfPersonTest(Place place) : IClassFixture<Place>
{
    Task<Group> Stored(Guid group) => place.Db(db => db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == group));

    [Fact]
    public async Task Ends_the_seats_and_offers_of_a_closed_account_forgets_its_name_and_tells_who_leads()
    {
        var organisation = await place.Given.AnOrganisation();
        var organiser = await place.Given.AnAccount("Organise", Role.Organiser, organisation);
        var given = await place.Given.AGroupOf(organisation, 1, 1);
        var leaving = given.Members[0];
        var question = new Croisee.Deliberation.Deliberation(given.Group, "Changer l’heure ?", new Subject("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        await place.Given.Added(question);
        var offering = new Group("Un autre groupe", organisation.Id, GroupKind.WorkingGroup, place.Clock.UtcNow());
        offering.Invite(offering.OpenSeat(College.ServiceUsers, "Membre 1", new(place.Clock.ParisToday())), leaving.Id, organiser.Id, place.Clock.ParisToday(), place.Clock.UtcNow());
        await place.Given.Added(offering);
        place.Clock.Advance(TimeSpan.FromDays(2));

        await place.With(async s => { await s.GetRequiredService<CloseAccount>().Run(await s.GetRequiredService<AppDb>().Persons.SingleAsync(p => p.Id == leaving.Id)); return 0; });
        var (group, today) = (await Stored(given.Group.Id), place.Clock.ParisToday());
        Assert.Equal((0, 1), (group.ParityOn(today).CountOf(College.ServiceUsers), group.ParityOn(today).CountOf(College.Professionals)));
        Assert.DoesNotContain(group.Seats, s => s.Label == "Membre 1");
        var left = group.Seats.Single(s => s.PersonId == leaving.Id);
        Assert.Equal((today.AddDays(-1), "Siège 1"), (left.LastDay, left.Label));
        Assert.Single(group.Seats, s => s.IsVacant && s.College is College.ServiceUsers && s.Mandate.Covers(today));
        Assert.DoesNotContain((await Stored(offering.Id)).Invitations, i => i.IsOpen(place.Clock.UtcNow()));
        Assert.Equal("Siège 1", (await place.Db(db => db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.Id == question.Id))).Seats.Single(s => s.SeatId == left.Id).Label);
        Assert.Contains(await place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == organiser.Email).ToListAsync()), n => n.Path == $"/groupes/{group.Reference}" && n.Line.StartsWith("Un siège est à pourvoir", StringComparison.Ordinal));
        Assert.True(await place.Db(db => db.JournalEntries.AnyAsync(e => e.SubjectId == group.Id && e.Act == Croisee.Groups.Acts.MandateEnded)));
    }

    [Fact]
    public void Gives_back_a_seat_that_begins_later_and_ends_today_one_that_began_today()
    {
        var (today, person) = (new DateOnly(2027, 3, 1), Guid.CreateVersion7());
        var group = new Group("Groupe", Guid.CreateVersion7(), GroupKind.WorkingGroup, new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var later = group.OpenSeat(College.ServiceUsers, "Plus tard", new(today.AddDays(20)));
        group.Fill(later, person, Guid.CreateVersion7(), today);
        var now = group.OpenSeat(College.ServiceUsers, "Aujourd’hui", new(today, today.AddDays(10)));
        group.Fill(now, person, Guid.CreateVersion7(), today);
        Assert.True(group.Leave(person, today, new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc)));
        Assert.True(later.IsVacant);
        Assert.Equal(today, now.LastDay);
        Assert.Single(group.Seats, s => s.IsVacant && s.Mandate == new Mandate(today.AddDays(1), today.AddDays(10)));
    }
}
