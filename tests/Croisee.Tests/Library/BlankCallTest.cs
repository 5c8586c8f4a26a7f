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

    [Fact]
    public async Task Takes_every_context_and_kind_of_organisation_and_proposes_a_title()
    {
        await SomeLibrary.In(place);
        var organiser = await place.Given.APerson("Mathilde des titres", Role.Organiser, await place.Given.AnOrganisation());
        var page = await organiser.Open("/repertoire/carte?lignes=public&colonnes=region&contexte=CTX3_SOINS&contexte=CTX2_ACCOMPAGNEMENT&contexte=non-precise&organisation=ORG_STRUCT_PRO");
        var link = page.Document.QuerySelectorAll("[aria-labelledby=blanches] a").First(a => Page.Text(a).StartsWith("Préparer un appel", StringComparison.Ordinal));
        var form = await organiser.Open(link.GetAttribute("href")!);
        Assert.Contains("Il demandera : Lieu d’accompagnement social ou médico-social ; Lieu de soins ; Structure professionnelle de soins ou d’accompagnement.", form.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '));
        var title = form.Form("Commencer").Value("Titre de l’appel");
        Assert.StartsWith("Racontez votre expérience : ", title);
        Assert.InRange(title!.Length, 30, Call.TitleMax);
        await form.Form("Commencer").Send();
        var call = await place.Db(db => db.Calls.AsNoTracking().SingleAsync(c => c.Title == title));
        Assert.Equal(["CTX2_ACCOMPAGNEMENT", "CTX3_SOINS"], call.Contexts.Order(StringComparer.Ordinal));
        Assert.Equal(["ORG_STRUCT_PRO"], call.OrganisationTypes);
    }

    /// <summary>One line of the map is one call: all its blanks are named and asked for, as far as the goal has room.</summary>
    [Theory]
    [InlineData("?lignes=registre&colonnes=contexte", 2), InlineData("?lignes=public&colonnes=region", 0)]
    public async Task Begins_one_call_for_a_whole_line(string query, int contextsAtLeast)
    {
        await SomeLibrary.In(place);
        var organiser = await place.Given.APerson($"Mathilde {query}", Role.Organiser, await place.Given.AnOrganisation());
        var page = await organiser.Open("/repertoire/carte" + query);
        var line = page.Document.QuerySelectorAll("[aria-labelledby=blanches] details").First(d => d.QuerySelectorAll("li").Length > 2);
        var form = await organiser.Open(line.QuerySelectorAll("p a").Single(a => Page.Text(a).StartsWith("Préparer un appel pour toute la ligne", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        await form.Form("Commencer").Fill("Titre de l’appel", "Toute une ligne " + query).Send();
        var call = await place.Db(db => db.Calls.AsNoTracking().SingleAsync(c => c.Title == "Toute une ligne " + query));
        Assert.True(call.Contexts.Count >= contextsAtLeast);
        if (contextsAtLeast > 0) Assert.Equal(line.QuerySelectorAll("li").Length, call.Contexts.Count);
        Assert.Contains(", ", call.Blocks.Goal.Text);
    }

    [Fact]
    public async Task Passes_over_what_is_no_context_and_no_kind_of_organisation()
    {
        var organiser = await place.Given.APerson("Mathilde prudente", Role.Organiser, await place.Given.AnOrganisation());
        var form = await organiser.Open("/bureau/appels/nouveau?manque=Un+mot&contexte=FAUX&organisation=CTX3_SOINS");
        Assert.Equal("Racontez votre expérience : Un mot", form.Form("Commencer").Value("Titre de l’appel"));
        Assert.DoesNotContain("Il demandera", form.TextContent);
    }
}
