using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>The end of a mandate is told to those who lead, and can be undone without cutting off what the member holds.</summary>
public sealed class MandateOfReaderTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(Person person) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == person.Email).ToListAsync());

    async Task<(GivenGroup Group, GivenExperience Experience, Person Organiser)> Reading()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        var (experience, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2);
        return (group, experience, await place.Given.AnAccount("Organise", Role.Organiser, organisation));
    }

    [Fact]
    public async Task Tells_who_leads_of_a_member_who_leaves_and_of_what_they_had_to_read()
    {
        var (group, _, organiser) = await Reading();
        var path = $"/groupes/{group.Group.Reference}";
        using var leaving = await place.Given.SignedIn(group.Members[0]);
        await (await leaving.Open(path + "/quitter")).Form("Oui, quitter le groupe").Send();
        Assert.Contains(await NoticesTo(organiser), n => n.Path == path && n.Line.Contains("un siège est à pourvoir", StringComparison.Ordinal));
        await place.Given.TheJobRan(ReadersGone.Job);
        Assert.DoesNotContain(await NoticesTo(organiser), n => n.Path == path + "/repartition");
        place.Clock.Advance(TimeSpan.FromDays(1));
        await place.Given.TheJobRan(ReadersGone.Job);
        Assert.Contains(await NoticesTo(organiser), n => n.Path == path + "/repartition" && n.Line.StartsWith("Une lecture n’a plus de lecteur", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resumes_a_mandate_with_the_reading_and_the_question_that_it_held()
    {
        var (group, experience, organiser) = await Reading();
        var question = new Croisee.Deliberation.Deliberation(group.Group, "Changer l’heure ?", new Subject("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        await place.Given.Added(question);
        using (var leaving = await place.Given.SignedIn(group.Members[0])) await (await leaving.Open($"/groupes/{group.Group.Reference}/quitter")).Form("Oui, quitter le groupe").Send();
        place.Clock.Advance(TimeSpan.FromDays(3));
        using var member = await place.Given.SignedIn(group.Members[0]);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await member.Open($"/lectures/{experience.Reference}")).Status);

        using var office = await place.Given.SignedIn(organiser);
        var seats = await office.Open($"/bureau/groupes/{group.Group.Reference}/sieges");
        Assert.Contains("À pourvoir", seats.TextContent, StringComparison.Ordinal);
        var page = await seats.Follow("Reprendre ce mandat : Membre 1");
        Assert.Single((await page.Form("Reprendre ce mandat").Send()).Errors);
        var form = page.Form("Reprendre ce mandat").Fill("Pourquoi ?", "Le bouton n’était pas le bon.");
        Assert.All(new[] { await form.Send(), await form.Send() }, p => Assert.Equal($"/bureau/groupes/{group.Group.Reference}/sieges", p.Path));
        Assert.DoesNotContain("À pourvoir", (await office.Open($"/bureau/groupes/{group.Group.Reference}/sieges")).TextContent, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await member.Open($"/lectures/{experience.Reference}")).Status);
        Assert.Contains("Donner mon avis", (await member.Open($"/deliberations/{question.Reference}")).TextContent, StringComparison.Ordinal);
        Assert.Contains(await NoticesTo(group.Members[0]), n => n.Line.StartsWith("Votre mandat continue", StringComparison.Ordinal));
        Assert.Equal("Le bouton n’était pas le bon.", await place.Db(db => db.JournalEntries.Where(e => e.SubjectId == group.Group.Id && e.Act == Croisee.Groups.Acts.MandateProlonged).Select(e => e.Reason).SingleAsync()));
    }

    /// <summary>Renewed by a new invitation, it is the same mandate: what waits for this member still waits for them.</summary>
    [Fact]
    public async Task Keeps_the_reading_of_a_member_invited_again_to_the_place_that_their_mandate_left()
    {
        var (group, experience, organiser) = await Reading();
        using var office = await place.Given.SignedIn(organiser);
        var path = $"/bureau/groupes/{group.Group.Reference}/sieges";
        await (await (await office.Open(path)).Follow("Terminer le mandat : Membre 1")).Form("Terminer ce mandat").Send();
        await (await (await office.Open(path)).Follow("Inviter quelqu’un : Membre 1")).Form("Envoyer l’invitation").Fill("Adresse de courriel de la personne", group.Members[0].Email).Send();
        place.Clock.Advance(TimeSpan.FromDays(4));
        using var member = await place.Given.SignedIn(group.Members[0]);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await member.Open($"/lectures/{experience.Reference}")).Status);
        var form = (await (await member.Open("/groupes")).Follow(group.Group.Name)).Form("Envoyer ma réponse").Choose("Oui, je prends cette place").Fill("Comment les autres membres lisent votre nom", "Samira");
        Assert.Equal(group.Group.Name, (await form.Send()).Heading);
        Assert.Equal("/groupes", (await form.Send()).Path);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await member.Open($"/lectures/{experience.Reference}")).Status);
        Assert.Equal((4, "Samira"), await place.Db(async db => (await db.Seats.CountAsync(s => s.GroupId == group.Group.Id), await db.Seats.Where(s => s.PersonId == group.Members[0].Id).Select(s => s.Label).SingleAsync())));
    }

    /// <summary>Who gave their reading stays in the pair, gone or not: the other side can still be given to somebody.</summary>
    [Fact]
    public async Task Gives_a_reading_to_somebody_else_where_the_other_reader_gave_theirs_and_left()
    {
        var (group, experience, organiser) = await Reading();
        var pair = await place.Db(db => db.Pairs.AsNoTracking().SingleAsync(p => p.ExperienceId == experience.Id));
        await place.Given.TheyRead(pair, group.Seat(0).Id, Given.ACoding());
        foreach (var member in new[] { 0, 2 })
        {
            using var leaving = await place.Given.SignedIn(group.Members[member]);
            await (await leaving.Open($"/groupes/{group.Group.Reference}/quitter")).Form("Oui, quitter le groupe").Send();
        }
        place.Clock.Advance(TimeSpan.FromDays(1));
        using var office = await place.Given.SignedIn(organiser);
        var page = await office.Open($"/groupes/{group.Group.Reference}/repartition/{experience.Reference}");
        Assert.Contains("Lecture donnée", page.TextContent, StringComparison.Ordinal);
        var saved = await page.Form("Enregistrer").Choose("Membre 4").Send();
        Assert.Equal($"/groupes/{group.Group.Reference}/repartition", saved.Path);
        Assert.Equal((group.Seat(0).Id, group.Seat(3).Id), await place.Db(async db => (await db.Pairs.AsNoTracking().SingleAsync(p => p.Id == pair.Id)) is var now ? (now.ServiceUserSeatId, now.ProfessionalSeatId) : default));
    }

    [Fact]
    public async Task Announces_the_end_of_a_mandate_once_and_again_when_it_changes()
    {
        var (group, _, organiser) = await Reading();
        using var office = await place.Given.SignedIn(organiser);
        var (seats, last) = ($"/bureau/groupes/{group.Group.Reference}/sieges", place.Clock.ParisToday().AddDays(40));
        await (await (await office.Open(seats)).Follow("Terminer le mandat : Membre 2")).Form("Terminer ce mandat").Fill("Dernier jour du mandat", $"{last:yyyy-MM-dd}").Send();
        Assert.Contains(await NoticesTo(organiser), n => n.Line.StartsWith($"Un siège est à pourvoir après le {last.Short()}", StringComparison.Ordinal));
        await Days(5);
        await Days(6);
        // Said when it was set: not said again.
        Assert.Empty(await Told());
        await Prolong(last.AddDays(2));
        await Days(1);
        await Days(1);
        Assert.Contains(last.AddDays(2).Short(), Assert.Single(await Told()).Line, StringComparison.Ordinal);
        await Prolong(last.AddDays(4));
        await Days(1);
        Assert.Equal(2, (await Told()).Count);

        async Task Prolong(DateOnly day)
        {
            using var again = await place.Given.SignedIn(organiser);
            await (await (await again.Open(seats)).Follow("Prolonger le mandat : Membre 2")).Form("Prolonger ce mandat").Fill("Nouveau dernier jour", $"{day:yyyy-MM-dd}").Fill("Pourquoi ?", "Jusqu’à la dernière réunion.").Send();
        }
        async Task Days(int days) { place.Clock.Advance(TimeSpan.FromDays(days)); await place.Given.TheJobRan(TellMandates.Job); }
        async Task<List<Notice>> Told() => [.. (await NoticesTo(organiser)).Where(n => n.Line.StartsWith("Un mandat finit le", StringComparison.Ordinal))];
    }
}
