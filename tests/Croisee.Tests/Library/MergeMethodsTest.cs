using System.Net;
using Croisee.Data;
using Croisee.Library;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Two names of one thing become one: its links follow, twins are said once, and who may not describe both may not.</summary>
public sealed class MergeMethodsTest(Place place) : IClassFixture<Place>
{
    async Task<Method> Named(string name, params (GivenExperience Sheet, LinkRelation Relation)[] by)
    {
        var now = place.Clock.UtcNow();
        var method = new Method(MethodKind.Method, name, now);
        var links = by.Select((b, i) => new SheetLink(b.Sheet.Id, $"{method.Reference}-{i}", b.Relation, MethodKind.Method, name, null, now)).ToArray();
        foreach (var link in links) { link.Tie(method); link.Accept(now); }
        await place.Given.Added([method, .. links]);
        return method;
    }

    [Fact]
    public async Task Moves_the_links_drops_the_twins_and_keeps_one_name()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var (one, two) = (await place.Given.APublishedSheet(call, "Celle des deux noms"), await place.Given.APublishedSheet(call, "Celle d’un seul"));
        var kept = await Named("Le café des parents", (one, LinkRelation.Uses));
        var gone = await Named("Café-parents du mardi", (one, LinkRelation.Uses), (one, LinkRelation.AdaptedFrom), (two, LinkRelation.Uses));
        await place.Db(db => db.Write(d => d.Methods.Where(m => m.Id == gone.Id).ExecuteUpdate(u => u.SetProperty(m => m.Summary, "On boit un café."))));
        var moderator = await place.Given.APerson("Maud qui réunit", Role.Moderator, organisation);
        var refused = await (await moderator.Open($"/bureau/moderation/methodes/{gone.Reference}")).Form("Enregistrer").Fill("Nom", "LE CAFE DES PARENTS").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Ce nom existe déjà.", refused.Errors.Single());
        var asks = await refused.Follow("Réunir les deux");
        Assert.Equal("Réunir « Café-parents du mardi » et « Le café des parents »", asks.Heading.Replace('\u00a0', ' '));
        var done = await asks.Form("Réunir les deux").Send();
        Assert.Equal("Le café des parents", done.Heading);
        Assert.Contains("On boit un café.", done.TextContent);
        var links = await place.Db(db => db.SheetLinks.AsNoTracking().Where(l => l.MethodId == kept.Id).ToListAsync());
        Assert.Equal([(one.Id, LinkRelation.Uses), (one.Id, LinkRelation.AdaptedFrom), (two.Id, LinkRelation.Uses)], links.Select(l => (l.SheetId, l.Relation)).OrderBy(l => l.SheetId == two.Id).ThenBy(l => l.Relation));
        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open("/repertoire/methodes/" + gone.Reference)).Status);
        Assert.Equal(1, await place.Db(db => db.Methods.CountAsync(m => m.Id == kept.Id || m.Id == gone.Id)));
        Assert.Equal(2, await place.Db(db => db.Set<Croisee.Journal.JournalEntry>().CountAsync(e => e.Act == Croisee.Library.Acts.MethodsMerged)));
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Open(asks.Path)).Status);
    }

    [Fact]
    public async Task Is_for_whoever_moderates_a_sheet_of_each()
    {
        var (mine, theirs) = (await place.Given.AnOrganisation(), await place.Given.AnOrganisation());
        var (here, there) = (await place.Given.APublishedSheet(await place.Given.AnOpenCall(mine), "Celle d’ici"), await place.Given.APublishedSheet(await place.Given.AnOpenCall(theirs), "Celle de là-bas"));
        var (ours, other) = (await Named("Le goûter d’ici", (here, LinkRelation.Uses)), await Named("Le goûter de là-bas", (there, LinkRelation.Uses)));
        var moderator = await place.Given.APerson("Maud d’ici", Role.Moderator, mine);
        var refused = await (await moderator.Open($"/bureau/moderation/methodes/{ours.Reference}")).Form("Enregistrer").Fill("Nom", "Le goûter de là-bas").Send();
        Assert.Contains("Ce nom existe déjà.", refused.Errors.Single());
        Assert.DoesNotContain("Réunir", refused.TextContent);
        foreach (var pair in new[] { $"{ours.Reference}/reunir/{other.Reference}", $"{other.Reference}/reunir/{ours.Reference}", $"{ours.Reference}/reunir/{ours.Reference}", $"{ours.Reference}/reunir/zzzzzzzz" })
            Assert.Equal(HttpStatusCode.NotFound, (await moderator.Open("/bureau/moderation/methodes/" + pair)).Status);
    }
}
