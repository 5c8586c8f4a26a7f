using Croisee.Data;
using Croisee.Experiences;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Typing the name of a structure tells nobody what it has not published (S44).</summary>
public sealed class NearExperienceTest(RoamingPlace place) : IClassFixture<RoamingPlace>
{
    const string Alike = "Une structure de ce nom a déjà envoyé une expérience qui ressemble";

    async Task<Page> Checked(string title, Browser? browser = null, string? carriedBy = "Maison ")
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        await place.Db(async db =>
        {
            var (experience, account) = (await db.Experiences.Include(e => e.Steps).SingleAsync(e => e.Reference == draft.Reference), Given.AnAccountOf(title));
            (account.Structure.OrganisationType, account.Structure.OrganisationName) = carriedBy is null ? ("ORG_PERSONNE", null) : (account.Structure.OrganisationType, carriedBy + title);
            foreach (var (info, answers) in DepositSteps.All.Zip(account.Steps)) experience.Steps.Single(s => s.Code == info.Code).Write(answers, null, place.Clock.UtcNow());
            experience.CarriedBy(account.Structure.OrganisationName);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", experience);
            return await db.SaveChangesAsync();
        });
        if (browser is null) return await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/relire");
        await (await browser.Open("/suivre")).Form("Voir où elle en est").Fill("Votre code", draft.Code).Send();
        return await browser.Open($"/deposer/fiche/{draft.Reference}/relire");
    }

    [Fact]
    public async Task Hides_the_title_of_what_is_not_published_from_whoever_did_not_write_it()
    {
        const string title = "Jardin secret partagé derrière";
        var sent = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(), title + " la serre", a => a.Structure.OrganisationName = "Maison " + title);
        var page = await Checked(title);
        Assert.Contains(Alike, page.TextContent);
        Assert.DoesNotContain("la serre", page.TextContent);
        using var author = await place.Given.AnAuthorOf(sent);
        Assert.Contains("la serre", (await Checked(title, author)).TextContent);
    }

    [Fact]
    public async Task Takes_nobody_who_names_no_structure_for_another()
    {
        Assert.Equal(("", "appel-a-idees"), (Slugs.Of(" – "), Slugs.Of("Appel à idées")));
        const string title = "Balade racontée seule";
        await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(), title, a => (a.Structure.OrganisationType, a.Structure.OrganisationName) = ("ORG_PERSONNE", null));
        Assert.DoesNotContain(Alike, (await Checked(title, carriedBy: null)).TextContent);
    }

    [Fact]
    public async Task Shows_the_title_that_everyone_reads()
    {
        const string title = "Verger public ouvert devant";
        await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title + " la mairie", a => a.Structure.OrganisationName = "Maison " + title);
        Assert.Contains("la mairie", (await Checked(title)).TextContent);
    }
}
