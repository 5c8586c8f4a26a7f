using System.Net;
using Croisee.Experiences;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>Every blank of a map is named, with its call: also the hundredth, and within the sheets that the map was asked for.</summary>
public sealed class BlankCallTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Names_every_blank_line_by_line_each_with_its_call()
    {
        await SomeLibrary.In(place);
        var organiser = await place.Given.APerson("Mathilde des cases", Role.Organiser, await place.Given.AnOrganisation());
        var page = await organiser.Open("/repertoire/carte?lignes=public&colonnes=region");
        var rows = (await place.Browser().Open("/repertoire/carte/fichier?lignes=public&colonnes=region")).Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).SkipLast(1).Select(l => l.Split(';')).Where(l => l[7] == "oui").ToList();
        Assert.True(rows.Count > 100);
        var section = page.Document.QuerySelector("[aria-labelledby=blanches]")!;
        Assert.Equal(rows.Count, section.QuerySelectorAll("details li").Length);
        Assert.Equal(rows.Count, section.QuerySelectorAll("details li a").Count(a => Page.Text(a).StartsWith("Préparer un appel", StringComparison.Ordinal)));
        Assert.Equal(rows.Select(r => r[2]).Distinct().Count(), section.QuerySelectorAll("details").Length);
    }

    [Fact]
    public async Task Asks_within_what_the_map_was_narrowed_to()
    {
        await SomeLibrary.In(place);
        var organiser = await place.Given.APerson("Mathilde de Bretagne", Role.Organiser, await place.Given.AnOrganisation());
        var page = await organiser.Open("/repertoire/carte?lignes=contexte&colonnes=registre&region=R53&contexte=CTX3_SOINS&q=foyer");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var link = page.Document.QuerySelectorAll("[aria-labelledby=blanches] a").First(a => Page.Text(a).StartsWith("Préparer un appel", StringComparison.Ordinal));
        var form = await organiser.Open(link.GetAttribute("href")!);
        Assert.Contains("; « foyer » ; Bretagne", form.TextContent);
        await form.Form("Commencer").Fill("Titre de l’appel", "Ce qui manque en Bretagne").Send();
        Assert.True(await place.Db(db => db.Calls.AnyAsync(c => c.Title == "Ce qui manque en Bretagne")));
    }
}
