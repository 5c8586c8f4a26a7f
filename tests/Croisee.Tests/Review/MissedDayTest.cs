using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Groups;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>A reminder is due since a day: one on which no instance ran is made up for, once.</summary>
public sealed class MissedDayTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(Person person, string path) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == person.Email && n.Path == path).ToListAsync());

    async Task<(GivenGroup Group, Croisee.Deliberation.Deliberation Question, string Path)> Asked()
    {
        var group = await place.Given.AGroupOf(await place.Given.AnOrganisation(), 1, 1);
        var question = new Croisee.Deliberation.Deliberation(group.Group, "Changer l’heure du dîner ?", new Subject("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        return (group, question, $"/deliberations/{question.Reference}");
    }

    async Task Days(int days, string job)
    {
        place.Clock.Advance(TimeSpan.FromDays(days));
        await place.Given.TheJobRan(job);
        await place.Given.TheJobRan(job);
    }

    [Fact]
    public async Task Reminds_of_an_opinion_two_days_late_once_and_in_its_next_week_again()
    {
        var (group, question, path) = await Asked();
        await place.Given.Added(question);
        await Days(9, RemindVoices.Job);
        Assert.Single(await NoticesTo(group.Members[0], path));
        await Days(2, RemindVoices.Job);
        Assert.Single(await NoticesTo(group.Members[0], path));
        await Days(3, RemindVoices.Job);
        Assert.Equal(2, (await NoticesTo(group.Members[0], path)).Count);
    }

    [Fact]
    public async Task Reminds_of_a_vote_two_days_before_its_end_when_the_third_was_missed_and_on_its_last_day()
    {
        var (group, question, path) = await Asked();
        foreach (var member in new[] { 0, 1 }) question.Give(group.Seat(member).Id, "Oui, plus tard.", place.Clock.UtcNow());
        question.OpenDiscussion(place.Clock.UtcNow());
        question.OpenBallot(place.Clock.ParisToday().AddDays(10).EndOfParisDay(), place.Clock.UtcNow());
        await place.Given.Added(question);
        await Days(6, RemindVoices.Job);
        Assert.Empty(await NoticesTo(group.Members[0], path));
        await Days(2, RemindVoices.Job);
        Assert.Single(await NoticesTo(group.Members[0], path), n => n.Line.StartsWith("Votre vote", StringComparison.Ordinal));
        await Days(1, RemindVoices.Job);
        Assert.Single(await NoticesTo(group.Members[0], path));
        await Days(1, RemindVoices.Job);
        Assert.Equal(2, (await NoticesTo(group.Members[0], path)).Count);
    }

    [Fact]
    public async Task Tells_who_leads_of_a_late_reading_without_a_reader_whatever_day_it_is()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        await place.Given.AnExperienceReadBy(group, call, 0, 2);
        var organiser = await place.Given.AnAccount("Organise", Role.Organiser, organisation);
        await place.Db(async db =>
        {
            var whole = await db.Groups.Whole().SingleAsync(g => g.Id == group.Group.Id);
            whole.EndMandate(whole.Seats.Single(s => s.Id == group.Seat(0).Id), place.Clock.ParisToday());
            Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.System, "donnee.de.test", whole);
            return await db.SaveChangesAsync();
        });
        var path = $"/groupes/{group.Group.Reference}/repartition";
        await Days(4, ReadersGone.Job);
        Assert.Single(await NoticesTo(organiser, path));
        await Days(ReadingGroup.DaysToRead, "rappeler les lectures");
        var told = (await NoticesTo(organiser, path)).Count;
        Assert.Equal(2, told);
        await Days(1, "rappeler les lectures");
        Assert.Equal(told, (await NoticesTo(organiser, path)).Count);
    }

    [Fact]
    public async Task Says_an_end_of_mandate_that_was_set_long_ahead_again_when_it_comes_near()
    {
        var organisation = await place.Given.AnOrganisation();
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        var organiser = await place.Given.AnAccount("Organise longtemps", Role.Organiser, organisation);
        using var office = await place.Given.SignedIn(organiser);
        var last = place.Clock.ParisToday().AddDays(200);
        await (await (await office.Open($"/bureau/groupes/{group.Group.Reference}/sieges")).Follow("Terminer le mandat : Membre 2")).Form("Terminer ce mandat").Fill("Dernier jour du mandat", $"{last:yyyy-MM-dd}").Send();
        await Days(100, TellMandates.Job);
        Assert.Empty(await Near());
        await Days(75, TellMandates.Job);
        await Days(5, TellMandates.Job);
        Assert.Single(await Near());

        async Task<List<Notice>> Near() => [.. (await NoticesTo(organiser, $"/groupes/{group.Group.Reference}")).Where(n => n.Line.StartsWith("Un mandat finit le", StringComparison.Ordinal))];
    }
}
