using Croisee.Data;
using Croisee.Groups;
using Croisee.People;
using Croisee.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Groups;

/// <summary>An address that somebody else gave, and whose person never came, is not kept once nothing is offered to it any more.</summary>
public sealed class ForgetInvitedTest(Place place) : IClassFixture<Place>
{
    async Task<(Browser Organiser, Group Group)> Ready()
    {
        var organisation = await place.Given.AnOrganisation();
        var group = new Group($"Groupe {Rules.Reference.New()}", organisation.Id, GroupKind.WorkingGroup, place.Clock.UtcNow());
        foreach (var label in new[] { "Membre 1", "Membre 2" }) group.OpenSeat(College.ServiceUsers, label, new(place.Clock.ParisToday()));
        await place.Given.Added(group);
        return (await place.Given.APerson("Organise", Role.Organiser, organisation), group);
    }

    static async Task Invite(Browser organiser, Group group, int seat, string email) =>
        await (await organiser.Open($"/bureau/groupes/{group.Reference}/sieges/{group.Seats[seat].Id}/inviter")).Form("Envoyer l’invitation").Fill("Adresse de courriel de la personne", email).Send();

    Task<Person?> Find(string email) => place.Db(db => db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Email == email));

    [Fact]
    public async Task Goes_when_the_invitation_is_over_or_taken_back_and_stays_while_it_is_open()
    {
        await place.Given.TheJobIsMine(ForgetInvited.Job);
        var (organiser, group) = await Ready();
        await Invite(organiser, group, 0, "jamais-venue@example.org");
        await Invite(organiser, group, 1, "reprise@example.org");
        await place.Given.TheJobRan(ForgetInvited.Job);
        var (never, back) = ((await Find("jamais-venue@example.org"))!, (await Find("reprise@example.org"))!);
        Assert.False(never.IsClosed || back.IsClosed);

        await (await organiser.Open($"/bureau/groupes/{group.Reference}/sieges/{group.Seats[1].Id}/fin")).Form("Retirer ce siège").Send();
        await place.Given.TheJobRan(ForgetInvited.Job);
        Assert.Null(await Find("reprise@example.org"));
        Assert.NotNull(await Find("jamais-venue@example.org"));

        place.Clock.Advance(SeatInvitation.Life + TimeSpan.FromHours(1));
        await place.Given.TheJobRan(ForgetInvited.Job);
        Assert.Null(await Find("jamais-venue@example.org"));
        Assert.True((await place.Db(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == never.Id))).IsClosed);
        Assert.Empty(await place.MailsTo("jamais-venue@example.org"));
        organiser.Dispose();
    }

    [Fact]
    public async Task Keeps_who_came_in_once_who_holds_something_and_who_is_asked_elsewhere()
    {
        await place.Given.TheJobIsMine(ForgetInvited.Job);
        var (organiser, group) = await Ready();
        await Invite(organiser, group, 0, "venue-une-fois@example.org");
        await Invite(organiser, group, 1, "organise-aussi@example.org");
        var (came, holds) = ((await Find("venue-une-fois@example.org"))!, (await Find("organise-aussi@example.org"))!);
        using (var browser = place.Browser()) Assert.Equal("/groupes", (await place.SignIn(browser, came.Email)).Path);
        await place.Given.AGrant(holds, Role.Moderator, await place.Given.TheInstance());
        place.Clock.Advance(SeatInvitation.Life + TimeSpan.FromHours(1));
        await place.Given.TheJobRan(ForgetInvited.Job);
        Assert.NotNull(await Find("venue-une-fois@example.org"));
        Assert.NotNull(await Find("organise-aussi@example.org"));
        organiser.Dispose();
    }
}
