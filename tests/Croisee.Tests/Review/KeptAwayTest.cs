using System.Net;
using Croisee.Mail;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>Whoever declared a link is sent no address that is closed to them; who organises may still give the readers, as there may be nobody else (EXP-R8).</summary>
public sealed class KeptAwayTest(Place place) : IClassFixture<Place>
{
    Task<List<Notice>> NoticesTo(Person person) => place.Db(db => db.Notices.AsNoTracking().Where(n => n.To == person.Email).ToListAsync());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tells_an_organiser_with_a_link_only_when_there_is_nobody_else(bool others)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Rules.Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 2, 2);
        await place.Given.ItReadsFor(group, call);
        var (given, _) = await place.Given.AnExperienceReadBy(group, call, 0, 2, "Une action de famille");
        await place.Given.AGrant(group.Members[0], Role.Organiser, organisation);
        var other = await place.Given.AnAccount($"Organise {Rules.Reference.New()}");
        if (others) await place.Given.AGrant(other, Role.Organiser, organisation);
        using var linked = await place.Given.SignedIn(group.Members[0]);
        await (await linked.Open($"/lectures/{given.Reference}/lien")).Form("Me retirer de cette lecture").Fill("Quel est ce lien", "Ma sœur y participe.").Send();
        using (var author = await place.Given.AnAuthorOf(given))
            await (await author.Open($"/suivre/fiche/{given.Reference}/messages")).Form("Envoyer le message").Fill("Votre message", "Nous l’avons fait deux fois.").Send();

        var root = $"/groupes/{group.Group.Reference}";
        var page = $"{root}/recevabilite/{given.Reference}/messages";
        Assert.Equal((!others, others), ((await NoticesTo(group.Members[0])).Any(n => n.Path == page), (await NoticesTo(other)).Any(n => n.Path == page)));
        Assert.Equal(HttpStatusCode.NotFound, (await linked.Open(page)).Status);
        var desk = await linked.Open(root + "/recevabilite");
        Assert.Contains("Une action de famille", desk.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page, desk.Source, StringComparison.Ordinal);
        Assert.Equal($"{root}/repartition/{given.Reference}", (await (await linked.Open(root + "/repartition")).Follow("Changer : Une action de famille")).Path);
    }
}
