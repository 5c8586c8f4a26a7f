using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Who may come where: another organisation's call and no call at all are the same answer (S01); contact data have one reader (EXP-R4).</summary>
public sealed class CallReachTest(Place place) : IClassFixture<Place>
{
    static readonly string[] Parts = ["", "/contenu", "/qui", "/dates", "/donnees", "/questions", "/apercu", "/apercu/depot", "/ouverture", "/prolongation", "/recus"];

    [Fact]
    public async Task Answers_the_same_to_an_organiser_of_another_organisation_and_for_a_call_that_is_not()
    {
        var call = await place.Given.AnOpenCall(await place.Given.AnOrganisation());
        using var other = await place.Given.APerson("Ailleurs", Role.Organiser, await place.Given.AnOrganisation());
        foreach (var part in Parts)
        {
            var (theirs, none) = (await other.Open($"/bureau/appels/{call.Slug}{part}"), await other.Open($"/bureau/appels/aucun-appel{part}"));
            Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
            Assert.Equal(none.Status, theirs.Status);
            Assert.Equal(none.Heading, theirs.Heading);
        }
        Assert.DoesNotContain(call.Title, (await other.Open("/bureau/appels")).Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Opens_every_part_to_the_organiser_of_an_organisation_above()
    {
        var above = await place.Given.AnOrganisation(kind: OrganisationKind.Region);
        var call = await place.Given.AnOpenCall(await place.Given.AnOrganisation(under: above));
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, above);
        foreach (var part in Parts) Assert.Equal(HttpStatusCode.OK, (await nadia.Open($"/bureau/appels/{call.Slug}{part}")).Status);
    }

    [Fact]
    public async Task Hides_a_draft_from_the_team_and_a_sent_experience_from_other_teams()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var draft = await place.Given.ADraft(call);
        var sent = await place.Given.ASubmittedExperience(call);
        using var nadia = await place.Given.APerson("Nadia", Role.Organiser, organisation);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open($"/bureau/experiences/{draft.Reference}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await nadia.Open($"/bureau/experiences/{sent.Reference}")).Status);
        using var other = await place.Given.APerson("Ailleurs", Role.Moderator, await place.Given.AnOrganisation());
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/bureau/experiences/{sent.Reference}")).Status);
    }

    [Fact]
    public async Task Shows_contact_data_to_the_contact_officer_alone_after_a_reason_that_the_journal_keeps()
    {
        var organisation = await place.Given.AnOrganisation();
        var sent = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(organisation));
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await s.GetRequiredService<ContactStore>().Save(await db.Experiences.SingleAsync(e => e.Id == sent.Id), new("Jeanne Rolland", null, "jeanne@example.org", "01 99 00 12 34", null), false);
            return await db.SaveChangesAsync();
        });
        var path = $"/bureau/experiences/{sent.Reference}/contact";
        foreach (var role in new[] { Role.Organiser, Role.Moderator, Role.Administrator, Role.Facilitator })
        {
            using var someone = await place.Given.APerson("Quelqu’un", role, organisation);
            Assert.Equal(HttpStatusCode.NotFound, (await someone.Open(path)).Status);
            Assert.DoesNotContain("jeanne@example.org", (await someone.Open($"/bureau/experiences/{sent.Reference}")).Source);
        }
        using var officer = await place.Given.APerson("Odile", Role.ContactOfficer, organisation);
        var asked = await officer.Open(path);
        Assert.DoesNotContain("jeanne@example.org", asked.Source);
        Assert.Equal(["Écrivez pourquoi vous lisez ces coordonnées."], (await asked.Form("Voir les coordonnées").Send()).Errors);
        Assert.Equal(0, await Readings());
        var shown = await asked.Form("Voir les coordonnées").Fill("Pourquoi lire", "prévenir que la page est prête").Send();
        Assert.Contains("jeanne@example.org", shown.TextContent);
        Assert.Equal(1, await Readings());

        Task<int> Readings() => place.Db(db => db.JournalEntries.CountAsync(e => e.SubjectId == sent.Id && e.Act == Croisee.Experiences.Acts.ContactRead && (e.Reason == "prévenir que la page est prête")));
    }

    [Fact]
    public async Task Leads_each_role_from_the_desk_to_what_it_may_open_in_its_own_organisation()
    {
        var organisation = await place.Given.AnOrganisation();
        var sent = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(organisation));
        var (text, contact) = ($"href=\"/bureau/experiences/{sent.Reference}\"", $"href=\"/bureau/experiences/{sent.Reference}/contact\"");
        using var officer = await place.Given.APerson("Odile", Role.ContactOfficer, organisation);
        var kept = await (await officer.Open("/bureau")).Follow("Ce qui arrive");
        Assert.Contains(contact, kept.Source);
        Assert.DoesNotContain(text, kept.Source);
        using var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        var read = await (await moderator.Open("/bureau")).Follow("Ce qui arrive");
        Assert.Contains(text, read.Source);
        Assert.DoesNotContain(contact, read.Source);
        using var elsewhere = await place.Given.APerson("Ida", Role.Moderator, await place.Given.AnOrganisation());
        Assert.DoesNotContain(sent.Reference, (await elsewhere.Open("/bureau/recus")).Source);
    }
}
