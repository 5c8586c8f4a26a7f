using System.Net;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Library.Kinship;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Links of sheets: proposed by authors, given their other end by the moderation, read by all.</summary>
[Trait("kind", "slow")] public sealed class KinshipTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenExperience Given, Browser Author)> ASheet(Call call, string title)
    {
        var given = await place.Given.APublishedSheet(call, title);
        return (given, await place.Given.AnAuthorOf(given));
    }

    static async Task Accept(Browser moderator, string title) =>
        await (await (await moderator.Open("/bureau/moderation")).Follow("Un lien proposé : " + title)).Form("Enregistrer").Choose("Publier sur la fiche").Send();

    [Fact]
    public async Task Ties_sheets_to_methods_and_to_each_other_once_the_moderation_agrees()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        var ((first, writer), (second, adapter)) = (await ASheet(call, "La première idée"), await ASheet(call, "L’idée reprise"));

        var page = await writer.Open($"/suivre/fiche/{first.Reference}/liens");
        var refused = await page.Form("Proposer ce lien").Choose("utilise une méthode ou un outil").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var both = await page.Form("Proposer ce lien").Choose("est adaptée d’une méthode, ou d’une autre fiche").Fill("Nom de la méthode", "Le thermos").Fill("Ou la fiche dont elle vient", second.Reference).Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Le thermos"), (both.Status, both.Form("Proposer ce lien").Value("Nom de la méthode")));
        Assert.Contains("pas les deux", both.Errors[0]);
        var form = page.Form("Proposer ce lien").Choose("utilise une méthode ou un outil").Fill("Nom de la méthode", "Le <b>thermos</b> du marché").Choose("Un outil");
        await Task.WhenAll(form.Send(), form.Send(), form.Send());
        Assert.Equal(1, await place.Db(db => db.SheetLinks.CountAsync(l => l.SheetId == first.Id)));
        Assert.DoesNotContain("thermos", (await place.Browser().Open($"/experiences/{first.Reference}")).Source);
        Assert.DoesNotContain("thermos", (await place.Browser().Open("/repertoire/methodes")).Source);
        await Accept(moderator, "La première idée");
        var method = await (await place.Browser().Open($"/experiences/{first.Reference}")).Follow("Le <b>thermos</b> du marché");
        Assert.Contains("La première idée", method.TextContent);
        Assert.Empty(method.Document.QuerySelectorAll("h1 b"));

        // The same name, written otherwise, is the same thing.
        async Task Propose(Browser author, GivenExperience of, string relation, string label, string value) =>
            Assert.Empty((await (await author.Open($"/suivre/fiche/{of.Reference}/liens")).Form("Proposer ce lien").Choose(relation).Fill(label, value).Send()).Errors);
        await Propose(adapter, second, "utilise une méthode ou un outil", "Nom de la méthode", "le <B>THERMOS</B> du marche");
        await Accept(moderator, "L’idée reprise");
        Assert.Equal(1, await place.Db(db => db.Methods.CountAsync(m => m.NameKey.Contains("thermos"))));
        await Propose(adapter, second, "est adaptée d’une méthode, ou d’une autre fiche", "Ou la fiche dont elle vient", $"http://localhost/experiences/{first.Reference}");
        await Accept(moderator, "L’idée reprise");
        var tree = await place.Browser().Open("/repertoire/filiations");
        Assert.Contains("La première idée", tree.Document.QuerySelectorAll("h2").Select(Page.Text));
        Assert.Contains("L’idée reprise", tree.Document.QuerySelectorAll("section > ul > li > ul > li > a").Select(Page.Text));
        Assert.Contains("Reprise par", (await place.Browser().Open($"/experiences/{first.Reference}")).TextContent);

        // No circle: the moderation is told, and nothing is shown.
        await Propose(writer, first, "est adaptée d’une méthode, ou d’une autre fiche", "Ou la fiche dont elle vient", second.Reference);
        var circle = await (await (await moderator.Open("/bureau/moderation")).Follow("Un lien proposé : La première idée")).Form("Enregistrer").Choose("Publier sur la fiche").Send();
        Assert.Equal(HttpStatusCode.BadRequest, circle.Status);
        Assert.Contains("tournerait en rond", circle.Errors[0]);

        var wrong = await (await writer.Open($"/suivre/fiche/{first.Reference}/liens")).Form("Proposer ce lien").Choose("est adaptée d’une méthode, ou d’une autre fiche").Fill("Ou la fiche dont elle vient", "zzzzzzzz").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "zzzzzzzz"), (wrong.Status, wrong.Form("Proposer ce lien").Value("Ou la fiche dont elle vient")));
        await (await adapter.Open($"/suivre/fiche/{second.Reference}/retrait")).Form("Retirer").Send();
        Assert.DoesNotContain("L’idée reprise", (await place.Browser().Open("/repertoire/filiations")).TextContent);
        Assert.DoesNotContain("Reprise par", (await place.Browser().Open($"/experiences/{first.Reference}")).TextContent);
    }

    [Fact]
    public async Task Names_no_withdrawn_origin_as_if_it_could_be_read()
    {
        var call = await place.Given.AnOpenCall();
        var ((origin, writer), (child, _)) = (await ASheet(call, "L’origine qui s’en va"), await ASheet(call, "Celle qui en vient"));
        var link = new SheetLink(child.Id, "origine", LinkRelation.AdaptedFrom, MethodKind.Method, null, origin.Id, place.Clock.GetUtcNow().UtcDateTime);
        link.Accept(place.Clock.GetUtcNow().UtcDateTime);
        await place.Given.Added(link);
        await (await writer.Open($"/suivre/fiche/{origin.Reference}/retrait")).Form("Retirer").Send();
        foreach (var path in new[] { "/repertoire/filiations", $"/experiences/{child.Reference}" })
        {
            var page = await place.Browser().Open(path);
            Assert.Contains("Une fiche retirée par ses auteurs", page.TextContent);
            Assert.DoesNotContain("L’origine qui s’en va", page.Source);
        }
    }

    [Fact]
    public async Task Counts_sheets_and_not_links_and_refuses_to_say_the_same_twice()
    {
        var organisation = await place.Given.AnOrganisation();
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        var (given, _) = await ASheet(await place.Given.AnOpenCall(organisation), "Une fiche, deux liens");
        var now = place.Clock.GetUtcNow().UtcDateTime;
        var method = new Method(MethodKind.Method, "La palabre", now);
        SheetLink Link(string key, LinkRelation relation) => new(given.Id, key, relation, MethodKind.Method, "La palabre", null, now);
        var (uses, from, again) = (Link("un", LinkRelation.Uses), Link("deux", LinkRelation.AdaptedFrom), Link("trois", LinkRelation.Uses));
        foreach (var link in new[] { uses, from }) { link.Tie(method); link.Accept(now); }
        await place.Given.Added(method, uses, from, again);
        Assert.Contains("La palabre : 1 fiche", (await place.Browser().Open("/repertoire/methodes")).TextContent.Replace('\u00a0', ' '));
        var refused = await (await moderator.Open($"/bureau/moderation/liens/{again.Id}")).Form("Enregistrer").Choose("Publier sur la fiche").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "La fiche dit déjà ce lien : il est publié une fois."), (refused.Status, refused.Errors[0]));
        Assert.Single((await place.Browser().Open($"/repertoire/methodes/{method.Reference}")).Document.QuerySelectorAll("section")[0].QuerySelectorAll("li"));
    }

    [Fact]
    public async Task Tells_the_authors_which_link_was_refused()
    {
        var organisation = await place.Given.AnOrganisation();
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        var (given, author) = await ASheet(await place.Given.AnOpenCall(organisation), "Un lien refusé");
        var link = new SheetLink(given.Id, "refus", LinkRelation.Uses, MethodKind.Tool, "Le cahier magique", null, place.Clock.GetUtcNow().UtcDateTime);
        await place.Given.Added(link);
        await (await moderator.Open($"/bureau/moderation/liens/{link.Id}")).Form("Enregistrer").Choose("Ne pas publier").Fill("La raison, si ce n’est pas publié", "C’est une marque.").Send();
        var mine = (await author.Open($"/suivre/fiche/{given.Reference}/liens")).TextContent;
        Assert.Contains("Le cahier magique", mine);
        Assert.Contains("C’est une marque.", mine);
        Assert.DoesNotContain("cahier magique", (await place.Browser().Open($"/experiences/{given.Reference}")).Source);
        Assert.DoesNotContain("cahier magique", (await place.Browser().Open("/repertoire/methodes")).Source);
    }

    [Fact]
    public async Task Finds_a_structure_by_its_name_from_the_search_and_says_when_nothing_is_left_of_it()
    {
        var call = await place.Given.AnOpenCall();
        var told = await place.Given.APublishedSheet(call, "Les clés du local", a => a.Structure.OrganisationName = "Foyer de l’Étang Bleu");
        await place.Given.APublishedSheet(call, "Le foyer et son étang", a => a.Structure.OrganisationName = "Autre maison");
        var found = await place.Browser().Open("/repertoire?q=foyer étang");
        var page = await found.Follow("Ce qu’a raconté : Foyer de l’Étang Bleu");
        Assert.Contains("Les clés du local", page.TextContent);
        Assert.DoesNotContain("Ce qu’a raconté : Autre maison", found.TextContent);
        Assert.DoesNotContain("Ce qu’a raconté", (await place.Browser().Open("/repertoire")).TextContent);
        await (await (await place.Given.AnAuthorOf(told)).Open($"/suivre/fiche/{told.Reference}/retrait")).Form("Retirer").Send();
        var left = await place.Browser().Open(page.Path);
        Assert.Equal(HttpStatusCode.Gone, left.Status);
        Assert.Contains("n’a plus de fiche", left.TextContent);
        Assert.DoesNotContain("Étang", left.TextContent);
    }

    [Fact]
    public async Task Gathers_what_a_structure_told_and_only_what_is_published()
    {
        var call = await place.Given.AnOpenCall();
        void Named(Croisee.Experiences.Answers.Account a) => (a.Structure.OrganisationName, a.Structure.OrganisationFiness) = ("Maison des Érables", "990000123");
        var shown = await place.Given.APublishedSheet(call, "Le potager", Named);
        await place.Given.APublishedSheet(call, "La chorale", a => { Named(a); a.Structure.OrganisationName = "MAISON des erables"; });
        await place.Given.AnExperienceToApprove(call, "Pas encore publiée", Named);
        var page = await (await place.Browser().Open($"/experiences/{shown.Reference}")).Follow("Ce qu’a raconté : Maison des Érables");
        Assert.Contains("2 expériences racontées", page.TextContent);
        Assert.DoesNotContain("Pas encore publiée", page.TextContent);
        Assert.DoesNotContain("990000123", page.Source);
        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open("/repertoire/structures/inconnue")).Status);
    }

    [Fact]
    public async Task Tells_structures_of_one_name_apart_by_their_place()
    {
        var call = await place.Given.AnOpenCall();
        Task<GivenExperience> Told(string title, string region, string? department = null, string? commune = null) => place.Given.APublishedSheet(call, title, a =>
            (a.Structure.OrganisationName, a.Structure.Region, a.Structure.Department, a.Structure.Commune) = ("Foyer Saint-Éloi", region, department, commune));
        var rennes = await Told("Le marché de Rennes", "R53", "DEP_35", "Rennes");
        var page = await (await place.Browser().Open($"/experiences/{rennes.Reference}")).Follow("Ce qu’a raconté : Foyer Saint-Éloi");
        Assert.Equal("Foyer Saint-Éloi", page.Heading);

        await Told("Le goûter de Rennes", "R53", null, "rennes");
        await Told("Le banc de Brest", "R53", "DEP_29", "Brest");
        await Told("Le jardin de Lille", "R32");
        place.Clock.Advance(TimeSpan.FromMinutes(2));
        // The address from before there were several leads to all of them.
        var all = await place.Browser().Open("/repertoire/structures/foyer-saint-eloi");
        Assert.Equal(HttpStatusCode.OK, all.Status);
        Assert.Equal(["Tous les lieux, dans une seule liste : 4 fiches", "Brest, Finistère (29), Bretagne : 1 fiche", "Hauts-de-France : 1 fiche", "Rennes, Ille-et-Vilaine (35), Bretagne : 2 fiches"],
            all.Document.QuerySelectorAll("main ul li").Select(l => Page.Text(l).Replace('\u00a0', ' ')));
        Assert.DoesNotContain("Le banc de Brest", all.TextContent);

        var one = await all.Follow("Rennes, Ille-et-Vilaine (35), Bretagne");
        Assert.Equal("Foyer Saint-Éloi, Rennes, Ille-et-Vilaine (35), Bretagne", one.Heading);
        Assert.Equal(["Le goûter de Rennes", "Le marché de Rennes"], one.Document.QuerySelectorAll(".results h2").Select(Page.Text).Order(StringComparer.Ordinal));
        Assert.Contains("2 expériences racontées", one.TextContent);
        var own = await (await place.Browser().Open($"/experiences/{rennes.Reference}")).Follow("Ce qu’a raconté : Foyer Saint-Éloi");
        Assert.Equal(one.Heading, own.Heading);
        Assert.Equal(all.Heading, (await one.Follow("Les autres lieux où une structure porte ce nom")).Heading);
        Assert.Contains("Choisissez un lieu", (await place.Browser().Open("/repertoire/structures/foyer-saint-eloi?lieu=ailleurs")).TextContent);
    }

    [Fact]
    public void Puts_what_is_told_less_precisely_where_only_one_place_can_be_meant()
    {
        StructurePlace all = new(null, null, null), region = new("r53", null, null), rennes = new("r53", "dep-35", "rennes"), brest = new("r53", "dep-29", "brest"), lille = new("r32", null, null);
        static string Of(params StructurePlace[] told) => string.Join(" | ", StructurePlace.Apart(told, p => p).Select(g => string.Join(" + ", g.Select(p => p.Key))));
        Assert.Equal("rennes-dep-35-r53 + r53 + sans-lieu", Of(rennes, region, all));
        Assert.Equal("rennes-dep-35-r53 | brest-dep-29-r53 | r53", Of(rennes, brest, region));
        Assert.Equal("rennes-dep-35-r53 + r53 | r32", Of(rennes, region, lille));
    }

    [Fact]
    public async Task Lets_moderators_describe_a_method_and_refuses_a_name_taken()
    {
        var organisation = await place.Given.AnOrganisation();
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Un tour de table");
        var (one, other) = (new Method(MethodKind.Method, "Le tour de table", place.Clock.GetUtcNow().UtcDateTime), new Method(MethodKind.Tool, "La boîte à idées", place.Clock.GetUtcNow().UtcDateTime));
        var link = new SheetLink(sheet.Id, "essai", LinkRelation.Uses, MethodKind.Method, one.Name, null, place.Clock.GetUtcNow().UtcDateTime);
        link.Tie(one);
        link.Accept(place.Clock.GetUtcNow().UtcDateTime);
        await place.Given.Added(one, other, link);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Open($"/bureau/moderation/methodes/{other.Reference}")).Status);
        var page = await moderator.Open($"/bureau/moderation/methodes/{one.Reference}");
        var taken = await page.Form("Enregistrer").Fill("Nom", "la boite a idees").Send();
        Assert.Contains("existe déjà", taken.Errors[0]);
        var bad = await page.Form("Enregistrer").Fill("Une adresse pour en savoir plus", "javascript:alert(1)").Send();
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        var saved = await page.Form("Enregistrer").Fill("En quelques mots", "Chacun parle à son tour.").Fill("Une adresse pour en savoir plus", "https://example.org/tour").Send();
        Assert.Contains("Chacun parle à son tour.", saved.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open("/repertoire/methodes")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await place.Browser().Open($"/bureau/moderation/methodes/{one.Reference}", follow: false)).Status);
    }
}

/// <summary>Four moderations at once, each of which is right alone; on both engines.</summary>
public sealed class KinshipRaceTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Closes_no_circle_when_all_its_links_are_accepted_at_the_same_moment()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        for (var round = 0; round < 3; round++)
        {
            var sheets = new List<GivenExperience>();
            for (var i = 0; i < 4; i++) sheets.Add(await place.Given.APublishedSheet(call, $"Anneau {round}, fiche {i}"));
            var now = place.Clock.GetUtcNow().UtcDateTime;
            var links = sheets.Select((s, i) => new SheetLink(s.Id, $"anneau-{round}", LinkRelation.AdaptedFrom, MethodKind.Method, null, sheets[(i + 1) % sheets.Count].Id, now)).ToArray();
            await place.Given.Added([.. links]);
            var pages = new List<Page>();
            foreach (var link in links) pages.Add(await moderator.Open($"/bureau/moderation/liens/{link.Id}"));
            var answers = await Task.WhenAll(pages.Select(p => Task.Run(() => p.Form("Enregistrer").Choose("Publier sur la fiche").Send())));
            var refused = Assert.Single(answers, a => a.Errors.Count > 0);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("tournerait en rond", refused.Errors[0]);
            refused.Form("Enregistrer").Choose("Publier sur la fiche"); // still waiting: the answer can be given again
            var ids = sheets.Select(s => s.Id).ToList();
            Assert.Equal(3, await place.Db(db => db.SheetLinks.CountAsync(l => ids.Contains(l.SheetId) && l.State == ModerationState.Shown)));
        }
        Assert.Equal(HttpStatusCode.OK, (await place.Browser().Open("/repertoire/filiations")).Status);
    }
}
