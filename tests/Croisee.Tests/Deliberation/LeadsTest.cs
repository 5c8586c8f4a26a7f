using System.Net;
using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Groups;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Deliberation;

/// <summary>Whoever leads a group is told of what waits, and opens the page that the line names; not where they have a link with the subject.</summary>
public sealed class LeadsTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Opens_to_the_chair_what_the_chair_is_told_of_unless_they_have_a_link()
    {
        var organisation = await place.Given.AnOrganisation();
        var today = place.Clock.ParisToday();
        var group = new Group("Un groupe présidé", organisation.Id, GroupKind.WorkingGroup, place.Clock.UtcNow());
        var (chair, member) = (await place.Given.AnAccount("Présidente"), await place.Given.AnAccount("Membre"));
        group.Fill(group.OpenSeat(College.ServiceUsers, "Présidence", new(today), SeatRole.Chair), chair.Id, Guid.CreateVersion7(), today);
        group.Fill(group.OpenSeat(College.Professionals, "Membre pro", new(today)), member.Id, Guid.CreateVersion7(), today);
        await place.Given.Added(group);
        Croisee.Deliberation.Deliberation Asked(string text) => new(group, text, new Subject("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, today, place.Clock.UtcNow());
        var (one, other) = (Asked("Un lien chez l’autre ?"), Asked("Un lien chez qui préside ?"));
        await place.Given.Added(one, other);

        using var hers = await place.Given.SignedIn(chair);
        using var his = await place.Given.SignedIn(member);
        Assert.Equal(HttpStatusCode.OK, (await hers.Open($"/deliberations/{one.Reference}/etape")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await his.Open($"/deliberations/{one.Reference}/etape")).Status);
        foreach (var (browser, question) in new[] { (his, one), (hers, other) })
            await (await browser.Open($"/deliberations/{question.Reference}/lien")).Form("Me retirer de cette question").Fill("Quel est ce lien", "J’y travaille.").Send();

        var told = (await place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == chair.Email).ToListAsync())).Select(n => n.Path).ToList();
        Assert.Contains($"/deliberations/{one.Reference}/egalite", told);
        Assert.DoesNotContain($"/deliberations/{other.Reference}/egalite", told);
        foreach (var path in told) Assert.Equal(HttpStatusCode.OK, (await hers.Open(path!)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hers.Open($"/deliberations/{other.Reference}/etape")).Status);
    }

    [Fact]
    public async Task Keeps_one_remark_and_one_opinion_of_a_form_sent_many_times()
    {
        var given = await place.Given.AGroupOf(await place.Given.AnOrganisation(), 1, 1);
        var question = new Croisee.Deliberation.Deliberation(given.Group, "Parler en même temps ?", new Subject("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        question.Give(given.Seat(1).Id, "Oui.", place.Clock.UtcNow());
        await place.Given.Added(question);
        using var member = await place.Given.SignedIn(given.Members[0]);
        var opinion = (await member.Open($"/deliberations/{question.Reference}/avis")).Form("Donner cet avis").Fill("Mon avis", "Un seul avis.");
        Assert.All(new[] { await opinion.Send(), await opinion.Send() }, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Equal(HttpStatusCode.BadRequest, (await opinion.Fill("Mon avis", "Un autre avis.").Send()).Status);
        await place.Db(async db =>
        {
            var stored = await db.Deliberations.Whole().SingleAsync(d => d.Id == question.Id);
            stored.OpenDiscussion(place.Clock.UtcNow());
            Croisee.Journal.Recording.Record(db, place.Clock.UtcNow(), Croisee.Journal.Actor.System, "donnee.de.test", stored);
            return await db.SaveChangesAsync();
        });
        var form = (await member.Open($"/deliberations/{question.Reference}/echanges")).Form("Dire").Set("Form.Text", "Une fois suffit.");
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.Send()));
        Assert.All(sent, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.Single((await place.Db(db => db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.Id == question.Id))).Remarks);
    }
}
