using System.Net;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The moderation says that two names are one organisation, or two: the page, the search, the files and the old addresses follow, and it is undone.</summary>
public sealed class StructuresMadeOneTest(Place place) : IClassFixture<Place>
{
    const string Tell = "/bureau/moderation/structures/dire";

    async Task<GivenExperience> Sheet(Call call, string title, string structure, string commune, string region = "R53", string? finess = null) => await place.Given.APublishedSheet(call, title, a =>
        (a.Structure.OrganisationName, a.Structure.Commune, a.Structure.Region, a.Structure.OrganisationFiness) = (structure, commune, region, finess));

    async Task<(Organisation Organisation, Call Call, Browser Moderator)> Moderated(string name)
    {
        var organisation = await place.Given.AnOrganisation();
        return (organisation, await place.Given.AnOpenCall(organisation), await place.Given.APerson(name, Role.Moderator, organisation));
    }

    static string[] Titles(Page page) => [.. page.Document.QuerySelectorAll(".results h2").Select(Page.Text).Order(StringComparer.Ordinal)];

    static Task<Page> Say(Page form, string verdict, string reason, string? lead = null)
    {
        var filled = form.Form("Enregistrer").Choose(verdict).Fill("Pourquoi", reason);
        return (lead is null ? filled : filled.Choose(lead)).Send();
    }

    async Task<Page> Open(string path) { place.Clock.Advance(TimeSpan.FromMinutes(2)); return await place.Browser().Open(path); }

    [Fact]
    public async Task Gathers_two_places_of_one_name_lists_both_and_is_undone()
    {
        var (organisation, call, moderator) = await Moderated("Maud qui sait");
        await Sheet(call, "Le lavoir de Brest", "Association du Lavoir", "Brest");
        await Sheet(call, "Le lavoir de Lille", "Association du Lavoir", "Lille", "R32");
        var list = await moderator.Open("/bureau/moderation/structures");
        Assert.Contains("Association du Lavoir, Lille, Hauts-de-France", list.TextContent);
        var form = await list.Follow("Association du Lavoir, Brest, Bretagne et Association du Lavoir, Lille, Hauts-de-France");
        var done = await Say(form, "Une seule structure", "Son président nous l’a écrit.");
        Assert.Equal("Association du Lavoir", done.Heading);
        var page = await Open("/repertoire/structures/association-du-lavoir");
        Assert.Equal(["Le lavoir de Brest", "Le lavoir de Lille"], Titles(page));
        Assert.Contains("Ses noms et ses lieux", page.TextContent);
        Assert.Contains("Lille, Hauts-de-France", page.TextContent);
        Assert.Contains("Son président nous l’a écrit.", page.TextContent);
        Assert.DoesNotContain("Personne ne nous l’a dit", page.TextContent);
        // The address of one of its places is that of the whole now.
        Assert.Equal(page.Heading, (await Open("/repertoire/structures/association-du-lavoir?lieu=lille-r32")).Heading);
        Assert.DoesNotContain("Association du Lavoir, Lille, Hauts-de-France", Section(await moderator.Open("/bureau/moderation/structures"), "Personne ne l’a dit"));
        var tie = await place.Db(db => db.StructureTies.AsNoTracking().SingleAsync(t => t.OneKey == "association-du-lavoir"));
        Assert.Equal([(Croisee.Library.Acts.StructuresJoined, (Guid?)organisation.Id, (string?)"Son président nous l’a écrit.")], await Acts(tie.Id));
        // Twice said is once said.
        Assert.Contains("C’est déjà une seule structure", (await Say(await moderator.Open(form.Path), "Une seule structure", "Encore.")).Errors.Single());
        Assert.Contains("défaites d’abord", (await Say(await moderator.Open(form.Path), "Deux structures différentes", "Non.")).Errors.Single());
        var undo = await moderator.Open("/bureau/moderation/structures/" + tie.Id);
        Assert.Equal(HttpStatusCode.BadRequest, (await undo.Form("Défaire").Send()).Status);
        await undo.Form("Défaire").Fill("Pourquoi le défaire", "Il parlait d’une autre.").Send();
        Assert.Contains("Ce sont peut-être des structures différentes", (await Open("/repertoire/structures/association-du-lavoir")).TextContent);
        Assert.Equal([Croisee.Library.Acts.StructuresJoined, Croisee.Library.Acts.StructuresUndone], (await Acts(tie.Id)).Select(a => a.Act));
        Assert.Contains("Défait le", (await moderator.Open("/bureau/moderation/structures/" + tie.Id)).TextContent);
    }

    [Fact]
    public async Task Leads_the_address_of_the_other_name_to_the_one_that_was_chosen_in_the_search_and_the_files_too()
    {
        var (_, call, moderator) = await Moderated("Maud des deux noms");
        var first = await Sheet(call, "Le four du hameau", "Les Amis du Four", "Quimper");
        var second = await Sheet(call, "Le pain du hameau", "Four et Pain du Hameau", "Quimper");
        var page = await moderator.Open("/repertoire/structures/les-amis-du-four");
        var form = await page.Follow("Dire si une autre structure est la même");
        var done = await form.Form("Enregistrer").Fill("La seconde structure", place.Address + "repertoire/structures/four-et-pain-du-hameau?lieu=quimper-r53").Choose("Une seule structure").Choose("Celui de la seconde").Fill("Pourquoi", "Elle a changé de nom en 2024.").Send();
        Assert.Equal("Four et Pain du Hameau", done.Heading);
        var led = await Open("/repertoire/structures/les-amis-du-four?lieu=quimper-r53");
        Assert.Equal(("Four et Pain du Hameau", "/repertoire/structures/four-et-pain-du-hameau"), (led.Heading, led.Path));
        Assert.Equal(["Le four du hameau", "Le pain du hameau"], Titles(led));
        Assert.Contains("Les Amis du Four", led.TextContent);
        // From a sheet of each, by the link that it always had.
        foreach (var sheet in new[] { (first, "Les Amis du Four"), (second, "Four et Pain du Hameau") })
            Assert.Equal(led.Path, (await (await Open($"/experiences/{sheet.Item1.Reference}")).Follow("Ce qu’a raconté : " + sheet.Item2)).Path.Split('?')[0]);
        foreach (var code in new[] { "les-amis-du-four", "four-et-pain-du-hameau", "les-amis-du-four--quimper-r53" })
        {
            Assert.Equal(["Le four du hameau", "Le pain du hameau"], Titles(await Open("/repertoire?structure=" + code)));
            var json = (await Open("/api/v1/fiches?structure=" + code)).Source;
            Assert.Matches("\"total\": ?2", json);
            Assert.Equal(2, json.Split("/repertoire/structures/four-et-pain-du-hameau\"").Length - 1);
        }
        Assert.Contains("Structure : Les Amis du Four", (await Open("/repertoire?structure=les-amis-du-four")).TextContent);
        Assert.Contains("Le pain du hameau", (await Open("/repertoire/flux/atom?structure=les-amis-du-four")).Source);
        Assert.Empty(Titles(await Open("/repertoire?structure=personne-ne-porte-ce-nom")));
        Assert.Equal(HttpStatusCode.BadRequest, (await Open("/repertoire?structure=%2A%2A")).Status);
    }

    [Fact]
    public async Task Is_one_by_its_FINESS_number_that_no_page_shows_until_the_moderation_tells_them_apart()
    {
        var (_, call, moderator) = await Moderated("Maud du numéro");
        await Sheet(call, "La rampe", "EHPAD La Rampe", "Vannes", finess: "990000771");
        await Sheet(call, "Le jardin d’hiver", "Résidence du Jardin d’hiver", "Vannes", finess: "990000771");
        var page = await Open("/repertoire/structures/ehpad-la-rampe");
        Assert.Equal(["La rampe", "Le jardin d’hiver"], Titles(page));
        Assert.Contains("le même numéro FINESS", page.TextContent);
        Assert.DoesNotContain("990000771", page.Source);
        Assert.DoesNotContain("990000771", (await Open("/api/v1/fiches?structure=ehpad-la-rampe")).Source);
        var form = await moderator.Open(Tell + "?une=ehpad-la-rampe--vannes-r53&autre=residence-du-jardin-d-hiver--vannes-r53");
        await Say(form, "Deux structures différentes", "Un numéro est mal recopié.");
        Assert.Equal(["La rampe"], Titles(await Open("/repertoire/structures/ehpad-la-rampe")));
        Assert.Equal(["Le jardin d’hiver"], Titles(await Open("/repertoire/structures/residence-du-jardin-d-hiver")));
        Assert.Contains("La modération a dit que ce sont deux structures différentes", (await Say(await moderator.Open(form.Path), "Une seule structure", "Si.")).Errors.Single());
    }

    /// <summary>A number that is being corrected makes nothing one before it is published.</summary>
    [Fact]
    public async Task Reads_the_number_that_was_published()
    {
        var (_, call, _) = await Moderated("Maud qui attend");
        await Sheet(call, "L’écluse", "Maison de l’Écluse", "Redon", finess: "990000781");
        var other = await Sheet(call, "Le quai", "Maison du Quai", "Redon");
        await place.Db(db => db.Write(d => d.Experiences.Where(e => e.Id == other.Id).ExecuteUpdate(u => u.SetProperty(e => e.StructureFiness, "990000781"))));
        Assert.Equal(["Le quai"], Titles(await Open("/repertoire/structures/maison-du-quai")));
    }

    [Fact]
    public async Task Says_of_two_of_one_name_that_they_are_different_and_no_longer_asks()
    {
        var (_, call, moderator) = await Moderated("Maud qui sépare");
        await Sheet(call, "Le préau de Nantes", "Centre du Préau", "Nantes", "R52");
        await Sheet(call, "Le préau de Dijon", "Centre du Préau", "Dijon", "R27");
        var form = await (await moderator.Open("/bureau/moderation/structures")).Follow("Centre du Préau, Dijon, Bourgogne-Franche-Comté et Centre du Préau, Nantes, Pays de la Loire");
        await Say(form, "Deux structures différentes", "Deux villes, deux mairies.");
        var page = await Open("/repertoire/structures/centre-du-preau");
        Assert.Contains("La modération le dit : ce sont des structures différentes", page.TextContent);
        Assert.DoesNotContain("peut-être", page.TextContent);
        Assert.DoesNotContain("Personne ne nous l’a dit", (await page.Follow("Tous les lieux, dans une seule liste")).TextContent);
        Assert.DoesNotContain("Centre du Préau", Section(await moderator.Open("/bureau/moderation/structures"), "Personne ne l’a dit"));
    }

    [Fact]
    public async Task Is_said_by_whoever_moderates_a_sheet_of_each()
    {
        var (_, here, moderator) = await Moderated("Maud d’un côté");
        var (_, there, stranger) = await Moderated("Maud de l’autre côté");
        await Sheet(here, "Le kiosque", "Kiosque de la Gare", "Tours", "R24");
        await Sheet(there, "Le banc du kiosque", "Kiosque du Port", "Tours", "R24");
        var path = Tell + "?une=kiosque-de-la-gare&autre=kiosque-du-port";
        var refused = await Say(await moderator.Open(path), "Une seule structure", "Je crois.");
        Assert.Contains("Aucune fiche de cette structure n’est à vous", refused.Errors.Single());
        Assert.Contains("Aucune fiche publiée ne porte ce nom", (await Say(await moderator.Open(Tell + "?une=kiosque-de-la-gare&autre=kiosque-perdu"), "Une seule structure", "Je crois.")).Errors.Single());
        Assert.DoesNotContain("Dire si une autre structure est la même", (await stranger.Open("/repertoire/structures/kiosque-de-la-gare")).TextContent);
        Assert.False(await place.Db(db => db.StructureTies.AnyAsync(t => t.OneKey == "kiosque-de-la-gare")));
    }

    [Fact]
    public async Task Forgets_what_was_said_of_a_name_with_the_last_sheet_that_bore_it()
    {
        var (_, call, moderator) = await Moderated("Maud qui oublie");
        var leaving = await Sheet(call, "Le puits", "Comité du Puits", "Blois", "R24");
        await Sheet(call, "La source", "Comité de la Source", "Blois", "R24");
        await Say(await moderator.Open(Tell + "?une=comite-du-puits&autre=comite-de-la-source"), "Une seule structure", "Le comité a changé de nom.");
        Assert.Equal(["La source", "Le puits"], Titles(await Open("/repertoire/structures/comite-de-la-source")));
        await (await (await place.Given.AnAuthorOf(leaving)).Open($"/suivre/fiche/{leaving.Reference}/retrait")).Form("Retirer").Send();
        Assert.False(await place.Db(db => db.StructureTies.AnyAsync(t => t.OneKey == "comite-du-puits")));
        Assert.Equal(["La source"], Titles(await Open("/repertoire/structures/comite-de-la-source")));
        Assert.Equal(HttpStatusCode.Gone, (await Open("/repertoire/structures/comite-du-puits")).Status);
    }

    static string Section(Page page, string heading) => page.Document.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2")?.TextContent == heading).TextContent;

    async Task<List<(string Act, Guid? Organisation, string? Reason)>> Acts(Guid tie) =>
        [.. (await place.Db(db => db.Set<JournalEntry>().Where(e => e.SubjectId == tie).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync())).Select(e => (e.Act, e.OrganisationId, e.Reason))];
}
