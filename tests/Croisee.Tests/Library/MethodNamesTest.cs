using System.Net;
using Croisee.Data;
using Croisee.Journal;
using Croisee.Library;
using Croisee.Library.Kinship;
using Croisee.People;
using Croisee.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The name of a method is public as long as a sheet names it, and not a request longer; on both engines.</summary>
public sealed class MethodNamesTest(Place place) : IClassFixture<Place>
{
    async Task<(Method Method, SheetLink[] Links)> Named(string name, params GivenExperience[] sheets)
    {
        var now = place.Clock.UtcNow();
        var method = new Method(MethodKind.Method, name, now);
        var links = sheets.Select(s => new SheetLink(s.Id, "essai-" + method.Reference, LinkRelation.Uses, MethodKind.Method, name, null, now)).ToArray();
        foreach (var link in links) { link.Tie(method); link.Accept(now); }
        await place.Given.Added([method, .. links]);
        return (method, links);
    }

    async Task<(bool Listed, HttpStatusCode Page)> Public(Method method) =>
        ((await place.Browser().Open("/repertoire/methodes")).TextContent.Contains(method.Name, StringComparison.Ordinal), (await place.Browser().Open("/repertoire/methodes/" + method.Reference)).Status);

    async Task Withdraws(GivenExperience given) => await (await (await place.Given.AnAuthorOf(given)).Open($"/suivre/fiche/{given.Reference}/retrait")).Form("Retirer").Send();

    Task<bool> IsKept(Method method) => place.Db(db => db.Methods.AnyAsync(m => m.Id == method.Id));

    [Fact]
    public async Task Leaves_in_the_request_in_which_the_last_sheet_that_bore_it_leaves()
    {
        var call = await place.Given.AnOpenCall();
        var (one, other) = (await place.Given.APublishedSheet(call, "La première qui la nomme"), await place.Given.APublishedSheet(call, "La seconde qui la nomme"));
        var (method, _) = await Named("La ronde des voisins", one, other);
        Assert.Equal((true, HttpStatusCode.OK), await Public(method));
        await Withdraws(one);
        Assert.Equal((true, HttpStatusCode.OK), await Public(method));
        await Withdraws(other);
        Assert.Equal((false, HttpStatusCode.NotFound), await Public(method));
        Assert.False(await IsKept(method));
    }

    [Fact]
    public async Task Leaves_when_the_moderation_takes_its_last_link_back_and_stays_with_its_authors_alone()
    {
        var organisation = await place.Given.AnOrganisation();
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Celle dont on retire un lien");
        var (method, links) = await Named("La chaise tournante", given);
        Assert.Equal((true, HttpStatusCode.OK), await Public(method));
        var page = await moderator.Open($"/bureau/moderation/liens/{links[0].Id}");
        var unsaid = await page.Form("Enregistrer").Choose("Retirer de la fiche").Send();
        Assert.Equal(HttpStatusCode.BadRequest, unsaid.Status);
        Assert.True(await IsKept(method));
        Assert.Empty((await page.Form("Enregistrer").Choose("Retirer de la fiche").Fill("La raison", "Ce nom est celui d’une personne.").Send()).Errors);
        Assert.Equal((false, HttpStatusCode.NotFound), await Public(method));
        Assert.False(await IsKept(method));
        // Its authors still read which link it was, and why.
        var follow = await (await place.Given.AnAuthorOf(given)).Open($"/suivre/fiche/{given.Reference}/liens");
        Assert.Contains("La chaise tournante", follow.TextContent);
        Assert.Contains("Ce nom est celui d’une personne.", follow.TextContent);
    }

    /// <summary>A row that an interrupted request left behind: named and opened nowhere, and gone with the next withdrawal.</summary>
    [Fact]
    public async Task Is_named_nowhere_while_no_sheet_bears_it()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Une fiche sans lien");
        var (method, _) = await Named("Le panier percé");
        Assert.Equal((false, HttpStatusCode.NotFound), await Public(method));
        await Withdraws(given);
        Assert.False(await IsKept(method));
    }

    /// <summary>What bases hold from before this rule: a name whose last link was taken back, and one whose sheets left. The script of the schema is the same on both engines.</summary>
    [Fact]
    public async Task Leaves_older_bases_when_their_schema_is_brought_up_to_date()
    {
        var given = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Celle d’avant la règle");
        var ((taken, links), (left, _), (kept, _)) = (await Named("La veillée d’avant", given), await Named("Le marché d’avant"), await Named("La tournée d’avant", given));
        await place.Db(db => db.Write(d => d.SheetLinks.Where(l => l.Id == links[0].Id).ExecuteUpdate(u => u.SetProperty(l => l.State, ModerationState.Refused).SetProperty(l => l.Refusal, "Un doute."))));
        var script = House.Repo.Read("src/Croisee/Data/Schema/sqlite/0262_methods_named.sql");
        Assert.Equal(script, House.Repo.Read("src/Croisee/Data/Schema/postgres/0262_methods_named.sql"));
        await place.Db(db => db.Write(d => d.Database.ExecuteSqlRaw(script)));
        Assert.Equal((false, false, true), (await IsKept(taken), await IsKept(left), await IsKept(kept)));
        var link = await place.Db(db => db.SheetLinks.AsNoTracking().SingleAsync(l => l.Id == links[0].Id));
        Assert.Equal((null, "La veillée d’avant"), (link.MethodId, link.ProposedName));
    }

    /// <summary>The moderation ties a link to a name that leaves in the same instant: it is told, and nothing is tied to what is gone.</summary>
    [Fact]
    public async Task Takes_no_link_to_a_name_that_has_just_left()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var (leaving, staying) = (await place.Given.APublishedSheet(call, "Celle qui part avec le nom"), await place.Given.APublishedSheet(call, "Celle qui le voudrait aussi"));
        var (method, _) = await Named("Le café des parents", leaving);
        var waiting = new SheetLink(staying.Id, "attente", LinkRelation.Uses, MethodKind.Method, method.Name, null, place.Clock.UtcNow());
        await place.Given.Added(waiting);
        await place.With(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var link = await db.SheetLinks.SingleAsync(l => l.Id == waiting.Id);
            link.Tie(await db.Methods.SingleAsync(m => m.Id == method.Id));
            link.Accept(place.Clock.UtcNow());
            db.Record(place.Clock.UtcNow(), Actor.System, "donnee.de.test", link);
            await Withdraws(leaving);
            var told = await Assert.ThrowsAsync<RuleBroken>(() => db.Write(_ => s.GetRequiredService<SheetLinks>().Hold(link)));
            Assert.Contains("Enregistrez encore une fois", told.Message);
            return 0;
        });
        // Once more, and the name comes back with the sheet that bears it.
        var moderator = await place.Given.APerson("Maud", Role.Moderator, organisation);
        Assert.Empty((await (await moderator.Open($"/bureau/moderation/liens/{waiting.Id}")).Form("Enregistrer").Choose("Publier sur la fiche").Send()).Errors);
        Assert.Contains("Le café des parents", (await place.Browser().Open("/repertoire/methodes")).TextContent);
    }
}
