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

/// <summary>A tie decides nothing: neither yes nor no is written for the authors, and the group may take the question up again. Who declared a link stays away from it.</summary>
public sealed class DecidedNothingTest(Place place) : IClassFixture<Place>
{
    Task<ExperienceState> StateOf(GivenExperience given) => place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync());

    async Task<(GivenGroup Group, GivenExperience Experience, Browser Organiser)> Analysed(int users, int professionals)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel dont le groupe hésite");
        var group = await place.Given.AGroupOf(organisation, users, professionals);
        await place.Given.ItReadsFor(group, call);
        var (experience, _) = await place.Given.AnExperienceReadBy(group, call, 0, users, "Le potager partagé");
        await place.Given.ItPassed(experience, ExperienceState.Analysed);
        return (group, experience, await place.Given.APerson("Une organisatrice du groupe", Role.Organiser, organisation));
    }

    static async Task Advance(Browser organiser, string path)
    {
        var page = await organiser.Open(path + "/etape");
        await page.Form(page.Document.QuerySelectorAll("main button").Select(Page.Text).Single()).Send();
    }

    async Task<string> Vote(GivenGroup group, GivenExperience experience, Browser organiser, params string[] votes)
    {
        var path = (await (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question").Send()).Path;
        var members = new List<Browser>();
        foreach (var member in group.Members.Take(votes.Length)) members.Add(await place.Given.SignedIn(member));
        foreach (var member in members) await (await member.Open(path + "/avis")).Form("Donner cet avis").Fill("Mon avis", "On en parle.").Send();
        await Advance(organiser, path);
        await Advance(organiser, path);
        foreach (var (member, vote) in members.Zip(votes)) await (await member.Open(path + "/vote")).Form("Voter").Choose(vote).Fill("Mon motif", "Il manque les effets.").Send();
        await Advance(organiser, path);
        members.ForEach(m => m.Dispose());
        return path;
    }

    [Fact]
    public async Task A_tie_is_no_refusal_and_the_question_is_put_again()
    {
        var (group, experience, organiser) = await Analysed(2, 2);
        using var _ = organiser;
        var first = await Vote(group, experience, organiser, "Oui", "Non", "Oui", "Non");
        Assert.Contains("Pas de décision", (await organiser.Open(first + "/resultat")).TextContent, StringComparison.Ordinal);
        Assert.Equal(ExperienceState.Analysed, await StateOf(experience));
        Assert.False(await place.Db(db => db.Selections.AnyAsync(s => s.ExperienceId == experience.Id)));

        using var member = await place.Given.SignedIn(group.Members[0]);
        Assert.DoesNotContain("Poser de nouveau la question", (await member.Open(first + "/resultat")).TextContent, StringComparison.Ordinal);
        var again = await (await organiser.Open($"/groupes/{group.Group.Reference}/tableau")).Follow("Poser la question : Le potager partagé");
        Assert.Equal(again.Path, (await (await organiser.Open(first + "/resultat")).Follow("Poser de nouveau la question")).Path);
        Assert.Contains("sans décision", again.TextContent, StringComparison.Ordinal);
        Assert.Equal(first, (await again.Follow("Voir la question d’avant")).Path);
        var second = await Vote(group, experience, organiser, "Oui", "Oui", "Oui", "Oui");
        Assert.Equal(ExperienceState.Remarkable, await StateOf(experience));
        var anew = await member.Open(second);
        Assert.Contains("les avis sont demandés de nouveau", anew.TextContent, StringComparison.Ordinal);
        Assert.Equal(first, (await anew.Follow("Voir la question d’avant")).Path);
        Assert.Equal(second, (await (await organiser.Open(first + "/resultat")).Follow("Voir la nouvelle question")).Path);
        Assert.StartsWith("/deliberations/", (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_leads_nowhere_is_ended_and_put_again()
    {
        var (group, experience, organiser) = await Analysed(2, 2);
        using var _ = organiser;
        var ask = $"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}";
        var first = (await (await organiser.Open(ask)).Form("Poser la question").Send()).Path;
        Assert.Equal(first, (await organiser.Open(ask)).Path);
        var ended = await (await organiser.Open(first + "/sans-suite")).Form("Clore sans suite").Fill("Pourquoi ?", "Deux membres sont partis.").Send();
        var again = await ended.Follow("Poser de nouveau la question");
        Assert.Equal(ask, again.Path);
        Assert.NotEqual(first, (await again.Form("Poser la question").Send()).Path);
        Assert.Equal(ExperienceState.Analysed, await StateOf(experience));
    }

    /// <summary>A mandate that ended is no link: renewed, its person speaks and votes when the question is put again.</summary>
    [Fact]
    public async Task Having_left_the_group_once_keeps_nobody_away_from_the_question_put_again()
    {
        var (group, experience, organiser) = await Analysed(2, 2);
        var first = (await (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question").Send()).Path.Split('/')[^1];
        organiser.Dispose();
        place.Clock.Advance(TimeSpan.FromDays(1));
        var (now, today) = (place.Clock.UtcNow(), place.Clock.ParisToday());
        var renewed = await place.Db(async db =>
        {
            var whole = await db.Groups.Whole().SingleAsync(g => g.Id == group.Group.Id);
            var seat = whole.EndMandate(whole.Seats.Single(s => s.Id == group.Seat(0).Id), today.AddDays(-1))!;
            whole.Fill(seat, group.Members[0].Id, Guid.CreateVersion7(), today);
            var question = await db.Deliberations.Whole().SingleAsync(d => d.Reference == first);
            question.Panel.Depart(group.Seat(0).Id, whole, group.Members[0].Id, today, now);
            question.Drop("Le groupe change.", now);
            db.Record(now, Actor.System, "donnee.de.test", whole);
            db.Record(now, Actor.System, "donnee.de.test", question);
            await db.SaveChangesAsync();
            return seat.Id;
        });
        using var later = await place.Given.APerson("Une organisatrice le lendemain", Role.Organiser, await place.Db(db => db.Organisations.SingleAsync(o => o.Id == group.Group.OrganisationId)));
        var again = (await (await later.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question").Send()).Path.Split('/')[^1];
        Assert.NotEqual(first, again);
        Assert.True((await place.Db(db => db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.Reference == again))).Panel.Sits(renewed));
    }

    /// <summary>EXP-R8: the link is the person's; that the first vote decided nothing takes nothing from it.</summary>
    [Fact]
    public async Task A_link_declared_before_the_first_vote_holds_when_the_question_is_put_again()
    {
        var (group, experience, organiser) = await Analysed(3, 3);
        using var _ = organiser;
        var first = (await (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question").Send()).Path.Split('/')[^1];
        var linked = await place.Db(async db =>
        {
            var question = await db.Deliberations.Whole().SingleAsync(d => d.Reference == first);
            var now = place.Clock.UtcNow();
            var recusal = question.Panel.Recuse(question.Seats.First(s => s.College == College.ServiceUsers).SeatId, "J’y travaille.", group.Members[0].Id, now);
            question.Panel.SetAside(recusal, question.Seats.First(s => s.College == College.Professionals).SeatId, now);
            foreach (var seat in question.Seats.Where(s => s.Sits).ToList()) question.Give(seat.SeatId, "On en parle.", now);
            question.OpenDiscussion(now);
            question.OpenBallot(null, now);
            // Nobody votes.
            question.Close(now);
            db.Record(now, Actor.System, Croisee.Deliberation.Acts.Closed, question);
            await db.SaveChangesAsync();
            return recusal.SeatId;
        });
        var again = (await (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question").Send()).Path.Split('/')[^1];
        var panel = (await place.Db(db => db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.Reference == again))).Panel;
        Assert.NotEqual(first, again);
        Assert.False(panel.Sits(linked));
        Assert.Equal(5, (await place.Db(db => db.Deliberations.AsNoTracking().Whole().SingleAsync(d => d.Reference == again))).Seats.Count(s => s.Sits));
    }

    [Fact]
    public async Task Who_declared_a_link_as_a_reader_neither_speaks_nor_votes()
    {
        var (group, experience, organiser) = await Analysed(3, 3);
        using var _ = organiser;
        await place.Given.Added(new ReadingRecusal(experience.Id, group.Seat(1), "J’y participe.", null, place.Clock.UtcNow()));
        var page = await (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question").Send();
        Assert.Contains("Rétablissez l’égalité", page.TextContent, StringComparison.Ordinal);
        using var linked = await place.Given.SignedIn(group.Members[1]);
        Assert.DoesNotContain("Donner mon avis", (await linked.Open(page.Path)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await place.Db(db => db.Notices.AsNoTracking().ToListAsync()), n => n.To == group.Members[1].Email && n.Path == page.Path);
        using var other = await place.Given.SignedIn(group.Members[0]);
        Assert.Contains("Donner mon avis", (await other.Open(page.Path)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_put_the_question_at_once_put_one()
    {
        var (group, experience, organiser) = await Analysed(1, 1);
        using var _ = organiser;
        var form = (await organiser.Open($"/groupes/{group.Group.Reference}/deliberer/{experience.Reference}")).Form("Poser la question");
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.Send()));
        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        Assert.Single(pages.Select(p => p.Path).Distinct());
        Assert.Equal(1, await place.Db(db => db.Deliberations.CountAsync(d => d.SubjectId == experience.Id)));
    }

    [Fact]
    public async Task An_agreement_is_not_accepted_unread()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel aux accords qui changent");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (experience, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1);
        foreach (var member in new[] { 0, 1 }) await place.Given.TheyRead(pair, group.Seat(member).Id, Given.ACoding());
        var path = $"/lectures/{experience.Reference}/accord";
        using var first = await place.Given.SignedIn(group.Members[0]);
        using var second = await place.Given.SignedIn(group.Members[1]);
        Assert.Contains("S’accorder à deux", (await first.Open($"/groupes/{group.Group.Reference}/tableau")).TextContent, StringComparison.Ordinal);
        await (await first.Open(path)).Form("Proposer cet accord").Choose("Je n’ai rien à en dire").Fill("La raison de l’accord", "Le pouvoir est partagé.").Send();
        Assert.Contains("Répondre à l’accord proposé", (await second.Open($"/groupes/{group.Group.Reference}/tableau")).TextContent, StringComparison.Ordinal);
        var seen = (await second.Open(path)).Form("J’accepte cet accord");
        await (await first.Open(path)).Form("Proposer cet accord").Choose("Je n’ai rien à en dire").Choose("Codécision", "Le degré").Fill("La raison de l’accord", "Tout compte fait, elle est plus haute.").Send();

        var refused = await seen.Send();
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("vient de changer sa proposition", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Codécision", refused.TextContent, StringComparison.Ordinal);
        Assert.Equal(ExperienceState.InReading, await StateOf(experience));
        await refused.Form("J’accepte cet accord").Send();
        Assert.Equal(ExperienceState.Analysed, await StateOf(experience));
    }
}
