using System.Net;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Office;

/// <summary>A structure is added once, and one that nothing hangs on can go.</summary>
public sealed class EmptyStructureTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Makes_one_structure_of_a_form_sent_many_times()
    {
        var above = await place.Given.AnOrganisation("Association mère");
        using var administrator = await place.Given.APerson("Administre", Role.Administrator, above);
        var form = (await administrator.Open("/bureau/structures/nouvelle")).Form("Ajouter").Fill("Nom", "Une seule résidence").Choose("Établissement").Select("Elle dépend de", above.Name);
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => form.Send(follow: false)));
        Assert.Single(made.Select(p => p.Response.Headers.Location!.ToString()).Distinct());
        Assert.Equal(1, await place.Db(db => db.Organisations.CountAsync(o => o.Name == "Une seule résidence")));
    }

    [Fact]
    public async Task Deletes_an_empty_structure_and_says_what_holds_another()
    {
        var above = await place.Given.AnOrganisation("Association du haut");
        var (empty, held) = (await place.Given.AnOrganisation("Ajoutée par erreur", above), await place.Given.AnOrganisation("Qui porte un groupe", above));
        await place.Given.AGroupOf(held, 1, 1);
        using var administrator = await place.Given.APerson("Administre", Role.Administrator, above);
        Assert.Contains("groupe", (await administrator.Open($"/bureau/structures/{held.Reference}/supprimer")).Document.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        var children = (await administrator.Open($"/bureau/structures/{above.Reference}/supprimer")).Document.QuerySelector("main ul")!.TextContent;
        Assert.Contains("rôle", children, StringComparison.Ordinal);
        Assert.Contains("structure", children, StringComparison.Ordinal);

        var form = (await (await administrator.Open("/bureau/structures/" + empty.Reference)).Follow("Supprimer cette structure")).Form("Oui, supprimer la structure");
        using var token = new FormUrlEncodedContent([new("__RequestVerificationToken", (await administrator.Open($"/bureau/structures/{empty.Reference}/supprimer")).Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await administrator.Send(new(HttpMethod.Post, $"/bureau/structures/{held.Reference}/supprimer") { Content = token })).StatusCode);
        Assert.Equal("/bureau/structures", (await form.Send()).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await form.Send()).Status);
        Assert.Equal(["Association du haut", "Qui porte un groupe"], await place.Db(db => db.Organisations.Where(o => o.Path.StartsWith(above.Path)).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync()));
    }
}
