using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>Each step of a pair is told to whoever it waits for next, and nothing of a reading is in a line. Who has a link with an experience does not steer it (EXP-R8).</summary>
public sealed class ToldOfReadingsTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(Person person) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == person.Email).ToListAsync());

    static bool Begins(Notice notice, string path, string words) => notice.Path == path && notice.Line.StartsWith(words, StringComparison.Ordinal);

    async Task<(GivenGroup Group, Call Call, Person Organiser)> Ready(int users = 1, int professionals = 1)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, users, professionals);
        await place.Given.ItReadsFor(group, call);
        var organiser = await place.Given.AnAccount($"Organise {Rules.Reference.New()}");
        await place.Given.AGrant(organiser, Role.Organiser, organisation);
        return (group, call, organiser);
    }

    /// <summary>Somebody who animates the group, and leads it without a voice.</summary>
    async Task<(Person Person, Croisee.Groups.Seat Seat)> AFacilitator(GivenGroup given)
    {
        var person = await place.Given.AnAccount($"Anime {Rules.Reference.New()}");
        var seat = await place.Db(async db =>
        {
            var whole = await db.Groups.Whole().SingleAsync(g => g.Id == given.Group.Id);
            var made = whole.OpenSeat(College.Professionals, "Animation", new Mandate(place.Clock.ParisToday()), SeatRole.Facilitator);
            whole.Fill(made, person.Id, Guid.CreateVersion7(), place.Clock.ParisToday());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", whole);
            await db.SaveChangesAsync();
            return made;
        });
        return (person, seat);
    }

    Task Drafted(Pair pair, Guid seat) => place.Db(async db =>
    {
        var reading = new Reading(await db.Pairs.SingleAsync(p => p.Id == pair.Id), seat, place.Clock.UtcNow());
        reading.Write(Given.ACoding(), new Dictionary<string, CriterionNote>(), null, place.Clock.UtcNow());
        db.Readings.Add(reading);
        db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", reading);
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task Tells_the_pair_and_those_who_lead_at_each_step_of_an_agreement()
    {
        var (group, call, organiser) = await Ready();
        var (facilitator, _) = await AFacilitator(group);
        var (linked, seat) = await AFacilitator(group);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Le verger commun");
        await place.Given.Added(new ReadingRecusal(given.Id, seat, "J’y travaille.", null, place.Clock.UtcNow()));
        foreach (var member in new[] { 0, 1 }) await Drafted(pair, group.Seat(member).Id);
        var agree = $"/lectures/{given.Reference}/accord";
        using var first = await place.Given.SignedIn(group.Members[0]);
        using var second = await place.Given.SignedIn(group.Members[1]);

        await (await first.Open($"/lectures/{given.Reference}/donner")).Form("Oui, donner ma lecture").Choose("Je n’ai rien à en dire").Send();
        Assert.Empty(await NoticesTo(group.Members[1]));
        await (await second.Open($"/lectures/{given.Reference}/donner")).Form("Oui, donner ma lecture").Choose("Je n’ai rien à en dire").Send();
        Assert.Single(await NoticesTo(group.Members[0]), n => Begins(n, agree, "Les deux lectures sont données"));
        Assert.Empty(await NoticesTo(group.Members[1]));

        // Changed before the letter leaves, it is one line.
        foreach (var reason in new[] { "Le pouvoir est partagé.", "Le pouvoir est partagé, vraiment." })
            await (await first.Open(agree)).Form("Proposer cet accord").Choose("Je n’ai rien à en dire").Fill("La raison de l’accord", reason).Send();
        Assert.Single(await NoticesTo(group.Members[1]), n => Begins(n, agree, "Un accord vous est proposé"));

        await (await second.Open(agree)).Form("J’accepte cet accord").Send();
        Assert.Single(await NoticesTo(group.Members[0]), n => Begins(n, agree, "Votre accord est accepté"));
        foreach (var lead in new[] { organiser, facilitator }) Assert.Single(await NoticesTo(lead), n => Begins(n, $"/groupes/{group.Group.Reference}/deliberer/{given.Reference}", "Une expérience est lue"));
        Assert.Empty(await NoticesTo(linked));
        Assert.DoesNotContain(await place.Db(db => db.Notices.AsNoTracking().Select(n => n.Line).ToListAsync()), l => l.Contains("pouvoir", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_the_pair_and_those_who_lead_what_the_group_fixed_for_them()
    {
        var (group, call, organiser) = await Ready();
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "La haie partagée");
        foreach (var member in new[] { 0, 1 }) await place.Given.TheyRead(pair, group.Seat(member).Id, Given.ACoding());
        using var first = await place.Given.SignedIn(group.Members[0]);
        await (await first.Open($"/lectures/{given.Reference}/accord/groupe")).Form("Confier au groupe").Fill("Qu’est-ce qui vous sépare", "Qui décide.").Send();
        using var team = await place.Given.SignedIn(organiser);
        await (await team.Open($"/groupes/{group.Group.Reference}/trancher/{given.Reference}")).Form("Fixer ce codage").Fill("La raison du groupe", "Le groupe retient la concertation.").Send();
        foreach (var member in group.Members) Assert.Single(await NoticesTo(member), n => Begins(n, $"/lectures/{given.Reference}/accord", "Le groupe a fixé le codage"));
        Assert.Single(await NoticesTo(organiser), n => n.Path == $"/groupes/{group.Group.Reference}/deliberer/{given.Reference}");
    }

    [Fact]
    public async Task Opens_no_page_that_steers_an_experience_to_who_leads_and_has_a_link_with_it()
    {
        var (group, call, organiser) = await Ready(2, 2);
        var (facilitator, seat) = await AFacilitator(group);
        var (near, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Une action de sa rue");
        var (far, _) = await place.Given.AnExperienceReadBy(group, call, 1, 3, "Une action d’ailleurs");
        var sent = await place.Given.ASubmittedExperience(call, "Une action à vérifier");
        var analysed = await place.Given.ASubmittedExperience(call, "Une action lue");
        await place.Given.ItPassed(analysed, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed);
        foreach (var one in new[] { near, sent, analysed }) await place.Given.Added(new ReadingRecusal(one.Id, seat, "Il y travaille.", null, place.Clock.UtcNow()));
        var root = $"/groupes/{group.Group.Reference}";
        string[] steering = [$"{root}/repartition/{near.Reference}", $"{root}/trancher/{near.Reference}", $"{root}/deliberer/{analysed.Reference}", $"{root}/recevabilite/{sent.Reference}", $"{root}/recevabilite/{sent.Reference}/messages"];

        using var hers = await place.Given.SignedIn(facilitator);
        foreach (var page in steering) Assert.Equal((page, HttpStatusCode.NotFound), (page, (await hers.Open(page)).Status));
        Assert.Equal(HttpStatusCode.OK, (await hers.Open($"{root}/repartition/{far.Reference}")).Status);
        var board = await hers.Open($"{root}/tableau");
        Assert.Contains("Une action lue", board.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"/deliberer/{analysed.Reference}", board.Source, StringComparison.Ordinal);
        var spread = await hers.Open($"{root}/repartition");
        Assert.DoesNotContain($"/repartition/{near.Reference}", spread.Source, StringComparison.Ordinal);
        Assert.Contains($"/repartition/{far.Reference}", spread.Source, StringComparison.Ordinal);

        using var team = await place.Given.SignedIn(organiser);
        foreach (var page in steering) Assert.Equal((page, HttpStatusCode.OK), (page, (await team.Open(page)).Status));
        Assert.Contains($"/deliberer/{analysed.Reference}", (await team.Open($"{root}/tableau")).Source, StringComparison.Ordinal);
    }

    /// <summary>Nobody who animates is on the roll, so the link declared over a reading is all that tells: somebody else conducts, reads and is told.</summary>
    [Fact]
    public async Task Conducts_no_question_about_what_a_link_kept_them_from_reading()
    {
        var (group, call, organiser) = await Ready();
        var (facilitator, _) = await AFacilitator(group);
        var (linked, seat) = await AFacilitator(group);
        var given = await place.Given.ASubmittedExperience(call, "Une action de son équipe");
        await place.Given.ItPassed(given, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed);
        await place.Given.Added(new ReadingRecusal(given.Id, seat, "Son équipe.", null, place.Clock.UtcNow()));
        var question = new Croisee.Deliberation.Deliberation(await place.Db(db => db.Groups.AsNoTracking().Whole().SingleAsync(g => g.Id == group.Group.Id)), "La retenons-nous ?", new Croisee.Deliberation.Subject(ExperienceCard.SubjectKind, given.Id), Croisee.Deliberation.DecisionRule.DoubleMajority, Croisee.Deliberation.Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        question.Give(group.Seat(0).Id, "Un mot à ne pas lire d’ici.", place.Clock.UtcNow());
        await place.Given.Added(question);
        var path = $"/deliberations/{question.Reference}";
        using var hers = await place.Given.SignedIn(linked);
        using var theirs = await place.Given.SignedIn(facilitator);
        Assert.Contains("Quelqu’un d’autre la conduit", (await hers.Open(path)).TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { "/etape", "/sans-suite" }) Assert.Equal((page, HttpStatusCode.NotFound, HttpStatusCode.OK), (page, (await hers.Open(path + page)).Status, (await theirs.Open(path + page)).Status));

        using (var last = await place.Given.SignedIn(group.Members[1])) await (await last.Open(path + "/avis")).Form("Donner cet avis").Fill("Mon avis", "Le mien.").Send();
        Assert.Empty(await NoticesTo(linked));
        foreach (var lead in new[] { organiser, facilitator }) Assert.Single(await NoticesTo(lead), n => Begins(n, path + "/etape", "Tous les avis sont donnés"));
        var next = await theirs.Open(path + "/etape");
        await next.Form(next.Document.QuerySelectorAll("main button").Select(Page.Text).Single()).Send();
        Assert.DoesNotContain("à ne pas lire d’ici", (await hers.Open(path + "/avis")).TextContent, StringComparison.Ordinal);
        Assert.Contains("à ne pas lire d’ici", (await theirs.Open(path + "/avis")).TextContent, StringComparison.Ordinal);
        Assert.Equal(path, (await hers.Open(path + "/echanges")).Path);
    }

    /// <summary>Who organises and sits is a member with a link like another, but for giving the readers, as there may be nobody else.</summary>
    [Fact]
    public async Task Opens_none_but_the_choice_of_readers_to_who_organises_and_sits_with_a_link()
    {
        var (group, call, _) = await Ready(2, 2);
        var (given, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Une action de sa famille");
        await place.Given.AGrant(group.Members[1], Role.Organiser, await place.Db(db => db.Organisations.SingleAsync(o => o.Id == group.Group.OrganisationId)));
        using var browser = await place.Given.SignedIn(group.Members[1]);
        var (page, readers) = ($"/groupes/{group.Group.Reference}/recevabilite/{given.Reference}/messages", $"/groupes/{group.Group.Reference}/repartition/{given.Reference}");
        foreach (var open in new[] { page, readers }) Assert.Equal(HttpStatusCode.OK, (await browser.Open(open)).Status);
        await place.Given.Added(new ReadingRecusal(given.Id, group.Seat(1), "Ma sœur y participe.", null, place.Clock.UtcNow()));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await browser.Open(page)).Status, (await browser.Open(readers)).Status));
    }
}
