using System.Net;
using System.Text.RegularExpressions;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.Library.Collections;
using Croisee.People;
using Croisee.Review;
using Croisee.Ui.Paper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A collection over HTTP: composed without a script, read by whom it is for, printed, and rid of what is withdrawn.</summary>
[Trait("kind", "slow")]
public sealed class CollectionPagesTest(Place place) : IClassFixture<Place>
{
    static string ReferenceOf(Page page) => page.Path.Split('/')[2];

    async Task<(Browser Owner, string Reference)> ACollection(Browser? owner = null, string title = "Manger ensemble")
    {
        owner ??= await place.Given.APerson("Camille");
        var made = await (await owner.Open("/dossiers/nouveau")).Form("Créer le dossier").Fill("Titre du dossier", title).Fill("Introduction", "Pour les équipes qui commencent.").Send();
        Assert.EndsWith("/composer", made.Path);
        return (owner, ReferenceOf(made));
    }

    static async Task<Page> Add(Browser owner, string sheet, string title = "Manger ensemble") => await (await owner.Open("/dossiers/ajouter?fiche=" + sheet)).Form($"Ajouter à « {title} »").Send();

    static string[] Titles(Page page) => [.. page.Document.QuerySelectorAll(".results h2, .results h3").Select(Page.Text)];

    [Fact]
    public async Task Is_composed_by_adding_undoing_moving_and_noting()
    {
        var call = await place.Given.AnOpenCall();
        var (first, second) = (await place.Given.APublishedSheet(call, "Le petit déjeuner choisi"), await place.Given.APublishedSheet(call, "La carte écrite à plusieurs"));
        await place.Given.APublishedSheet(call, "Une brouette zinguée", a => a.Essentials.Summary = "Brouette zinguée.");
        var (owner, reference) = await ACollection();
        await Add(owner, first.Reference);
        var composed = await Add(owner, second.Reference);
        Assert.Equal(["Le petit déjeuner choisi", "La carte écrite à plusieurs"], Titles(composed));

        var moved = await composed.Form("Monter : La carte écrite à plusieurs").Send();
        Assert.Equal(["La carte écrite à plusieurs", "Le petit déjeuner choisi"], Titles(moved));
        var odd = await (await moved.Follow("Choisir sa place : Le petit déjeuner choisi")).Form("Enregistrer").Fill("Sa place dans le dossier", "premier").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Écrivez un nombre de 1 à 2."), (odd.Status, odd.Errors[0]));
        Assert.Equal("premier", odd.Form("Enregistrer").Value("Sa place dans le dossier"));

        place.Clock.Advance(TimeSpan.FromMinutes(1));
        var found = await (await (await owner.Open("/repertoire?q=brouette")).Follow("Ajouter ces fiches à un dossier")).Form("Ajouter à « Manger ensemble »").Send();
        Assert.Equal(3, Titles(found).Length);
        var undone = await found.Form("Annuler cet ajout").Send();
        // Nothing is left to undo: no button says otherwise; and each page that asks has a way back.
        var bare = await ACollection(owner, "Rien encore");
        Assert.Empty((await owner.Open($"/dossiers/{bare.Reference}/annuler")).Document.QuerySelectorAll("main form button.btn"));
        Assert.Equal($"/dossiers/{reference}/composer", (await owner.Open($"/dossiers/{reference}/effacer")).Link("Non, garder").GetAttribute("href"));
        Assert.Equal($"/experiences/{first.Reference}", (await owner.Open($"/dossiers/ajouter?fiche={first.Reference}")).Link("Le petit déjeuner choisi").GetAttribute("href"));
        Assert.Equal(["La carte écrite à plusieurs", "Le petit déjeuner choisi"], Titles(undone));

        var noted = await (await undone.Follow("Écrire une note : Le petit déjeuner choisi")).Form("Enregistrer").Fill("Pourquoi cette fiche est dans le dossier", "On y voit qui décide.").Send();
        Assert.Contains("On y voit qui décide.", noted.TextContent);
        var traced = await (await noted.Follow("Changer la note : Le petit déjeuner choisi")).Form("Enregistrer").Fill("Pourquoi cette fiche est dans le dossier", "Demander à Mme Dupont, 06 12 34 56 78.").Send();
        Assert.Contains("peuvent faire reconnaître quelqu’un", traced.TextContent);
        var left = await (await (await owner.Open($"/dossiers/{reference}/composer")).Follow("Retirer : Le petit déjeuner choisi")).Form("Retirer du dossier").Send();
        Assert.Equal(["La carte écrite à plusieurs"], Titles(left));
    }

    [Fact]
    public async Task Prints_the_registers_as_those_of_whoever_fixed_them()
    {
        var organisation = await place.Given.AnOrganisation();
        var (call, group) = (await place.Given.AnOpenCall(organisation), await place.Given.AGroupOf(organisation, 1, 1));
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, "Le registre des lecteurs");
        await place.Db(async db =>
        {
            var settlement = new Settlement(pair, pair.ProfessionalSeatId, Given.ACoding(), "Nous le lisons ainsi.", place.Clock.UtcNow());
            settlement.Accept(await db.Pairs.SingleAsync(p => p.Id == pair.Id), pair.ServiceUserSeatId, place.Clock.UtcNow());
            db.Settlements.Add(settlement);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", settlement);
            return await db.SaveChangesAsync();
        });
        await place.Given.ItPassed(given, ExperienceState.Analysed, ExperienceState.NotSelected, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(given);
        var unread = await place.Given.APublishedSheet(call, "Le registre des auteurs", a => a.Course.Registers = ["REG4_INITIATIVE"]);
        var (owner, reference) = await ACollection(title: "Deux registres");
        await Add(owner, given.Reference, "Deux registres");
        await Add(owner, unread.Reference, "Deux registres");
        var sheets = (await owner.Open($"/dossiers/{reference}/livret")).Document.QuerySelectorAll("article.own-page").Select(Page.Text).ToList();
        Assert.Contains("selon le groupe de lecture", sheets.Single(s => s.Contains("Le registre des lecteurs", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain("engagement, selon les auteurs", sheets.Single(s => s.Contains("Le registre des lecteurs", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("engagement, selon les auteurs", sheets.Single(s => s.Contains("Le registre des auteurs", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exists_for_its_owner_then_for_the_team_then_for_everyone()
    {
        var organisation = await place.Given.AnOrganisation();
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Le jardin commun");
        var (owner, reference) = await ACollection(await place.Given.APerson("Claude", Role.Facilitator, organisation), "Jardiner");
        await Add(owner, sheet.Reference, "Jardiner");
        var (mate, stranger, organiser) = (await place.Given.APerson("Malika", Role.Moderator, organisation), await place.Given.APerson("Noé"), await place.Given.APerson("Olga", Role.Organiser, organisation));
        var pages = new[] { "", "/livret", "/pdf", "/composer" };
        async Task<HttpStatusCode[]> Seen(Browser by) => [.. await Task.WhenAll(pages.Take(2).Append("/composer").Select(async p => (await by.Open($"/dossiers/{reference}{p}")).Status))];
        HttpStatusCode[] all = [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], none = [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound];
        Assert.Equal(none, await Seen(mate));
        Assert.All(await Task.WhenAll(pages.Take(3).Select(async p => (await place.Browser().Open($"/dossiers/{reference}{p}")).Status)), s => Assert.Equal(HttpStatusCode.NotFound, s));

        await (await owner.Open($"/dossiers/{reference}/diffusion")).Form("Enregistrer").Choose("L’équipe d’une structure").Send();
        Assert.Equal(all, await Seen(mate));
        Assert.Equal(none, await Seen(stranger));
        var forged = await (await owner.Open($"/dossiers/{reference}/diffusion")).Form("Enregistrer").Set("Form.Reach", "Published").Send();
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("organise pour cette structure", forged.Errors[0]);

        await (await organiser.Open($"/dossiers/{reference}/diffusion")).Form("Enregistrer").Choose("Tout le monde").Send();
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], await Seen(stranger));
        var listed = await (await place.Browser().Open("/dossiers")).Follow("Jardiner");
        Assert.Equal("Jardiner", listed.Heading);
        Assert.Contains("Le jardin commun", listed.TextContent);
    }

    [Fact]
    public async Task Makes_a_booklet_whose_contents_tell_the_right_pages()
    {
        Assert.SkipWhen(place.App.Services.GetRequiredService<PaperFonts>().Set is null, "Without Node and without a system font there is no PDF.");
        var call = await place.Given.AnOpenCall();
        var (owner, reference) = await ACollection(title: "Un livret");
        var titles = new[] { "La première histoire", "Une deuxième histoire", "Et la troisième histoire" };
        foreach (var title in titles) await Add(owner, (await place.Given.APublishedSheet(call, title, a => a.Origin.Story = string.Join("\n\n", Enumerable.Repeat("Tout a commencé par une réunion où chacun a parlé à son tour.", 40)))).Reference, "Un livret");
        using var response = await owner.Send(new HttpRequestMessage(HttpMethod.Get, $"/dossiers/{reference}/pdf"));
        using var tools = new PaperTools(await response.Content.ReadAsByteArrayAsync());
        var structure = await tools.Structure();
        Assert.Matches(@"H1 \(block\)\s+""Un livret""", structure);
        foreach (var tag in new[] { "TOC", "TOCI", "Reference", "H2 (block)", "H3 (block)" }) Assert.Contains(tag, structure);
        var contents = await tools.Text(2);
        foreach (var title in titles.Append("Crédits"))
        {
            var number = int.Parse(Regex.Match(contents, Regex.Escape(title) + @" (\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.StartsWith(title, (await tools.Text(number)).TrimStart());
        }
        await tools.Check();

        var read = await owner.Open($"/dossiers/{reference}/livret");
        Assert.Equal(["Sommaire", .. titles, "Crédits"], read.Document.QuerySelectorAll("main h2").Select(Page.Text));
        Assert.All(read.Document.QuerySelectorAll("article"), a => Assert.True(a.ClassList.Contains("own-page")));
    }

    [Fact]
    public async Task Loses_a_withdrawn_sheet_in_the_same_request()
    {
        var call = await place.Given.AnOpenCall();
        var (kept, gone) = (await place.Given.APublishedSheet(call, "Elle reste"), await place.Given.APublishedSheet(call, "Elle part", a => a.Essentials.Summary = "Un résumé qui disparaîtra."));
        var (owner, reference) = await ACollection(title: "Adieux");
        await Add(owner, kept.Reference, "Adieux");
        await Add(owner, gone.Reference, "Adieux");
        await (await owner.Open($"/dossiers/{reference}/fiches/{gone.Reference}/note")).Form("Enregistrer").Fill("Pourquoi cette fiche est dans le dossier", "Une note qui disparaîtra.").Send();
        using var before = await owner.Send(new HttpRequestMessage(HttpMethod.Get, $"/dossiers/{reference}/pdf"));

        var author = await place.Given.AnAuthorOf(gone);
        var withdrawal = await author.Open($"/suivre/fiche/{gone.Reference}/retrait");
        await withdrawal.Form("Retirer").Send();

        foreach (var path in new[] { "", "/livret", "/composer" })
        {
            var page = await owner.Open($"/dossiers/{reference}{path}");
            Assert.Contains("Elle part", page.TextContent);
            Assert.Contains("a été retirée par ses auteurs", page.TextContent);
            Assert.DoesNotContain("disparaîtra", page.Source);
        }
        Assert.False(await place.Db(db => { var entries = db.CollectionEntries; return entries.AnyAsync(e => e.SheetId == gone.Id && e.Note != null); }));
        using var after = await owner.Send(new HttpRequestMessage(HttpMethod.Get, $"/dossiers/{reference}/pdf"));
        using var tools = new PaperTools(await after.Content.ReadAsByteArrayAsync());
        var text = await tools.Text();
        Assert.Contains("Elle reste", text);
        Assert.Contains("a été retirée", text);
        Assert.DoesNotContain("disparaîtra", text);
    }

    [Fact]
    public async Task Adds_once_and_makes_one_when_a_form_is_sent_many_times()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Une seule fois");
        var (owner, reference) = await ACollection(title: "Foule");
        var form = (await owner.Open("/dossiers/ajouter?fiche=" + sheet.Reference)).Form("Ajouter à « Foule »");
        var added = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => form.Send(follow: false)));
        Assert.All(added, p => Assert.Equal(HttpStatusCode.Redirect, p.Status));
        Assert.Equal(1, await place.Db(db => { var entries = db.CollectionEntries; return entries.CountAsync(e => e.SheetId == sheet.Id); }));

        var make = (await owner.Open("/dossiers/nouveau")).Form("Créer le dossier").Fill("Titre du dossier", "Un seul dossier");
        var made = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => make.Send(follow: false)));
        Assert.Single(made.Select(p => p.Response.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await place.Db(db => { var collections = db.Collections; return collections.CountAsync(c => c.Title == "Un seul dossier"); }));
    }

    [Theory]
    [InlineData("?contexte=FAUX"), InlineData("?q=jardin&degre=D9"), InlineData("?tri=faux")]
    public async Task An_address_that_is_not_understood_is_told_and_adds_nothing(string query)
    {
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Une fiche qui n’était pas demandée");
        var (owner, reference) = await ACollection(title: "Rien de plus");
        var page = await owner.Open("/dossiers/ajouter" + query);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Document.QuerySelectorAll("[role=alert] li"));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var forged = await (await owner.Open("/dossiers/ajouter")).Form("Ajouter à « Rien de plus »").To("/dossiers/ajouter" + query).Send();
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Empty(Titles(await owner.Open($"/dossiers/{reference}/composer")));
    }
}
