using System.Net;
using Croisee.Data;
using Croisee.Library.Collections;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A collection that a structure shares: who belongs to it decides, and nobody takes what is another's.</summary>
public sealed class CollectionTeamTest(Place place) : IClassFixture<Place>
{
    async Task<(Organisation Organisation, Person Owner, string Reference)> APublishedOne(string title)
    {
        var organisation = await place.Given.AnOrganisation();
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Une fiche de " + title);
        var owner = await place.Given.AnAccount("Camille", Role.Organiser, organisation);
        var now = place.Clock.UtcNow();
        var made = new Collection(Guid.CreateVersion7(), owner.Id, title, null, now);
        made.Add([sheet.Id], now);
        made.Publish(organisation.Id, now);
        await place.Given.Added(made);
        return (organisation, owner, made.Reference);
    }

    Task Ended(Person person) => place.Db(db => db.Write(d => d.Grants.Where(g => g.PersonId == person.Id).ExecuteUpdate(u => u.SetProperty(g => g.EndedAt, place.Clock.UtcNow()))));

    [Fact]
    public async Task Is_kept_for_oneself_by_its_owner_only()
    {
        var (organisation, owner, reference) = await APublishedOne("Un dossier que d’autres ne prennent pas");
        var organiser = await place.Given.APerson("Olga", Role.Organiser, organisation);
        var page = await organiser.Open($"/dossiers/{reference}/diffusion");
        Assert.DoesNotContain("Moi seulement", page.TextContent);
        var forged = await page.Form("Enregistrer").Set("Form.Reach", nameof(CollectionReach.Private)).Send();
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(HttpStatusCode.OK, (await organiser.Open($"/dossiers/{reference}/composer")).Status);
        var mine = await (await (await place.Given.SignedIn(owner)).Open($"/dossiers/{reference}/diffusion")).Form("Enregistrer").Choose("Moi seulement").Send();
        Assert.Equal(HttpStatusCode.OK, mine.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"/dossiers/{reference}")).Status);
    }

    [Fact]
    public async Task Is_composed_no_more_by_who_left_the_structure()
    {
        var (_, owner, reference) = await APublishedOne("Un dossier resté à la structure");
        var gone = await place.Given.SignedIn(owner);
        Assert.Equal(HttpStatusCode.OK, (await gone.Open($"/dossiers/{reference}/composer")).Status);
        await Ended(owner);
        foreach (var page in new[] { "composer", "diffusion", "effacer" }) Assert.Equal(HttpStatusCode.NotFound, (await gone.Open($"/dossiers/{reference}/{page}")).Status);
        Assert.DoesNotContain("Un dossier resté à la structure", (await gone.Open("/dossiers/miens")).TextContent);
        Assert.Equal(HttpStatusCode.OK, (await gone.Open($"/dossiers/{reference}")).Status);
    }

    [Fact]
    public async Task Is_deleted_by_who_publishes_once_it_has_no_owner()
    {
        var (organisation, _, reference) = await APublishedOne("Un dossier sans propriétaire");
        var (organiser, mate) = (await place.Given.APerson("Olga", Role.Organiser, organisation), await place.Given.APerson("Malika", Role.Moderator, organisation));
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"/dossiers/{reference}/effacer")).Status);
        await place.Db(db => db.Write(d => d.Collections.Where(c => c.Reference == reference).ExecuteUpdate(u => u.SetProperty(c => c.OwnerId, (Guid?)null))));
        Assert.Equal(HttpStatusCode.NotFound, (await mate.Open($"/dossiers/{reference}/effacer")).Status);
        await (await (await organiser.Open($"/dossiers/{reference}/composer")).Follow("Effacer ce dossier")).Form("Effacer ce dossier").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"/dossiers/{reference}")).Status);
    }

    [Fact]
    public async Task Is_deleted_by_who_publishes_once_its_owner_left_and_counts_for_them_no_more()
    {
        var (organisation, owner, reference) = await APublishedOne("Un dossier laissé à la structure");
        var (organiser, gone) = (await place.Given.APerson("Olga", Role.Organiser, organisation), await place.Given.SignedIn(owner));
        for (var i = 1; i < Collection.OwnedMax; i++) await place.Given.Added(new Collection(Guid.CreateVersion7(), owner.Id, $"À moi, {i}", null, place.Clock.UtcNow()));
        Assert.Equal(HttpStatusCode.BadRequest, (await (await gone.Open("/dossiers/nouveau")).Form("Créer le dossier").Fill("Titre du dossier", "Un de trop").Send()).Status);
        await Ended(owner);
        Assert.Equal(HttpStatusCode.OK, (await (await gone.Open("/dossiers/nouveau")).Form("Créer le dossier").Fill("Titre du dossier", "Le dernier").Send()).Status);
        await (await (await organiser.Open($"/dossiers/{reference}/composer")).Follow("Effacer ce dossier")).Form("Effacer ce dossier").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"/dossiers/{reference}")).Status);
    }

    [Fact]
    public async Task Is_reached_however_many_are_published()
    {
        var (organisation, owner, reference) = await APublishedOne("Le plus ancien des dossiers");
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Une fiche souvent choisie");
        for (var i = 0; i < 31; i++)
        {
            place.Clock.Advance(TimeSpan.FromSeconds(1));
            var made = new Collection(Guid.CreateVersion7(), owner.Id, $"Dossier {i}", null, place.Clock.UtcNow());
            made.Add([sheet.Id], place.Clock.UtcNow());
            made.Publish(organisation.Id, place.Clock.UtcNow());
            await place.Given.Added(made);
        }
        var page = await place.Browser().Open("/dossiers");
        Assert.DoesNotContain("Le plus ancien des dossiers", page.TextContent);
        Assert.Equal($"/dossiers/{reference}", (await (await page.Follow("Page suivante")).Follow("Le plus ancien des dossiers")).Path);
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Browser().Open("/dossiers?page=99")).Status);
    }

    [Fact]
    public async Task Takes_the_sheets_of_a_search_in_the_order_that_was_read()
    {
        var call = await place.Given.AnOpenCall();
        foreach (var title in new[] { "Abricotier voisin", "Zinnia voisin", "Mûrier voisin" }) { place.Clock.Advance(TimeSpan.FromMinutes(1)); await place.Given.APublishedSheet(call, title); }
        var reader = await place.Given.APerson("Rose");
        var adding = await (await reader.Open("/repertoire?q=voisin&tri=titre")).Follow("Ajouter ces fiches à un dossier");
        Assert.Contains("tri=titre", adding.Path);
        var composed = await adding.Form("Créer le dossier").Fill("Titre du dossier", "Les voisins").Send();
        Assert.Equal(["Abricotier voisin", "Mûrier voisin", "Zinnia voisin"], composed.Document.QuerySelectorAll(".results h3").Select(Page.Text));
    }
}
