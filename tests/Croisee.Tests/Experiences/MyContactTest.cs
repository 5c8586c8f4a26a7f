using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Library;
using Croisee.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Contact data are their author's: seen whole, changed, taken back, wherever they show.</summary>
public sealed class MyContactTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenExperience Given, Browser Author)> APublishedOneWith(string publicAddress)
    {
        var given = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall());
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await s.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == given.Id), new("Jeanne Rolland", "animatrice", "jeanne@example.org", "01 99 00 12 34", publicAddress), true);
            return await db.SaveChangesAsync();
        });
        await place.Given.ItWasPublished(given);
        return (given, await place.Given.AnAuthorOf(given));
    }

    [Fact]
    public async Task Shows_all_that_is_held_and_lets_its_author_change_it_after_sending()
    {
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall());
        using var author = await place.Given.AnAuthorOf(given);
        var path = $"/suivre/fiche/{given.Reference}/contact";
        var empty = await author.Open(path);
        Assert.Contains("aucune coordonnée", empty.TextContent);
        var refused = await empty.Form("Enregistrer").Fill("Nom", "Jeanne Rolland").Fill("Adresse de courriel", "pas une adresse").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Jeanne Rolland", refused.Form("Enregistrer").Value("Nom"));
        var kept = await empty.Form("Enregistrer").Fill("Nom", "Jeanne Rolland").Fill("Fonction ou rôle", "animatrice").Fill("Adresse de courriel", "jeanne@example.org").Fill("Téléphone", "01 99 00 12 34").Fill("Adresse à publier", "maison@example.org").Choose("J’accepte d’être recontacté·e").Send();
        var held = Page.Text(kept.Document.QuerySelector("dl"));
        foreach (var value in new[] { "Jeanne Rolland", "animatrice", "jeanne@example.org", "01 99 00 12 34", "maison@example.org", "Oui, depuis le 15 mars 2027" }) Assert.Contains(value, held);
        var changed = await kept.Form("Enregistrer").Fill("Fonction ou rôle", "psychologue").Drop("Form.Recontact").Send();
        held = Page.Text(changed.Document.QuerySelector("dl"));
        Assert.Contains("psychologue", held);
        Assert.Contains("Recontact pour d’autres projetsNon", held);
    }

    [Fact]
    public async Task Takes_the_address_off_the_public_page_and_its_versions_in_the_request_that_erases()
    {
        var (given, author) = await APublishedOneWith("maison@example.org");
        await place.Given.ItPassed(given, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(given, "relu");
        // Published before versions were kept without an address.
        await place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw("update sheet_versions set content = (select content from sheets where id = sheet_id)")));
        string[] pages = [$"/experiences/{given.Reference}", $"/experiences/{given.Reference}/versions?de=1&a=2", $"/experiences/{given.Reference}/versions"];
        using var anyone = place.Browser();
        foreach (var page in pages.Concat(pages)) await anyone.Open(page);
        Assert.Contains("maison@example.org", (await anyone.Open(pages[0])).Source);

        var asked = await (await author.Open($"/suivre/fiche/{given.Reference}/contact")).Follow("Effacer mes coordonnées");
        Assert.Contains("maison@example.org", (await anyone.Open(pages[0])).Source);
        var gone = await asked.Form("Oui, effacer mes coordonnées").Send();
        Assert.Contains("sur la page publiée aussi", gone.TextContent);
        Assert.Contains("aucune coordonnée", gone.TextContent);

        foreach (var page in pages) Assert.DoesNotContain("maison@example.org", (await anyone.Open(page)).Source);
        Assert.Equal((0, 0, 0), await place.Db(async db => (await db.Contacts.CountAsync(c => c.ExperienceId == given.Id),
            (await db.Sheets.Where(s => s.Id == given.Id).Select(s => s.Content).ToListAsync()).Count(c => c.Contains("maison@")),
            (await db.SheetVersions.Where(v => v.SheetId == given.Id).Select(v => v.Content).ToListAsync()).Count(c => c.Contains("maison@")))));
        author.Dispose();
    }

    [Fact]
    public async Task Changes_the_published_address_at_once_and_never_shows_the_former_one_in_a_version()
    {
        var (given, author) = await APublishedOneWith("ancienne@example.org");
        await (await author.Open($"/suivre/fiche/{given.Reference}/contact")).Form("Enregistrer").Fill("Adresse à publier", "nouvelle@example.org").Send();
        using var anyone = place.Browser();
        var page = await anyone.Open($"/experiences/{given.Reference}");
        Assert.Contains("nouvelle@example.org", page.Source);
        Assert.DoesNotContain("ancienne@example.org", page.Source);
        await place.Given.ItPassed(given, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(given, "relu");
        var versions = await anyone.Open($"/experiences/{given.Reference}/versions");
        Assert.DoesNotContain("@example.org", Page.Text(versions.Document.QuerySelector("main")));
        author.Dispose();
    }

    [Fact]
    public async Task Takes_the_address_off_the_public_page_with_the_contact_data_at_the_end_of_the_work()
    {
        await using var own = new Place();
        await own.InitializeAsync();
        var call = await own.Given.AnOpenCall();
        var given = await own.Given.AnExperienceToApprove(call);
        await own.Given.AContact(given, "jeanne@example.org", publicAddress: "maison@example.org");
        await own.Given.ItWasPublished(given);
        using var anyone = own.Browser();
        Assert.Contains("maison@example.org", (await anyone.Open($"/experiences/{given.Reference}")).Source);
        await own.Given.TheJobIsMine(Forget.Job);
        own.Clock.Set(Croisee.Data.Clock.EndOfParisDay(call.Notice.ErasedFrom!.Value));
        await own.Given.TheJobRan(Forget.Job);
        Assert.Null(await own.Given.TheContactOf(given));
        Assert.DoesNotContain("maison@example.org", (await anyone.Open($"/experiences/{given.Reference}")).Source);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lets_an_address_be_taken_off_the_page_when_nothing_else_is_held_any_more(bool byAuthor)
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall(organisation));
        await place.Given.AContact(given, "jeanne@example.org", publicAddress: "maison@example.org");
        await place.Given.ItWasPublished(given);
        // As an earlier version left it at the end of the work.
        await place.Db(db => db.Write(d => d.Contacts.Where(c => c.ExperienceId == given.Id).ExecuteDelete()));
        using var browser = byAuthor ? await place.Given.AnAuthorOf(given) : await place.Given.APerson("Camille", Croisee.People.Role.ContactOfficer, organisation);
        var asked = byAuthor ? await (await browser.Open($"/suivre/fiche/{given.Reference}/contact")).Follow("Enlever cette adresse")
            : await (await browser.Open($"/bureau/experiences/{given.Reference}/contact")).Follow("Effacer les coordonnées");
        await (byAuthor ? asked.Form("Oui, effacer mes coordonnées") : asked.Form("Effacer les coordonnées").Fill("Pourquoi effacer ?", "Demande du 3 mars.")).Send();
        using var anyone = place.Browser();
        Assert.DoesNotContain("maison@example.org", (await anyone.Open($"/experiences/{given.Reference}")).Source);
    }

    [Fact]
    public async Task Replaces_the_address_shown_by_the_one_given_when_nothing_was_held()
    {
        var (given, author) = await APublishedOneWith("maison@example.org");
        await place.Db(db => db.Write(d => d.Contacts.Where(c => c.ExperienceId == given.Id).ExecuteDelete()));
        await (await author.Open($"/suivre/fiche/{given.Reference}/contact")).Form("Enregistrer").Fill("Nom", "Jeanne").Fill("Adresse de courriel", "jeanne@example.org").Send();
        using var anyone = place.Browser();
        Assert.DoesNotContain("maison@example.org", (await anyone.Open($"/experiences/{given.Reference}")).Source);
        author.Dispose();
    }

    [Fact]
    public async Task Keeps_what_is_written_when_erasing_is_not_confirmed()
    {
        var (given, author) = await APublishedOneWith("maison@example.org");
        var back = await (await (await author.Open($"/suivre/fiche/{given.Reference}/contact")).Follow("Effacer mes coordonnées")).Follow("Non, garder");
        Assert.Contains("jeanne@example.org", back.TextContent);
        author.Dispose();
    }

    [Fact]
    public async Task What_waits_in_the_outbox_for_an_erased_address_goes_with_it_unless_somebody_else_has_it()
    {
        var call = await place.Given.AnOpenCall();
        var (alone, shared, twin, followed) = (await place.Given.ASubmittedExperience(call), await place.Given.ASubmittedExperience(call), await place.Given.ASubmittedExperience(call), await place.Given.ASubmittedExperience(call));
        var member = await place.Given.AnAccount("Membre");
        var known = await place.Given.ASubmittedExperience(call);
        foreach (var (one, email) in new[] { (alone, "Seule@oubli.example"), (shared, "deux@oubli.example"), (twin, "Deux@oubli.example"), (followed, "suit@oubli.example"), (known, member.Email) }) await place.Given.AContact(one, email);
        await place.Db(async db =>
        {
            var search = new Croisee.Library.Watching.SavedSearch(null, "Une recherche", "q=oubli", Croisee.Library.Watching.SearchPace.Weekly, place.Clock.UtcNow());
            search.AskAt("suit@oubli.example", place.Clock.UtcNow());
            db.Add(search);
            foreach (var to in new[] { "Seule@oubli.example", "deux@oubli.example", "suit@oubli.example", member.Email })
            {
                db.Send(to, new Letter("En attente").Say("Un texte."), place.Clock.UtcNow().AddDays(1));
                db.Notify(to, "Une ligne", "/suivre", place.Clock.UtcNow());
            }
            return await db.SaveChangesAsync();
        });
        foreach (var one in new[] { alone, shared, followed, known })
        {
            using var author = await place.Given.AnAuthorOf(one);
            await (await author.Open($"/suivre/fiche/{one.Reference}/contact/effacer")).Form("Oui, effacer mes coordonnées").Send();
        }
        Assert.Equal((0, 0), await Left("Seule@oubli.example"));
        foreach (var kept in new[] { "deux@oubli.example", "suit@oubli.example", member.Email }) Assert.Equal((1, 1), await Left(kept));

        using (var last = await place.Given.AnAuthorOf(twin)) await (await last.Open($"/suivre/fiche/{twin.Reference}/contact/effacer")).Form("Oui, effacer mes coordonnées").Send();
        Assert.Equal((0, 0), await Left("deux@oubli.example"));

        async Task<(int Mails, int Notices)> Left(string to) => await place.Db(async db => (await db.OutgoingMails.CountAsync(m => m.To == to && m.Subject == "En attente"), await db.Notices.CountAsync(n => n.To == to)));
    }
}
