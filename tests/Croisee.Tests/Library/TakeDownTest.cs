using System.Net;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The organisation takes a published sheet down, with a reason that its authors read; it comes back only through them (S42).</summary>
[Trait("kind", "slow")]
public sealed class TakeDownTest(Place place) : IClassFixture<Place>
{
    [Theory]
    [InlineData(Role.Organiser), InlineData(Role.Administrator), InlineData(Role.Moderator)]
    public async Task Is_gone_at_once_told_to_its_authors_and_comes_back_only_when_they_agree(Role role)
    {
        var organisation = await place.Given.AnOrganisation();
        var title = $"La fiche qui nommait quelqu’un ({role})";
        var given = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall(organisation), title);
        await place.Given.AContact(given, $"auteurs-{role}@example.org");
        await place.Given.ItWasPublished(given);
        using var anyone = place.Browser();
        Assert.Contains("nouvel horaire", (await anyone.Open($"/experiences/{given.Reference}")).TextContent);

        using var desk = await place.Given.APerson("Olivia", role, organisation);
        var page = await (await desk.Open($"/bureau/experiences/{given.Reference}")).Follow("Retirer du répertoire");
        var refused = await page.Form("Retirer du répertoire").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await anyone.Open($"/experiences/{given.Reference}")).Status);
        await refused.Form("Retirer du répertoire").Fill("Pourquoi la retirer ?", "Une personne y est reconnaissable.").Send();

        var gone = await anyone.Open($"/experiences/{given.Reference}");
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("retirée par l’organisme", gone.TextContent);
        Assert.DoesNotContain("nouvel horaire", gone.TextContent);
        Assert.DoesNotContain("reconnaissable", gone.TextContent);
        Assert.Contains("par l’organisme", (await anyone.Open($"/api/v1/fiches/{given.Reference}")).Source);
        Assert.DoesNotContain(title, (await anyone.Open("/repertoire?q=nommait")).TextContent);
        Assert.Contains("reconnaissable", (await place.MailsTo($"auteurs-{role}@example.org"))[^1].Text);
        using var author = await place.Given.AnAuthorOf(given);
        var follow = await author.Open($"/suivre/fiche/{given.Reference}");
        Assert.Contains("Sa page a été retirée du répertoire", follow.TextContent);
        Assert.Contains("reconnaissable", follow.TextContent);
        var entry = await place.Db(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.SubjectId == given.Id && e.Act == Croisee.Library.Acts.TakenDown));
        Assert.Equal("Une personne y est reconnaissable.", entry.Reason);

        using var organiser = role is not Role.Moderator ? null : await place.Given.APerson("Organisatrice", Role.Organiser, organisation);
        var again = await (await (organiser ?? desk).Open("/bureau/publication")).Follow(title);
        Assert.Contains("L’organisme l’a retirée", again.TextContent);
        await again.Form("Demander leur accord").Send();
        Assert.Equal(HttpStatusCode.Gone, (await anyone.Open($"/experiences/{given.Reference}")).Status);
        await (await author.Open($"/suivre/fiche/{given.Reference}/accord")).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Contains("nouvel horaire", (await anyone.Open($"/experiences/{given.Reference}")).TextContent);
        Assert.Contains(title, (await anyone.Open("/repertoire?q=nommait")).TextContent);
    }

    [Fact]
    public async Task What_its_authors_take_back_afterwards_stays_gone()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Celle qui part deux fois");
        using var desk = await place.Given.APerson("Olivia", Role.Organiser, organisation);
        await (await (await desk.Open("/bureau/publication")).Follow("Retirer du répertoire : Celle qui part deux fois")).Form("Retirer du répertoire").Fill("Pourquoi la retirer ?", "Une plainte.").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Open($"/bureau/publication/{given.Reference}/retrait")).Status);
        using var author = await place.Given.AnAuthorOf(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();
        Assert.Contains("retirée par ses auteurs", (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Open($"/bureau/publication/{given.Reference}/demande")).Status);
    }

    [Fact]
    public async Task Says_wherever_it_is_named_that_the_organisation_took_it_down()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, "Un appel dont une fiche part");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (gone, stays) = (await place.Given.APublishedSheet(call, "L’origine dépubliée"), await place.Given.AnExperienceToApprove(call, "Celle qui reste"));
        var now = Croisee.Data.Clock.UtcNow(place.Clock);
        await place.Given.Added(new WebLink(stays.Id, "https://exemple.fr/film", "Un film du jardin", "Le nôtre", now));
        await place.Given.ItWasPublished(stays);
        var link = new SheetLink(stays.Id, "origine", LinkRelation.AdaptedFrom, MethodKind.Method, null, gone.Id, now);
        link.Accept(now);
        await place.Given.Added(link);
        using var owner = await place.Given.APerson("Camille");
        var made = await (await owner.Open("/dossiers/nouveau")).Form("Créer le dossier").Fill("Titre du dossier", "Un dossier troué").Fill("Introduction", "Pour voir.").Send();
        foreach (var sheet in new[] { gone, stays }) await (await owner.Open("/dossiers/ajouter?fiche=" + sheet.Reference)).Form("Ajouter à « Un dossier troué »").Send();
        using var author = await place.Given.AnAuthorOf(gone);

        using var desk = await place.Given.APerson("Olivia", Role.Organiser, organisation);
        await (await desk.Open($"/bureau/publication/{gone.Reference}/retrait")).Form("Retirer du répertoire").Fill("Pourquoi la retirer ?", "Une plainte.").Send();

        var folder = made.Path[..made.Path.LastIndexOf('/')];
        foreach (var path in new[] { folder, folder + "/composer", folder + "/livret", "/repertoire/filiations", $"/experiences/{stays.Reference}" })
        {
            var page = (await owner.Open(path)).TextContent;
            Assert.Contains("retirée par l’organisme", page, StringComparison.Ordinal);
            Assert.DoesNotContain("retirée par ses auteurs", page, StringComparison.Ordinal);
        }
        var booklet = await owner.Open(folder + "/livret");
        Assert.Equal("Un film du jardin", Page.Text(booklet.Document.QuerySelector("article a[href='https://exemple.fr/film']")));
        Assert.DoesNotContain("quand le groupe aura décidé", (await (await author.Open($"/suivre/fiche/{gone.Reference}")).Follow("Lire comment elle a été lue")).TextContent, StringComparison.Ordinal);
        var board = await desk.Open($"/groupes/{group.Group.Reference}/tableau");
        Assert.Contains("Archivées, non publiées1", string.Concat(board.Document.QuerySelectorAll("tr").Select(Page.Text)).Replace(" ", "", StringComparison.Ordinal).Replace("Archivées,nonpubliées", "Archivées, non publiées", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_has_nothing_to_say()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(await place.Given.AnOrganisation()));
        using var stranger = await place.Given.APerson("Ailleurs", Role.Organiser, await place.Given.AnOrganisation());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/bureau/publication/{given.Reference}/retrait")).Status);
    }
}
