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
    Task<Method> Named(string name, params (GivenExperience Sheet, LinkRelation Relation)[] by) => Named(MethodKind.Method, name, by);

    async Task<Method> Named(MethodKind kind, string name, params (GivenExperience Sheet, LinkRelation Relation)[] by)
    {
        var now = place.Clock.UtcNow();
        var method = new Method(kind, name, now);
        var links = by.Select((b, i) => new SheetLink(b.Sheet.Id, $"{method.Reference}-{i}", b.Relation, kind, name, null, now)).ToArray();
        foreach (var link in links) { link.Tie(method); link.Accept(now); }
        await place.Given.Added([method, .. links]);
        return method;
    }

    async Task<List<(string, Guid?)>> Merging(Method gone, Method kept) =>
        [.. (await place.Db(db => db.Set<Croisee.Journal.JournalEntry>().Where(e => (e.SubjectId == gone.Id || e.SubjectId == kept.Id) && e.Reason == gone.Reference + " → " + kept.Reference).ToListAsync())).Select(e => (e.Act, e.OrganisationId)).OrderBy(e => e.Act)];

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
        var former = await place.Browser().Open("/repertoire/methodes/" + gone.Reference, follow: false);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/repertoire/methodes/" + kept.Reference), (former.Status, former.Response.Headers.Location!.ToString()));
        Assert.Equal(1, await place.Db(db => db.Methods.CountAsync(m => m.Id == kept.Id || m.Id == gone.Id)));
        Assert.Equal([(Croisee.Library.Acts.MethodGone, (Guid?)organisation.Id), (Croisee.Library.Acts.MethodsMerged, null)], await Merging(gone, kept));
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.Open(asks.Path)).Status);
    }

    /// <summary>The name that went is proposed again much later, as its authors always called it; the one that stays is made one with a third meanwhile.</summary>
    [Fact]
    public async Task Sends_a_later_proposal_and_every_former_address_to_the_one_that_stays()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var (one, two, three) = (await place.Given.APublishedSheet(call, "Celle d’avant"), await place.Given.APublishedSheet(call, "Celle de plus tard"), await place.Given.APublishedSheet(call, "Celle qui quitte"));
        var (first, second, third) = (await Named("La ronde du soir", (one, LinkRelation.Uses)), await Named("Ronde-soir", (one, LinkRelation.Uses)), await Named("La veillée", (one, LinkRelation.Uses)));
        var moderator = await place.Given.APerson("Maud de plus tard", Role.Moderator, organisation);
        await (await moderator.Open($"/bureau/moderation/methodes/{second.Reference}/reunir/{first.Reference}")).Form("Réunir les deux").Send();
        await (await moderator.Open($"/bureau/moderation/methodes/{first.Reference}/reunir/{third.Reference}")).Form("Réunir les deux").Send();
        foreach (var gone in new[] { first, second }) Assert.Equal("/repertoire/methodes/" + third.Reference, (await place.Browser().Open("/repertoire/methodes/" + gone.Reference)).Path);

        var later = new SheetLink(two.Id, "plus-tard", LinkRelation.Uses, MethodKind.Tool, "RONDE SOIR", null, place.Clock.UtcNow());
        await place.Given.Added(later);
        var judge = await moderator.Open($"/bureau/moderation/liens/{later.Id}");
        Assert.Contains("Ce nom a été réuni à « La veillée »", judge.TextContent);
        await judge.Form("Enregistrer").Choose("Publier sur la fiche").Send();
        Assert.Equal(third.Id, await place.Db(db => db.SheetLinks.Where(l => l.Id == later.Id).Select(l => l.MethodId).SingleAsync()));
        Assert.False(await place.Db(db => db.Methods.AnyAsync(m => m.NameKey == second.NameKey)));

        // Nobody takes the name back for another thing; the one that stays may.
        var other = await Named("Le tour de garde", (three, LinkRelation.Uses));
        var taken = await (await moderator.Open($"/bureau/moderation/methodes/{other.Reference}")).Form("Enregistrer").Fill("Nom", "Ronde-soir").Send();
        Assert.Contains("Ce nom a été réuni à « La veillée »", Page.Text(taken.Errors.Single()));
        Assert.Empty((await (await moderator.Open($"/bureau/moderation/methodes/{third.Reference}")).Form("Enregistrer").Fill("Nom", "Ronde-soir").Send()).Errors);
        await (await moderator.Open($"/bureau/moderation/methodes/{third.Reference}/reunir/{other.Reference}")).Form("Réunir les deux").Send();
        foreach (var gone in new[] { first, second, third }) Assert.Equal("/repertoire/methodes/" + other.Reference, (await place.Browser().Open("/repertoire/methodes/" + gone.Reference)).Path);
        var table = (await place.Browser().Open("/donnees-ouvertes/methodes?format=csv")).Source;
        foreach (var gone in new[] { first, second, third }) Assert.Contains(gone.Reference, table);

        // With the last sheet that names it, its former addresses go too.
        foreach (var leaving in new[] { one, two, three }) await (await (await place.Given.AnAuthorOf(leaving)).Open($"/suivre/fiche/{leaving.Reference}/retrait")).Form("Retirer").Send();
        Assert.Equal(HttpStatusCode.NotFound, (await place.Browser().Open("/repertoire/methodes/" + second.Reference)).Status);
        Assert.False(await place.Db(db => db.FormerMethods.AnyAsync(f => f.MethodId == other.Id)));
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

    [Fact]
    public async Task Makes_no_tool_a_structure()
    {
        var organisation = await place.Given.AnOrganisation();
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(organisation), "Celle d’un outil");
        var (tool, structure) = (await Named(MethodKind.Tool, "Le carnet rond", (sheet, LinkRelation.Uses)), await Named(MethodKind.Tool, "Carnet rond, association", (sheet, LinkRelation.CarriedBy)));
        var moderator = await place.Given.APerson("Maud des sortes", Role.Moderator, organisation);
        var path = $"/bureau/moderation/methodes/{tool.Reference}/reunir/{structure.Reference}";
        var before = (await moderator.Open(path)).Form("Réunir les deux");
        await place.Db(db => db.Write(d => d.Methods.Where(m => m.Id == structure.Id).ExecuteUpdate(u => u.SetProperty(m => m.Kind, MethodKind.Organisation))));
        var refused = await before.Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("pas de la même sorte", refused.Errors.Single());
        var page = await moderator.Open(path);
        Assert.Contains("pas de la même sorte", page.TextContent);
        Assert.DoesNotContain("Réunir les deux", page.TextContent);
        Assert.Equal(2, await place.Db(db => db.Methods.CountAsync(m => m.Id == tool.Id || m.Id == structure.Id)));
    }

    [Fact]
    public async Task Asks_the_moderation_of_every_sheet_that_names_what_goes()
    {
        var (mine, theirs) = (await place.Given.AnOrganisation(), await place.Given.AnOrganisation());
        var (here, there) = (await place.Given.APublishedSheet(await place.Given.AnOpenCall(mine), "Une d’ici"), await place.Given.APublishedSheet(await place.Given.AnOpenCall(theirs), "Une d’ailleurs"));
        var gone = await Named("Le banc partagé", (here, LinkRelation.Uses));
        var kept = await Named("Le banc de tous", (here, LinkRelation.Uses));
        var path = $"/bureau/moderation/methodes/{gone.Reference}/reunir/{kept.Reference}";
        var moderator = await place.Given.APerson("Maud d’un seul", Role.Moderator, mine);
        var before = (await moderator.Open(path)).Form("Réunir les deux");
        var link = new SheetLink(there.Id, "de là-bas", LinkRelation.Uses, MethodKind.Method, "Le banc partagé", null, place.Clock.UtcNow());
        link.Tie(gone);
        link.Accept(place.Clock.UtcNow());
        await place.Given.Added(link);
        var refused = await before.Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(theirs.Name, refused.Errors.Single());
        var page = await moderator.Open(path);
        Assert.Contains(theirs.Name, page.Document.QuerySelector(".notice")!.TextContent);
        Assert.DoesNotContain("Réunir les deux", page.TextContent);
        Assert.Equal(2, await place.Db(db => db.SheetLinks.CountAsync(l => l.MethodId == gone.Id)));
        // What stays may be named by anybody: only the links of what goes are moved.
        var other = await Named("Le banc d’en face", (here, LinkRelation.Uses));
        var shared = await Named("Le banc commun", (here, LinkRelation.AdaptedFrom), (there, LinkRelation.Uses));
        await (await moderator.Open($"/bureau/moderation/methodes/{other.Reference}/reunir/{shared.Reference}")).Form("Réunir les deux").Send();
        Assert.Equal(3, await place.Db(db => db.SheetLinks.CountAsync(l => l.MethodId == shared.Id)));
    }

    [Fact]
    public async Task Lasts_when_a_link_still_waits_under_the_name_that_went()
    {
        var organisation = await place.Given.AnOrganisation();
        var call = await place.Given.AnOpenCall(organisation);
        var (one, two) = (await place.Given.APublishedSheet(call, "Celle qui a deux noms"), await place.Given.APublishedSheet(call, "Celle qui attend"));
        var (kept, gone) = (await Named("Le panier du jeudi", (one, LinkRelation.Uses)), await Named("Panier-jeudi", (one, LinkRelation.Uses)));
        var waiting = new SheetLink(two.Id, "attend", LinkRelation.Uses, MethodKind.Tool, "PANIER JEUDI", null, place.Clock.UtcNow());
        await place.Given.Added(waiting);
        var moderator = await place.Given.APerson("Maud qui dure", Role.Moderator, organisation);
        await (await moderator.Open($"/bureau/moderation/methodes/{gone.Reference}/reunir/{kept.Reference}")).Form("Réunir les deux").Send();
        var judge = await moderator.Open($"/bureau/moderation/liens/{waiting.Id}");
        Assert.Contains("Ce nom existe déjà", judge.TextContent);
        await judge.Form("Enregistrer").Choose("Publier sur la fiche").Send();
        Assert.Equal(kept.Id, await place.Db(db => db.SheetLinks.Where(l => l.Id == waiting.Id).Select(l => l.MethodId).SingleAsync()));
        Assert.False(await place.Db(db => db.Methods.AnyAsync(m => m.NameKey == gone.NameKey)));
    }
}
