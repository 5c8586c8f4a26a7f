using System.Net;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>What the notice promises to whoever writes to the data protection officer is done at the desk, with a reason, and told (EXP-R6).</summary>
public sealed class ContactRightsTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenExperience Given, Browser Officer)> AnExperienceAndItsOfficer(bool published = false)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var given = published ? await place.Given.AnExperienceToApprove(call) : await place.Given.ASubmittedExperience(call);
        return (given, await place.Given.APerson("Camille", Role.ContactOfficer, organisation));
    }

    Task<List<(string Act, string? Reason)>> Entries(GivenExperience given) => place.Db(async db =>
        (await db.JournalEntries.AsNoTracking().Where(e => e.SubjectId == given.Id && e.Reason != null).OrderBy(e => e.At).Select(e => new { e.Act, e.Reason }).ToListAsync()).Select(e => (e.Act, e.Reason)).ToList());

    [Fact]
    public async Task Corrects_only_what_is_typed_and_tells_both_addresses()
    {
        var (given, officer) = await AnExperienceAndItsOfficer();
        await place.Given.AContact(given, "avant@example.org", recontact: true);
        var page = await (await officer.Open($"/bureau/experiences/{given.Reference}/contact")).Follow("Corriger des coordonnées, ou reprendre l’accord pour d’autres projets");
        Assert.DoesNotContain("avant@", page.Source);
        var nothing = await page.Form("Corriger").Fill("Pourquoi corriger ?", "Demande du 3 mars.").Send();
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Contains("Rien ne change", nothing.Errors[0]);
        var wrong = await page.Form("Corriger").Fill("Adresse de courriel", "pas une adresse").Fill("Pourquoi corriger ?", "Demande du 3 mars.").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "pas une adresse"), (wrong.Status, wrong.Form("Corriger").Value("Adresse de courriel")));
        var done = await page.Form("Corriger").Fill("Adresse de courriel", "apres@example.org").Choose("Le téléphone").Fill("Pourquoi corriger ?", "Demande du 3 mars.").Send();
        Assert.Contains("C’est corrigé", done.TextContent);
        var held = (await place.Given.TheContactOf(given))!;
        Assert.Equal(("Jeanne Rolland", "animatrice", "apres@example.org", null), (held.Details.Name, held.Details.Role, held.Details.Email, held.Details.Phone));
        Assert.NotNull(held.RecontactAgreedAt);
        foreach (var address in new[] { "avant@example.org", "apres@example.org" }) Assert.Contains("rien demandé", Assert.Single(await place.MailsTo(address)).Text);
        Assert.Equal([(Croisee.Experiences.Acts.ContactCorrected, "Demande du 3 mars.")], await Entries(given));
    }

    [Fact]
    public async Task Takes_back_the_agreement_to_be_contacted_for_other_projects()
    {
        var (given, officer) = await AnExperienceAndItsOfficer();
        await place.Given.AContact(given, "accord@example.org", recontact: true);
        await (await officer.Open($"/bureau/experiences/{given.Reference}/contact/correction")).Form("Corriger").Choose("L’accord pour être recontacté·e").Fill("Pourquoi corriger ?", "Elle ne veut plus.").Send();
        var held = (await place.Given.TheContactOf(given))!;
        Assert.Equal((null, "accord@example.org"), (held.RecontactAgreedAt, held.Details.Email));
        Assert.Equal([(Croisee.Experiences.Acts.RecontactTakenBack, "Elle ne veut plus.")], await Entries(given));
        Assert.Contains("repris", Assert.Single(await place.MailsTo("accord@example.org")).Text);
    }

    [Fact]
    public async Task Erases_on_demand_and_takes_the_address_off_the_public_page_at_once()
    {
        var (given, officer) = await AnExperienceAndItsOfficer(published: true);
        await place.Given.AContact(given, "effacer@example.org", publicAddress: "maison@example.org");
        await place.Given.ItWasPublished(given);
        using var anyone = place.Browser();
        Assert.Contains("maison@example.org", (await anyone.Open($"/experiences/{given.Reference}")).Source);
        var page = await (await officer.Open($"/bureau/experiences/{given.Reference}/contact")).Follow("Effacer les coordonnées");
        var refused = await page.Form("Effacer les coordonnées").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(await place.Given.TheContactOf(given));
        await refused.Form("Effacer les coordonnées").Fill("Pourquoi effacer ?", "Demande reçue le 3 mars.").Send();
        Assert.Null(await place.Given.TheContactOf(given));
        Assert.DoesNotContain("maison@example.org", (await anyone.Open($"/experiences/{given.Reference}")).Source);
        // Of all the letters to this address, the last one only.
        var last = Assert.Single(await place.MailsTo("effacer@example.org"));
        Assert.Equal(("Vos coordonnées sont effacées", true), (last.Subject, last.IsLast));
        Assert.Equal([(Croisee.Experiences.Acts.ContactErased, "Demande reçue le 3 mars.")], await Entries(given));
        using var author = await place.Given.AnAuthorOf(given);
        Assert.Equal(HttpStatusCode.OK, (await author.Open($"/suivre/fiche/{given.Reference}")).Status);
    }

    [Fact]
    public async Task Is_for_the_contact_officer_alone()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(organisation));
        await place.Given.AContact(given, "seule@example.org");
        using var organiser = await place.Given.APerson("Olivia", Role.Organiser, organisation);
        foreach (var part in new[] { "contact/correction", "contact/effacer", "code" }) Assert.Equal(HttpStatusCode.NotFound, (await organiser.Open($"/bureau/experiences/{given.Reference}/{part}")).Status);
    }
}
