using System.Net;
using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>A declared link is always taken, keeps the person away whatever seat they hold, and an alternate of the college reads in their place (EXP-R8). No pair is given before reading is open (EXP-R7).</summary>
public sealed class ReadingLinkTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenGroup Group, Call Call, Person Organiser)> Ready(int users, int professionals, bool open = true)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, users, professionals);
        if (open) await place.Given.ItReadsFor(group, call);
        else await place.Given.Added(new ReadingGroup(call.Id, group.Group.Id, place.Clock.UtcNow()));
        var organiser = await place.Given.AnAccount($"Organise {Rules.Reference.New()}");
        await place.Given.AGrant(organiser, Role.Organiser, organisation);
        return (group, call, organiser);
    }

    Task<T> Changed<T>(GivenGroup given, Func<Group, T> change) => place.Db(async db =>
    {
        var whole = await db.Groups.Whole().SingleAsync(g => g.Id == given.Group.Id);
        var made = change(whole);
        db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", whole);
        await db.SaveChangesAsync();
        return made;
    });

    static async Task<Page> Declare(Browser reader, GivenExperience given) =>
        await (await reader.Open($"/lectures/{given.Reference}/lien")).Form("Me retirer de cette lecture").Fill("Quel est ce lien", "J’y participe.").Send();

    [Fact]
    public async Task Gives_no_pair_before_reading_is_open_even_by_hand()
    {
        var (group, call, organiser) = await Ready(1, 1, open: false);
        var given = await place.Given.ASubmittedExperience(call, "Lue trop tôt");
        await place.Given.ItPassed(given, ExperienceState.Admissible);
        using var team = await place.Given.SignedIn(organiser);
        var form = (await team.Open($"/groupes/{group.Group.Reference}/repartition/{given.Reference}")).Form("Enregistrer").Choose("Membre 1").Choose("Membre 2");
        var refused = await form.Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Ouvrez d’abord la lecture", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.False(await place.Db(db => db.Pairs.AnyAsync(p => p.ExperienceId == given.Id)));
    }

    [Fact]
    public async Task Takes_a_link_when_nobody_can_replace_and_the_pair_waits_for_who_leads()
    {
        var (group, call, organiser) = await Ready(1, 1);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Une action d’à côté");
        using var reader = await place.Given.SignedIn(group.Members[0]);
        var thanked = await Declare(reader, given);
        Assert.Equal(HttpStatusCode.OK, thanked.Status);
        Assert.Contains("nous prévenons l’organisateur", thanked.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Une action d’à côté", thanked.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Open($"/lectures/{given.Reference}")).Status);
        Assert.DoesNotContain("Une action d’à côté", (await reader.Open($"/groupes/{group.Group.Reference}/tableau")).Document.QuerySelectorAll("a[href^='/lectures/']").Select(Page.Text));
        var link = await place.Db(db => db.ReadingRecusals.AsNoTracking().SingleAsync(r => r.ExperienceId == given.Id));
        Assert.Equal((group.Members[0].Id, null), (link.PersonId, link.ReplacedBySeatId));
        var page = $"/groupes/{group.Group.Reference}/repartition/{given.Reference}";
        Assert.Contains(await place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == organiser.Email).ToListAsync()), n => n.Path == page);
        using var team = await place.Given.SignedIn(organiser);
        Assert.Contains("lien déclaré, à remplacer", (await team.Open($"/groupes/{group.Group.Reference}/repartition")).TextContent, StringComparison.Ordinal);

        // Late, the one who is kept away is not reminded; those who lead are.
        place.Clock.Advance(TimeSpan.FromDays(ReadingGroup.DaysToRead + 1));
        await place.Given.TheJobRan("rappeler les lectures");
        Assert.DoesNotContain(await place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == group.Members[0].Email).ToListAsync()), n => n.Path == $"/lectures/{given.Reference}");
        Assert.Contains(await place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == organiser.Email).ToListAsync()), n => n.Line.StartsWith("Une lecture n’a plus de lecteur", StringComparison.Ordinal));

        var newcomer = await place.Given.AnAccount($"Nouvelle {Rules.Reference.New()}");
        var seat = await Changed(group, g =>
        {
            var made = g.OpenSeat(College.ServiceUsers, "Membre nouveau", new Mandate(place.Clock.ParisToday()));
            g.Fill(made, newcomer.Id, Guid.CreateVersion7(), place.Clock.ParisToday());
            return made.Id;
        });
        using var later = await place.Given.SignedIn(organiser);
        var change = await later.Open(page);
        Assert.DoesNotContain("Membre 1", change.TextContent, StringComparison.Ordinal);
        await change.Form("Enregistrer").Choose("Membre nouveau").Send();
        Assert.Equal(seat, await place.Db(db => db.Pairs.Where(p => p.Id == pair.Id).Select(p => p.ServiceUserSeatId).SingleAsync()));
        using var taking = await place.Given.SignedIn(newcomer);
        Assert.Equal(HttpStatusCode.OK, (await taking.Open($"/lectures/{given.Reference}")).Status);
    }

    [Fact]
    public async Task Puts_an_alternate_of_the_college_in_the_place_of_a_reader_with_a_link()
    {
        var (group, call, organiser) = await Ready(1, 1);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Une action voisine");
        var ready = await place.Given.AnAccount($"Suppléant {Rules.Reference.New()}");
        var alternate = await Changed(group, g =>
        {
            var made = g.OpenSeat(College.ServiceUsers, "Suppléant", new Mandate(place.Clock.ParisToday()), SeatRole.Alternate);
            g.Fill(made, ready.Id, Guid.CreateVersion7(), place.Clock.ParisToday());
            return made.Id;
        });
        using var reader = await place.Given.SignedIn(group.Members[0]);
        Assert.Contains("Une autre personne de votre collège lira", (await Declare(reader, given)).TextContent, StringComparison.Ordinal);
        Assert.Equal(alternate, await place.Db(db => db.Pairs.Where(p => p.Id == pair.Id).Select(p => p.ServiceUserSeatId).SingleAsync()));
        using var taking = await place.Given.SignedIn(ready);
        Assert.Equal(HttpStatusCode.OK, (await taking.Open($"/lectures/{given.Reference}")).Status);
        // Who reads is listed, whatever their role; also once the mandate is over.
        using var team = await place.Given.SignedIn(organiser);
        Assert.Contains("Suppléant (suppléance)", Rows(await team.Open($"/groupes/{group.Group.Reference}/repartition")));
        Assert.Contains("Suppléant", (await team.Open($"/groupes/{group.Group.Reference}/tableau")).Source, StringComparison.Ordinal);
        await Changed(group, g => g.EndMandate(g.Seats.Single(s => s.Id == alternate), place.Clock.ParisToday())!.Id);
        place.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await place.Given.SignedIn(organiser);
        Assert.Contains("Suppléant (mandat terminé)", Rows(await later.Open($"/groupes/{group.Group.Reference}/repartition")));

        static IEnumerable<string> Rows(Page spread) => spread.Document.QuerySelectorAll("tbody th").Select(Page.Text);
    }

    /// <summary>Read as one side, left, and came back as the other: a pair is two persons.</summary>
    [Fact]
    public async Task Puts_nobody_who_read_on_one_side_in_the_place_of_the_other()
    {
        var (group, call, organiser) = await Ready(1, 1);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Une action lue des deux côtés");
        await place.Given.TheyRead(pair, group.Seat(0).Id, Given.ACoding());
        var today = place.Clock.ParisToday();
        var crossed = await Changed(group, g =>
        {
            g.EndMandate(g.Seats.Single(s => s.Id == group.Seat(0).Id), today);
            var other = g.OpenSeat(College.Professionals, "Passé de l’autre côté", new Mandate(today.AddDays(1)));
            g.Fill(other, group.Members[0].Id, Guid.CreateVersion7(), today.AddDays(1));
            return other.Id;
        });
        place.Clock.Advance(TimeSpan.FromDays(2));
        using var reader = await place.Given.SignedIn(group.Members[1]);
        Assert.Contains("Personne d’autre de votre collège", (await Declare(reader, given)).TextContent, StringComparison.Ordinal);
        // Nor by hand.
        using var team = await place.Given.SignedIn(organiser);
        var change = await team.Open($"/groupes/{group.Group.Reference}/repartition/{given.Reference}");
        Assert.DoesNotContain("Passé de l’autre côté", change.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await change.Form("Enregistrer").Choose("Membre 1").Set("Form.Professional", crossed.ToString()).Send()).Status);
        Assert.Equal(group.Seat(1).Id, await place.Db(db => db.Pairs.Where(p => p.Id == pair.Id).Select(p => p.ProfessionalSeatId).SingleAsync()));
        var whole = await place.Db(db => db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == group.Group.Id));
        Assert.Equal("EXP-R8", Assert.Throws<Rules.RuleBroken>(() => Spreading.EnsureTwoPersons(whole, group.Seat(0).Id, crossed)).Code);
    }

    [Fact]
    public async Task Takes_a_link_found_out_after_the_reading_is_given_until_both_agree()
    {
        var (group, call, _) = await Ready(2, 2);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Une action reconnue trop tard");
        foreach (var member in new[] { 0, 2 }) await place.Given.TheyRead(pair, group.Seat(member).Id, Given.ACoding());
        using var reader = await place.Given.SignedIn(group.Members[0]);
        Assert.Contains("mise de côté", (await reader.Open($"/lectures/{given.Reference}/lien")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Une autre personne de votre collège lira", (await Declare(reader, given)).TextContent, StringComparison.Ordinal);
        Assert.Equal(group.Seat(1).Id, await place.Db(db => db.Pairs.Where(p => p.Id == pair.Id).Select(p => p.ServiceUserSeatId).SingleAsync()));
        Assert.Equal([group.Seat(2).Id], await place.Db(db => db.Readings.Where(r => r.PairId == pair.Id).Select(r => r.SeatId).ToListAsync()));
        Assert.True(await place.Db(db => db.JournalEntries.AnyAsync(e => e.SubjectId == given.Id && e.Act == Croisee.Review.Acts.LinkDeclared && e.Reason == "Lecture donnée mise de côté")));

        await place.Given.TheyRead(await place.Db(db => db.Pairs.AsNoTracking().SingleAsync(p => p.Id == pair.Id)), group.Seat(1).Id, Given.ACoding());
        await place.Db(async db =>
        {
            var whole = await db.Pairs.SingleAsync(p => p.Id == pair.Id);
            whole.Finish(place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", whole);
            return await db.SaveChangesAsync();
        });
        using var late = await place.Given.SignedIn(group.Members[1]);
        Assert.Equal($"/lectures/{given.Reference}", (await late.Open($"/lectures/{given.Reference}/lien")).Path);
    }

    [Fact]
    public async Task Keeps_the_files_from_whoever_declares_a_link_at_the_vote()
    {
        var (group, call, _) = await Ready(2, 2);
        var (given, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Une action reconnue au vote");
        var file = await place.Given.AFileOf(given);
        await place.Given.ItPassed(given, ExperienceState.Analysed);
        var question = new Croisee.Deliberation.Deliberation(group.Group, "La retenir ?", new Subject(ExperienceCard.SubjectKind, given.Id), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        await place.Given.Added(question);
        using var linked = await place.Given.SignedIn(group.Members[1]);
        Assert.Equal(HttpStatusCode.OK, (await linked.Open(file)).Status);
        await (await linked.Open($"/deliberations/{question.Reference}/lien")).Form("Me retirer de cette question").Fill("Quel est ce lien", "Ma sœur y participe.").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await linked.Open(file)).Status);
        using var other = await place.Given.SignedIn(group.Members[3]);
        Assert.Equal(HttpStatusCode.OK, (await other.Open(file)).Status);
    }

    [Fact]
    public async Task Leaves_nothing_to_read_of_what_its_authors_took_back()
    {
        var (group, call, organiser) = await Ready(1, 1);
        var (given, _) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Une action reprise par ses auteurs");
        var page = $"/groupes/{group.Group.Reference}/repartition";
        using var team = await place.Given.SignedIn(organiser);
        Assert.Contains("Une action reprise par ses auteurs", (await team.Open(page)).TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1"], Loads(await team.Open(page)));
        using (var author = await place.Given.AnAuthorOf(given)) await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        Assert.DoesNotContain("Une action reprise par ses auteurs", (await team.Open(page)).TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "0"], Loads(await team.Open(page)));

        static IEnumerable<string> Loads(Page spread) => spread.Document.QuerySelectorAll("tbody td.num").Select(Page.Text);
    }

    [Fact]
    public async Task Follows_the_person_to_a_renewed_mandate()
    {
        var (group, call, organiser) = await Ready(2, 2);
        var (given, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Une action de famille");
        var file = await place.Given.AFileOf(given);
        using var linked = await place.Given.SignedIn(group.Members[0]);
        await Declare(linked, given);
        place.Clock.Advance(TimeSpan.FromDays(2));
        var today = place.Clock.ParisToday();
        var renewed = await Changed(group, g =>
        {
            var seat = g.EndMandate(g.Seats.Single(s => s.Id == group.Seat(0).Id), today.AddDays(-1))!;
            g.Fill(seat, group.Members[0].Id, Guid.CreateVersion7(), today);
            return seat.Id;
        });
        using var team = await place.Given.SignedIn(organiser);
        var again = (await team.Open($"/groupes/{group.Group.Reference}/repartition/{given.Reference}")).Source;
        Assert.DoesNotContain(renewed.ToString(), again, StringComparison.Ordinal);
        await place.Given.ItPassed(given, ExperienceState.Analysed);
        Assert.Equal(HttpStatusCode.NotFound, (await linked.Open(file)).Status);
        using var other = await place.Given.SignedIn(group.Members[1]);
        Assert.Equal(HttpStatusCode.OK, (await other.Open(file)).Status);

        var question = await (await team.Open($"/groupes/{group.Group.Reference}/deliberer/{given.Reference}")).Form("Poser la question").Send();
        Assert.Contains("Rétablissez l’égalité", question.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Donner mon avis", (await linked.Open(question.Path)).TextContent, StringComparison.Ordinal);
        Assert.Contains(await place.Db(db => db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.SubjectId == given.Id)) is var asked ? asked.Recusals : [], r => r.SeatId == renewed);
    }
}
