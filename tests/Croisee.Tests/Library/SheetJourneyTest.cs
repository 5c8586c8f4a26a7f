using System.Net;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>From the team's proposal to the public page, its correction and its withdrawal, over HTTP.</summary>
public sealed class SheetJourneyTest(Place place) : IClassFixture<Place>
{
    async Task<(Call Call, Browser Organiser)> ACallAndItsOrganiser()
    {
        var organisation = await place.Given.AnOrganisation();
        return (await place.Given.AnOpenCall(organisation), await place.Given.APerson("Olivia", Role.Organiser, organisation));
    }

    [Fact]
    public async Task Publishes_what_the_authors_agreed_to_and_lets_anyone_find_it()
    {
        var (call, organiser) = await ACallAndItsOrganiser();
        var given = await place.Given.ASubmittedExperience(call, "Un usager raconte le jardin partagé", a => { a.Structure.OrganisationFiness = "990000001"; a.Participants.PersonsExact = 4321; });
        await place.Given.ItPassed(given, ExperienceState.Admissible, ExperienceState.InReading, ExperienceState.Analysed, ExperienceState.Remarkable);

        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open($"/experiences/{given.Reference}")).Status);
        var asked = await (await (await organiser.Open("/bureau/publication")).Follow("Un usager raconte le jardin partagé")).Form("Demander leur accord").Send();
        Assert.Equal("Publier les expériences", asked.Heading);

        var author = await place.Given.AnAuthorOf(given);
        var page = await author.Open($"/suivre/fiche/{given.Reference}/accord");
        var refused = await page.Form("Publier").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Cochez la case", refused.Errors[0]);
        var published = await page.Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Equal($"/experiences/{given.Reference}", published.Path);

        var read = await place.Browser().Open($"/experiences/{given.Reference}");
        Assert.Equal("Un usager raconte le jardin partagé", read.Heading);
        Assert.Contains("Retenue par le groupe", read.TextContent);
        Assert.DoesNotContain("990000001", read.Source);
        Assert.DoesNotContain("4321", read.Source.Replace(" ", ""));
        // The exact page: what was approved is what is shown.
        Assert.Equal(Page.Text(page.Document.QuerySelector("article .stack")), Page.Text(read.Document.QuerySelector("article .stack")).Replace(" La fiche en facile à lire · La page à imprimer, avec des images", ""));

        foreach (var words in new[] { "usagers", "jardins partagés", "JARD" })
            Assert.Equal("Un usager raconte le jardin partagé", Page.Text((await place.Browser().Open("/repertoire?q=" + Uri.EscapeDataString(words))).Document.QuerySelector(".result h2")));
        var agreed = await place.Db(db => db.Experiences.AsNoTracking().SingleAsync(e => e.Id == given.Id));
        Assert.Equal(ExperienceState.Published, agreed.State);
        var now = place.Clock.GetUtcNow().UtcDateTime;
        Assert.InRange(agreed.PublicationAgreedAt!.Value, now.AddMinutes(-1), now);
    }

    [Fact]
    public async Task Refuses_an_agreement_when_the_page_changed_since_it_was_read()
    {
        var (call, _) = await ACallAndItsOrganiser();
        var given = await place.Given.AnExperienceToApprove(call);
        var author = await place.Given.AnAuthorOf(given);
        var page = await author.Open($"/suivre/fiche/{given.Reference}/accord");
        await (await author.Open($"/deposer/fiche/{given.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", "Un autre résumé.").Send();
        var refused = await page.Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("a changé depuis", refused.Errors[0]);
        Assert.Contains("Un autre résumé.", refused.TextContent);
    }

    [Fact]
    public async Task Keeps_the_public_page_until_a_correction_is_agreed_then_says_what_changed()
    {
        var (call, _) = await ACallAndItsOrganiser();
        var given = await place.Given.APublishedSheet(call, "Le dîner choisi ensemble");
        var author = await place.Given.AnAuthorOf(given);
        await (await author.Open($"/suivre/fiche/{given.Reference}/correction")).Form("Ouvrir mes textes").Send();
        await (await author.Open($"/deposer/fiche/{given.Reference}/essentiel")).Form("Enregistrer et continuer").Fill("Résumé", "Les résidents et toute l’équipe ont choisi ensemble un nouvel horaire.").Send();
        Assert.DoesNotContain("toute l’équipe", (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        await (await author.Open($"/suivre/fiche/{given.Reference}/accord")).Form("Publier").Fill("Ce qui change", "Un oubli réparé.").Choose("Je suis d’accord pour publier cette page.").Send();

        Assert.Contains("toute l’équipe", (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        var versions = await place.Browser().Open($"/experiences/{given.Reference}/versions");
        Assert.Contains("Version 2", versions.TextContent);
        Assert.Contains("Un oubli réparé.", versions.TextContent);
        Assert.Contains("toute", Page.Text(versions.Document.QuerySelector("ins")));
        foreach (var odd in new[] { "?de=1&a=9", "?de=x", "?a=-1", "?de=2&a=2" })
            Assert.True((await place.Browser().Open($"/experiences/{given.Reference}/versions{odd}")).Status is HttpStatusCode.OK or HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Leaves_a_tombstone_and_nothing_else_as_soon_as_it_is_withdrawn()
    {
        var (call, _) = await ACallAndItsOrganiser();
        var given = await place.Given.APublishedSheet(call, "La fiche qui sera retirée", a => a.Essentials.Summary = "Un texte introuvable ensuite.");
        var author = await place.Given.AnAuthorOf(given);
        var anyone = place.Browser();
        string[] warm = [$"/experiences/{given.Reference}", "/repertoire", "/repertoire?q=introuvable", $"/experiences/{given.Reference}/facile", $"/experiences/{given.Reference}/versions", $"/experiences/{given.Reference}/citer", $"/experiences/{given.Reference}/citer/ris"];
        foreach (var path in warm.Concat(warm)) Assert.Equal(HttpStatusCode.OK, (await anyone.Open(path)).Status);
        var facet = Page.Text((await anyone.Open("/repertoire")).Document.QuerySelector("[role=status]"));

        await (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Fill("Pourquoi ?", "Raison privée").Send();

        foreach (var path in warm.Where(p => p.StartsWith("/experiences", StringComparison.Ordinal)))
        {
            var gone = await anyone.Open(path);
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.Contains("La fiche qui sera retirée", gone.TextContent);
            Assert.Contains("15 mars 2027", gone.TextContent);
            Assert.DoesNotContain("introuvable ensuite", gone.Source);
            Assert.DoesNotContain("Raison privée", gone.Source);
        }
        Assert.DoesNotContain("La fiche qui sera retirée", (await anyone.Open("/repertoire")).TextContent);
        Assert.NotEqual(facet, Page.Text((await anyone.Open("/repertoire")).Document.QuerySelector("[role=status]")));
        Assert.Contains("Aucune", (await anyone.Open("/repertoire?q=introuvable")).TextContent);
        Assert.Equal((0, 0, ""), await place.Db(async db => (await db.SheetVersions.CountAsync(v => v.SheetId == given.Id), await db.SheetCodes.CountAsync(c => c.SheetId == given.Id), (await db.Sheets.SingleAsync(s => s.Id == given.Id)).Content)));
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await author.Open($"/suivre/fiche/{given.Reference}/retrait")).Status);
    }

    [Fact]
    public async Task Keeps_the_bureau_of_another_organisation_out()
    {
        var (call, _) = await ACallAndItsOrganiser();
        var given = await place.Given.AnExperienceToApprove(call, "Une fiche d’ailleurs");
        var stranger = await place.Given.APerson("Sacha", Role.Organiser, await place.Given.AnOrganisation());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/bureau/publication/{given.Reference}/demande")).Status);
        Assert.DoesNotContain("Une fiche d’ailleurs", (await stranger.Open("/bureau/publication")).TextContent);
    }

    [Fact]
    public async Task Answers_304_to_who_has_the_page_already_and_200_after_a_change()
    {
        var (call, _) = await ACallAndItsOrganiser();
        var given = await place.Given.APublishedSheet(call, "Une page déjà lue");
        var first = await place.Browser().Open($"/experiences/{given.Reference}");
        var tag = first.Response.Headers.ETag!.ToString();
        async Task<HttpStatusCode> Again()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/experiences/{given.Reference}");
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return (await place.Browser().Send(request)).StatusCode;
        }
        Assert.Equal(HttpStatusCode.NotModified, await Again());
        await place.Given.ItPassed(given, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(given, "relu");
        Assert.Equal(HttpStatusCode.OK, await Again());
    }

    [Fact]
    public async Task Shows_a_minority_opinion_beside_the_motives_and_hides_no_missing_effect()
    {
        var (call, _) = await ACallAndItsOrganiser();
        var given = await place.Given.APublishedSheet(call, "Une fiche discutée", a => a.Changes.Decisions = [new() { Proposal = "Une parole", Decision = "Une réponse" }], remarkable: true);
        await place.Db(async db =>
        {
            var sheet = await db.Sheets.Include(s => s.Codes).SingleAsync(s => s.Id == given.Id);
            var content = sheet.Read();
            (content.Motives, content.MinorityOpinions) = ("Un vrai pouvoir de décider.", ["Nous aurions voulu entendre ceux qui sont partis. <b>Oui</b>"]);
            sheet.Show(content, "avis ajouté", place.Clock.GetUtcNow().UtcDateTime);
            Journal.Recording.Record(db, place.Clock.GetUtcNow().UtcDateTime, Journal.Actor.System, Croisee.Library.Acts.Published, sheet);
            return await db.SaveChangesAsync();
        });
        var page = await place.Browser().Open($"/experiences/{given.Reference}");
        var quotes = page.Document.QuerySelectorAll("#choisie blockquote").Select(Page.Text).ToList();
        Assert.Equal(["Un vrai pouvoir de décider. Motif du groupe de lecture", "Nous aurions voulu entendre ceux qui sont partis. <b>Oui</b> Avis minoritaire"], quotes.Select(q => q.Replace(".Motif", ". Motif").Replace("</b>Avis", "</b> Avis")));
        Assert.Contains("Rien encore, et nous le disons", Page.Text(page.Document.QuerySelector(".thread .none")));
        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open($"/fichiers/{Guid.CreateVersion7()}")).Status);
    }
}
