using System.Net;
using Croisee.Experiences;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Croisee.Tests.Experiences.ExchangeFiles;

namespace Croisee.Tests.Experiences;

/// <summary>Links beside the files (field 45): from the documents step to the public page, and out and in by file.</summary>
public sealed class WebLinksTest(Place place) : IClassFixture<Place>
{
    static Task<Page> Add(Page page, string address, string shows = "Le film du repas") => page.Form("Ajouter ce lien").Fill("Adresse de la page", address).Fill("Ce que l’on y trouve", shows).Fill("À qui est cette page", "Notre site, avec notre accord").Send();

    [Theory]
    [InlineData("https://www.exemple.fr/film", "https://www.exemple.fr/film"), InlineData(" www.exemple.fr ", "https://www.exemple.fr/"), InlineData("exemple.fr/a?b=c", "https://exemple.fr/a?b=c")]
    [InlineData("http://www.exemple.fr", null), InlineData("javascript:alert(1)", null), InlineData("javascript://exemple.fr/%0aalert(1)", null), InlineData("https://moi:secret@exemple.fr", null), InlineData("https://192.168.1.1/", null)]
    [InlineData("https://localhost/", null), InlineData("https://exemple.fr:8443/", null), InlineData("https://exemple .fr", null), InlineData("data:text/html,x", null), InlineData("", null), InlineData(null, null)]
    public void Takes_only_the_address_of_a_site_over_https(string? typed, string? kept) => Assert.Equal(kept, WebLink.Read(typed));

    [Fact]
    public void Shows_a_name_that_imitates_another() => Assert.StartsWith("xn--", WebLink.SiteOf("https://ехаmple.fr/"));

    [Fact]
    public async Task Is_given_read_by_the_team_published_and_removed()
    {
        var organisation = await place.Given.AnOrganisation();
        var given = await place.Given.AnExperienceToApprove(await place.Given.AnOpenCall(organisation));
        using var author = await place.Given.AnAuthorOf(given);
        var page = await (await author.Open($"/deposer/fiche/{given.Reference}/pieces")).Follow("Ajouter un lien");
        var refused = await Add(page, "http://exemple.fr/film");
        Assert.Equal((HttpStatusCode.BadRequest, "http://exemple.fr/film"), (refused.Status, refused.Form("Ajouter ce lien").Value("Adresse de la page")));
        Assert.Contains("https://", refused.Errors[0]);
        var listed = await Add(page, "https://exemple.fr/film");
        Assert.Equal("https://exemple.fr/film", listed.Link("Le film du repas").GetAttribute("href"));
        // The same form sent twice gives one link.
        Assert.Single((await Add(page, "https://exemple.fr/film")).Document.QuerySelectorAll("a[href='https://exemple.fr/film']"));
        using var organiser = await place.Given.APerson("Olivia", Role.Organiser, organisation);
        Assert.Equal("nofollow noopener noreferrer", (await organiser.Open($"/bureau/experiences/{given.Reference}")).Link("Le film du repas").GetAttribute("rel"));

        await place.Given.ItWasPublished(given);
        var read = await place.Browser().Open($"/experiences/{given.Reference}");
        Assert.Equal("nofollow noopener noreferrer", read.Link("Le film du repas").GetAttribute("rel"));
        Assert.Contains("Notre site, avec notre accord", read.TextContent);
        await place.Given.ItPassed(given, ExperienceState.ApprovalAsked);
        var asked = await author.Open((await author.Open($"/deposer/fiche/{given.Reference}/pieces")).Document.QuerySelector("a[href$='/retrait']")!.GetAttribute("href")!);
        Assert.Contains("reste sur la page publiée", asked.TextContent);
        Assert.Contains("retiré de la prochaine version", (await asked.Form("Retirer le lien").Send()).TextContent);
        Assert.Contains("Le film du repas", (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        await place.Given.ItWasPublished(given, "Un lien en moins.");
        Assert.DoesNotContain("Le film du repas", (await place.Browser().Open($"/experiences/{given.Reference}")).TextContent);
        Assert.Contains("exemple.fr/film", (await place.Browser().Open($"/experiences/{given.Reference}/versions?de=1&a=2")).TextContent);
    }

    [Fact]
    public async Task Leaves_with_the_text_after_a_withdrawal()
    {
        var given = await place.Given.ASubmittedExperience(await place.Given.AnOpenCall());
        await place.Given.Added(new WebLink(given.Id, "https://exemple.fr/", "Un film", "Le nôtre", Croisee.Data.Clock.UtcNow(place.Clock)));
        await place.Given.ItPassed(given, ExperienceState.Withdrawn);
        place.Clock.Advance(TimeSpan.FromDays(Forget.WithdrawnDays + 1));
        await place.Given.TheJobRan(Forget.Job);
        Assert.Equal(0, await place.Db(db => db.WebLinks.CountAsync(l => l.ExperienceId == given.Id)));
    }

    [Fact]
    public async Task Goes_out_and_comes_in_by_file_and_refuses_what_the_form_refuses()
    {
        var slug = (await place.Given.AnOpenCall()).Slug;
        Assert.Contains("1e ligne", Assert.Single(await Import(slug, "http://exemple.fr > Un film > Le nôtre")).ToString());
        Assert.Empty(await Import(slug, "https://exemple.fr/a > Un film \\> muet > Le nôtre | https://exemple.fr/b > Un son > Le nôtre"));
        using var table = new MemoryStream();
        await place.With(s => s.GetRequiredService<ExportExperiences>().Run(table, new(slug, ExportAsked.Sent, PublicOnly: false, Json: false, ";")));
        table.Position = 0;
        var row = Assert.Single(CsvRows.Read(table, LabelBook.Default).ToList()).Row;
        Assert.Equal([new("https://exemple.fr/a", "Un film > muet", "Le nôtre"), new("https://exemple.fr/b", "Un son", "Le nôtre")], row.Links);
    }

    Task<IReadOnlyList<FieldError>> Import(string slug, string links) => place.With(async services =>
    {
        var file = Path.Combine(place.Storage.DataFolder, "liens.csv");
        var rows = Complete(slug, 1).Split("\r\n");
        await File.WriteAllTextAsync(file, $"{rows[0]};liens\n{rows[1]};{links}\n");
        using var read = File.OpenRead(file);
        return (await services.GetRequiredService<ImportExperiences>().Run(read, file, new(null, false), TextWriter.Null)).Errors;
    });
}
