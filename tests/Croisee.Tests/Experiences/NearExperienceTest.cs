using Croisee.Data;
using Croisee.Experiences;
using Croisee.Experiences.Answers;
using Croisee.Journal;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Typing the name of a structure tells nobody what it has not published (S44).</summary>
public sealed class NearExperienceTest(RoamingPlace place) : IClassFixture<RoamingPlace>
{
    const string Alike = "Une expérience qui ressemble a déjà été envoyée";

    async Task<Page> Checked(string title, Browser? browser = null, string? carriedBy = "Maison ", Action<Account>? but = null, Call? call = null)
    {
        var draft = await place.Given.ADraft(call ?? await place.Given.AnOpenCall());
        await place.Db(async db =>
        {
            var (experience, account) = (await db.Experiences.Include(e => e.Steps).SingleAsync(e => e.Reference == draft.Reference), Given.AnAccountOf(title));
            (account.Structure.OrganisationType, account.Structure.OrganisationName) = carriedBy is null ? ("ORG_PERSONNE", null) : (account.Structure.OrganisationType, carriedBy + title);
            but?.Invoke(account);
            foreach (var (info, answers) in DepositSteps.All.Zip(account.Steps)) experience.Steps.Single(s => s.Code == info.Code).Write(answers, null, place.Clock.UtcNow());
            experience.CarriedBy(account.Structure.OrganisationName);
            experience.Locate(account.Structure);
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

    [Theory]
    [InlineData("EHPAD Les Glycines bleues", "R53", null, true), InlineData("Résidence des Glycines bleues (Quimper)", "R53", null, true), InlineData("EHPAD Les Glycines bleues", "R11", null, false)]
    [InlineData("Résidence Les Acacias", "R53", null, false), InlineData("Association de la Résidence", "R53", null, false), InlineData("Un tout autre nom", "R11", "990000017", true), InlineData("Un tout autre nom", "R11", "990000018", false)]
    public async Task Knows_the_same_structure_by_the_words_of_its_name_in_its_region_or_by_its_number(string name, string region, string? finess, bool near)
    {
        var title = $"Potager partagé {Guid.CreateVersion7():N}";
        await place.Given.ASubmittedExperience(await place.Given.AnOpenCall(), title, a => (a.Structure.OrganisationName, a.Structure.OrganisationFiness) = ("Résidence Les Glycines bleues", "990000017"));
        var page = await Checked(title, but: a => (a.Structure.OrganisationName, a.Structure.Region, a.Structure.OrganisationFiness) = (name, region, finess));
        Assert.Equal(near, page.TextContent.Contains(Alike, StringComparison.Ordinal));
        Assert.DoesNotContain($"« {title} », envoyée le", page.TextContent.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Knows_what_a_person_alone_sent_twice_to_the_same_call()
    {
        var call = await place.Given.AnOpenCall();
        const string title = "Lettre d’une patiente, seule";
        await place.Given.ASubmittedExperience(call, title, a => (a.Structure.OrganisationType, a.Structure.OrganisationName) = ("ORG_PERSONNE", null));
        Assert.Contains(Alike, (await Checked(title, carriedBy: null, call: call)).TextContent);
        Assert.Contains(Alike, (await Checked("Lettre d’une patiente seule", carriedBy: null, call: call)).TextContent);
        Assert.DoesNotContain(Alike, (await Checked(title, carriedBy: null, but: a => a.Essentials.Summary = "Tout autre chose.", call: call)).TextContent);
    }

    /// <summary>Fifty-one strangers came since.</summary>
    [Fact]
    public async Task Finds_the_twin_behind_all_that_was_sent_since()
    {
        var (call, other) = (await place.Given.AnOpenCall(), await place.Given.AnOpenCall());
        const string named = "Le journal des mimosas", alone = "Carnet d’un patient, seul";
        await place.Given.ASubmittedExperience(other, named, a => a.Structure.OrganisationName = "Résidence Les Mimosas jaunes");
        await place.Given.ASubmittedExperience(call, alone, a => (a.Structure.OrganisationType, a.Structure.OrganisationName) = ("ORG_PERSONNE", null));
        place.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i <= 50; i++)
        {
            await place.Given.ASubmittedExperience(other, $"Tout autre chose, {i}", a => a.Structure.OrganisationName = $"Coteaux lointains aux mimosas {i}");
            await place.Given.ASubmittedExperience(call, $"Encore autre chose, {i}", a => (a.Structure.OrganisationType, a.Structure.OrganisationName) = ("ORG_PERSONNE", null));
        }
        Assert.Contains(Alike, (await Checked(named, but: a => a.Structure.OrganisationName = "Résidence Les Mimosas jaunes")).TextContent);
        foreach (var title in new[] { alone, "Carnet d’un patient seul" }) Assert.Contains(Alike, (await Checked(title, carriedBy: null, call: call)).TextContent);
    }
}
