using System.Net;
using Croisee.Data;
using Croisee.Deliberation;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Groups;

/// <summary>A group is named anew, or leaves the lists once nothing is in its hands; what it did is still read.</summary>
public sealed class ArchiveGroupTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenGroup Group, Organisation Organisation, Browser Office)> Composed()
    {
        var organisation = await place.Given.AnOrganisation();
        return (await place.Given.AGroupOf(organisation, 1, 1), organisation, await place.Given.APerson("Organise", Role.Organiser, organisation));
    }

    [Fact]
    public async Task Names_a_group_anew_under_the_same_address()
    {
        var (group, _, office) = await Composed();
        using var _o = office;
        var seats = $"/bureau/groupes/{group.Group.Reference}/sieges";
        var named = await (await (await office.Open(seats)).Follow("Changer le nom")).Form("Enregistrer").Fill("Nom du groupe", "Le groupe des repas").Send();
        Assert.Equal((seats, "Le groupe des repas"), (named.Path, named.Heading));
    }

    [Fact]
    public async Task Archives_a_group_that_is_then_only_read_and_opens_it_again()
    {
        var (group, organisation, office) = await Composed();
        using var _o = office;
        var root = $"/bureau/groupes/{group.Group.Reference}";
        var listed = await (await (await office.Open(root + "/sieges")).Follow("Archiver ce groupe")).Form("Archiver ce groupe").Send();
        Assert.Equal("/bureau/groupes", listed.Path);
        Assert.DoesNotContain(listed.Document.QuerySelectorAll("article"), a => a.TextContent.Contains(group.Group.Name, StringComparison.Ordinal));
        using var member = await place.Given.SignedIn(group.Members[0]);
        Assert.DoesNotContain(group.Group.Name, (await member.Open("/groupes")).TextContent, StringComparison.Ordinal);
        Assert.Contains("est archivé depuis", (await member.Open($"/groupes/{group.Group.Reference}")).TextContent, StringComparison.Ordinal);
        await (await office.Open(root + "/sieges/ajouter")).Form("Ouvrir ce siège").Choose("Personnes concernées").Choose("Membre").Fill("Nom du siège", "Trop tard").Send();
        Assert.Equal(2, await place.Db(db => db.Seats.CountAsync(s => s.GroupId == group.Group.Id)));

        // Its seats offer nothing that would be refused, and who leaves it leaves no seat to fill.
        var seats = await office.Open(root + "/sieges");
        Assert.Equal([root + "/archivage"], seats.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith(root, StringComparison.Ordinal)));
        await (await member.Open($"/groupes/{group.Group.Reference}/quitter")).Form("Oui, quitter le groupe").Send();
        Assert.False(await place.Db(db => db.Notices.AnyAsync(n => n.Path == $"/groupes/{group.Group.Reference}")));

        // Not chosen any more; the page says what to do.
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var choosing = await office.Open($"/bureau/appels/{call.Slug}/groupe");
        Assert.Contains(organisation.Name, choosing.Document.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        var create = await choosing.Follow("Créer un groupe");
        Assert.Equal("Créer un groupe", create.Heading);
        Assert.Equal(organisation.Reference, create.Form("Créer le groupe").Value("Structure qui porte le groupe"));

        await (await office.Open(root + "/archivage")).Form("Rouvrir ce groupe").Send();
        Assert.Contains(group.Group.Name, (await office.Open($"/bureau/appels/{call.Slug}/groupe")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_group_with_an_open_question_or_a_reading_in_hand()
    {
        var (asked, _, office) = await Composed();
        using var _o = office;
        var question = new Croisee.Deliberation.Deliberation(asked.Group, "Changer l’heure ?", new Subject("essai", Guid.CreateVersion7()), DecisionRule.DoubleMajority, Quorum.MoreThanHalf, place.Clock.ParisToday(), place.Clock.UtcNow());
        await place.Given.Added(question);
        var path = $"/bureau/groupes/{asked.Group.Reference}/archivage";
        var page = await office.Open(path);
        Assert.Contains("Une question attend", page.TextContent, StringComparison.Ordinal);
        using (var forged = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("archive", "oui")]))
            Assert.Equal(HttpStatusCode.BadRequest, (await office.Send(new(HttpMethod.Post, path) { Content = forged })).StatusCode);

        var (reads, organisation, other) = await Composed();
        using var _p = other;
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        await place.Given.ItReadsFor(reads, call);
        var (experience, _) = await place.Given.AnExperienceReadBy(reads, call, 0, 1);
        Assert.Contains("qui n’est pas fini", (await other.Open($"/bureau/groupes/{reads.Group.Reference}/archivage")).TextContent, StringComparison.Ordinal);
        place.Clock.Set(call.ClosesOn.EndOfParisDay().AddDays(2));
        using var later = await place.Given.APerson("Organise encore", Role.Organiser, organisation);
        Assert.Contains("Des expériences attendent", (await later.Open($"/bureau/groupes/{reads.Group.Reference}/archivage")).TextContent, StringComparison.Ordinal);
        await place.Given.ItPassed(experience, ExperienceState.Analysed, ExperienceState.NotSelected);
        await (await later.Open($"/bureau/groupes/{reads.Group.Reference}/archivage")).Form("Archiver ce groupe").Send();
        Assert.NotNull(await place.Db(db => db.Groups.Where(g => g.Id == reads.Group.Id).Select(g => g.ArchivedAt).SingleAsync()));

        // Its pages answer nobody any more: what authors write reaches the office.
        using var author = await place.Given.AnAuthorOf(experience);
        await (await author.Open($"/suivre/fiche/{experience.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "Où en êtes-vous ?").Send();
        Assert.True(await place.Db(db => db.Notices.AnyAsync(n => n.Path == $"/bureau/experiences/{experience.Reference}/messages")));
    }
}
