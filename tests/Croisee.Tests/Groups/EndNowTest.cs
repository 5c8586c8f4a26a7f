using System.Net;
using Croisee.Data;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Groups;

/// <summary>Somebody is put out of a group at once, with a reason that they read: rights end at the next request (S16), and what was decided stays.</summary>
public sealed class EndNowTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Ends_the_access_of_an_open_session_at_the_next_request_and_leaves_the_place_open()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.AGroupOf(organisation, 2, 2);
        using var organiser = await place.Given.APerson("Organise", Role.Organiser, organisation);
        using var member = await place.Given.SignedIn(given.Members[0]);
        var (page, seats) = ($"/groupes/{given.Group.Reference}", $"/bureau/groupes/{given.Group.Reference}/sieges");
        Assert.Equal(HttpStatusCode.OK, (await member.Open(page)).Status);
        var asked = await (await organiser.Open($"{seats}/{given.Seat(0).Id}/fin")).Follow("Mettre fin maintenant à ce mandat");
        Assert.Equal(HttpStatusCode.BadRequest, (await asked.Form("Mettre fin maintenant").Send()).Status);
        var form = asked.Form("Mettre fin maintenant").Fill("Raison", "Des menaces envers un autre membre.");
        Assert.Contains("terminé, dès maintenant", (await form.Send()).TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.Open(page)).Status);
        Assert.DoesNotContain(given.Group.Name, (await member.Open("/groupes")).TextContent, StringComparison.Ordinal);
        // Twice is once.
        Assert.Equal(seats, (await form.Send()).Path);
        var mail = Assert.Single(await place.MailsTo(given.Members[0].Email));
        Assert.DoesNotContain(given.Group.Name, mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Des menaces envers un autre membre.", mail.Text, StringComparison.Ordinal);
        var (group, today) = (await place.Db(db => db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == given.Group.Id)), place.Clock.ParisToday());
        Assert.Equal((1, 2), (group.ParityOn(today).CountOf(College.ServiceUsers), group.ParityOn(today).CountOf(College.Professionals)));
        Assert.Single(group.Seats, s => s.IsVacant && s.College is College.ServiceUsers && s.Mandate.Covers(today));
        Assert.Equal("Des menaces envers un autre membre.", await place.Db(db => db.JournalEntries.Where(e => e.SubjectId == group.Id && e.Act == Croisee.Groups.Acts.MandateEndedNow).Select(e => e.Reason).SingleAsync()));
    }

    [Fact]
    public void Ends_a_mandate_whenever_it_began_and_frees_a_place_given_for_later()
    {
        var (today, person) = (new DateOnly(2027, 3, 1), Guid.CreateVersion7());
        foreach (var first in new[] { today.AddDays(-40), today })
        {
            var group = new Group("Groupe", Guid.CreateVersion7(), GroupKind.WorkingGroup, new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            var seat = group.OpenSeat(College.ServiceUsers, "Membre", new(first, today.AddDays(90)));
            group.Fill(seat, person, Guid.CreateVersion7(), first);
            Assert.Equal(new Mandate(today, today.AddDays(90)), group.EndNow(seat, today)!.Mandate);
            Assert.False(seat.SitsOn(today));
            Assert.True(seat.SitsOn(today.AddDays(-1)));
            Assert.Equal("seat.over", Assert.Throws<RuleBroken>(() => group.EndNow(seat, today)).Code);
        }
        var other = new Group("Groupe", Guid.CreateVersion7(), GroupKind.WorkingGroup, new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var later = other.OpenSeat(College.ServiceUsers, "Plus tard", new(today.AddDays(20)));
        other.Fill(later, person, Guid.CreateVersion7(), today);
        Assert.Null(other.EndNow(later, today));
        Assert.True(later.IsVacant);
    }
}
