using System.Net;
using Croisee.Data;
using Croisee.Experiences;
using Croisee.Groups;
using Croisee.Journal;
using Croisee.Mail;
using Croisee.People;
using Croisee.Review;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Review;

/// <summary>What is fixed may be revised by the group, as authors may ask, with a reason; the history keeps every turn, and a public page changes only with its authors' agreement.</summary>
public sealed class RevisedCodingTest(Place place) : IClassFixture<Place>
{
    const string Why = "Les auteurs ont montré le compte rendu.";

    async Task<(GivenExperience Given, string Member, string Decide, Browser Team, Browser Author)> Settled(string title, params ExperienceState[] then)
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation, $"Un appel {Reference.New()}");
        var group = await place.Given.AGroupOf(organisation, 1, 1);
        await place.Given.ItReadsFor(group, call);
        var (given, pair) = await place.Given.AnExperienceReadBy(group, call, 0, 1, title);
        foreach (var seat in new[] { pair.ServiceUserSeatId, pair.ProfessionalSeatId }) await place.Given.TheyRead(pair, seat, Given.ACoding("D2_CONSULTATION"));
        await place.Db(async db =>
        {
            var settlement = new Settlement(pair, pair.ProfessionalSeatId, Given.ACoding("D2_CONSULTATION"), "Nous le lisons ainsi.", place.Clock.UtcNow());
            settlement.Accept(await db.Pairs.SingleAsync(p => p.Id == pair.Id), pair.ServiceUserSeatId, place.Clock.UtcNow());
            db.Settlements.Add(settlement);
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", settlement);
            return await db.SaveChangesAsync();
        });
        await place.Given.AContact(given, $"auteur.{given.Reference}@example.org");
        await place.Given.ItPassed(given, [ExperienceState.Analysed, .. then]);
        var root = $"/groupes/{group.Group.Reference}";
        return (given, $"{root}/experiences/{given.Reference}", $"{root}/trancher/{given.Reference}", await place.Given.APerson($"Organise {Reference.New()}", Role.Organiser, organisation), await place.Given.AnAuthorOf(given));
    }

    Task<ExperienceState> StateOf(GivenExperience given) => place.Db(db => db.Experiences.Where(e => e.Id == given.Id).Select(e => e.State).SingleAsync());

    Task<int> LettersTo(GivenExperience given) => place.Db(db => db.OutgoingMails.CountAsync(m => m.To == $"auteur.{given.Reference}@example.org" && m.Subject.StartsWith("Le groupe a revu")));

    [Fact]
    public async Task Revises_before_publication_with_a_reason_and_the_page_proposed_to_the_authors_says_it()
    {
        var (given, member, decide, team, author) = await Settled("Le repas revu", ExperienceState.Remarkable, ExperienceState.ApprovalAsked);
        var approve = $"/suivre/fiche/{given.Reference}/accord";
        var open = (await author.Open(approve)).Form("Publier").Choose("Je suis d’accord pour publier cette page.");
        var page = await (await team.Open(member)).Follow("Revoir le codage");
        Assert.Equal((decide, "Le groupe revoit le codage"), (page.Path, page.Heading));
        Assert.Contains("déjà celui qui est fixé", Assert.Single((await page.Form("Fixer ce nouveau codage").Fill("La raison du groupe", Why).Send()).Errors), StringComparison.Ordinal);
        Assert.Contains("raison", Assert.Single((await page.Form("Fixer ce nouveau codage").Choose("Codécision", "Le degré").Fill("La raison du groupe", "").Send()).Errors), StringComparison.Ordinal);
        var form = page.Form("Fixer ce nouveau codage").Choose("Codécision", "Le degré").Fill("La raison du groupe", Why);
        Assert.All(new[] { await form.Send(), await form.Send() }, sent => Assert.Equal(HttpStatusCode.OK, sent.Status));

        // Both turns are there, for members and authors; the first one as it was.
        Assert.Equal([(2, "D4_CODECISION")], (await place.Db(db => db.Settlements.AsNoTracking().Include(s => s.Proposals).Where(s => s.ExperienceId == given.Id).ToListAsync())).Select(s => (s.Proposals.Count, s.Coding.Degree!)));
        foreach (var read in new[] { await team.Open(member), await author.Open($"/suivre/fiche/{given.Reference}/codage") })
            foreach (var said in new[] { "Le groupe a revu le codage", Why, "co-construction (avant : Consultation)", "La personne concernée a accepté", "Nous le lisons ainsi." }) Assert.Contains(said, read.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await LettersTo(given));

        // The page that was open is read again, then agreed to as it is.
        Assert.Contains("La page a changé", Assert.Single((await open.Send()).Errors), StringComparison.Ordinal);
        await (await author.Open(approve)).Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Contains("Codécision", Fixed(await place.Browser().Open($"/experiences/{given.Reference}")), StringComparison.Ordinal);
        team.Dispose();
        author.Dispose();
    }

    [Fact]
    public async Task Revises_after_publication_and_the_public_page_changes_when_its_authors_agree()
    {
        var (given, member, decide, team, author) = await Settled("Le jardin revu", ExperienceState.NotSelected, ExperienceState.ApprovalAsked);
        await place.Given.ItWasPublished(given);
        var sheet = $"/experiences/{given.Reference}";
        var done = await (await team.Open(decide)).Form("Fixer ce nouveau codage").Choose("Codécision", "Le degré").Fill("La raison du groupe", Why).Send();
        Assert.Contains("quand ses auteurs seront d’accord", done.TextContent, StringComparison.Ordinal);
        Assert.Equal(member, done.Path);
        Assert.Equal(ExperienceState.ApprovalAsked, await StateOf(given));
        Assert.Contains("Consultation", Fixed(await place.Browser().Open(sheet)), StringComparison.Ordinal);
        Assert.Equal(1, await LettersTo(given));
        Assert.Contains("Accord demandé", (await team.Open("/bureau/publication")).TextContent, StringComparison.Ordinal);

        var page = await author.Open($"/suivre/fiche/{given.Reference}/accord");
        Assert.Contains(Why, page.TextContent, StringComparison.Ordinal);
        Assert.Contains("co-construction (avant : Consultation)", (await page.Follow("Lire ce qui change")).TextContent, StringComparison.Ordinal);
        Assert.Equal("Le groupe de lecture a revu ce qu’il avait fixé.", page.Form("Publier").Value("Ce qui change"));
        await page.Form("Publier").Choose("Je suis d’accord pour publier cette page.").Send();
        Assert.Equal(ExperienceState.Published, await StateOf(given));
        Assert.Contains("Codécision", Fixed(await place.Browser().Open(sheet)), StringComparison.Ordinal);
        Assert.Contains("Le groupe de lecture a revu", (await place.Browser().Open(sheet + "/versions")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Le jardin revu", (await place.Browser().Open("/repertoire?degre=D4_CODECISION")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Le jardin revu", (await place.Browser().Open("/repertoire?degre=D2_CONSULTATION")).TextContent, StringComparison.Ordinal);
        team.Dispose();
        author.Dispose();
    }

    [Fact]
    public async Task Tells_authors_nothing_before_the_group_has_decided_and_opens_to_nobody_who_does_not_steer()
    {
        var (given, member, decide, team, author) = await Settled("Le banc revu");
        await (await team.Open(decide)).Form("Fixer ce nouveau codage").Choose("Codécision", "Le degré").Fill("La raison du groupe", Why).Send();
        Assert.Equal(ExperienceState.Analysed, await StateOf(given));
        Assert.Equal(0, await LettersTo(given));
        Assert.DoesNotContain(Why, (await author.Open($"/suivre/fiche/{given.Reference}/codage")).TextContent, StringComparison.Ordinal);
        using var reader = await place.Given.SignedIn(await place.Db(db => ReaderOf(db, given)));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Open(decide)).Status);
        Assert.DoesNotContain("Revoir le codage", (await reader.Open(member)).TextContent, StringComparison.Ordinal);
        Assert.Contains("Le groupe a décidé", (await reader.Open($"/lectures/{given.Reference}/accord")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await place.Db(db => db.Notices.CountAsync(n => n.Path == $"/lectures/{given.Reference}/accord" && n.Line.StartsWith("Le groupe a revu"))));
        team.Dispose();
        author.Dispose();
    }

    static async Task<Person> ReaderOf(AppDb db, GivenExperience given)
    {
        var seat = await db.Pairs.Where(p => p.ExperienceId == given.Id).Select(p => p.ServiceUserSeatId).SingleAsync();
        var person = await db.Seats.Where(s => s.Id == seat).Select(s => s.PersonId).SingleAsync();
        return await db.Persons.SingleAsync(p => p.Id == person);
    }

    /// <summary>What the page says was fixed.</summary>
    static string Fixed(Page sheet) => Page.Text(sheet.Document.QuerySelector("figure.ladder"));
}
