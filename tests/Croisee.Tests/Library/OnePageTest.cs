using System.Net;
using Croisee.Experiences.Answers;
using Croisee.Ui;
using Croisee.Ui.Paper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Library;

/// <summary>The easy-read page of a sheet, to print: what it says of itself is true.</summary>
public sealed class OnePageTest(Place place) : IClassFixture<Place>
{
    async Task<GivenExperience> ASheet(string title, string? easy) => await place.Given.APublishedSheet(await place.Given.AnOpenCall(), title, a => a.Essentials.EasySummary = easy);

    [Fact]
    public async Task Shows_an_idea_a_line_its_state_and_its_number()
    {
        var sheet = await ASheet("Le goûter du jeudi", "On mange ensemble.\nCela est ainsi. Les habitants votent.");
        using var browser = place.Browser();
        var from = await browser.Open($"/experiences/{sheet.Reference}/facile");
        Assert.NotNull(from.Document.QuerySelector($"a[href='/experiences/{sheet.Reference}/facile/page']"));
        var page = await browser.Open($"/experiences/{sheet.Reference}/facile/page");
        Assert.Equal("Le goûter du jeudi", page.Heading);
        Assert.Equal(["On mange ensemble.", "Cela est ainsi.", "Les habitants votent."], page.Document.QuerySelectorAll(".idea").Select(Page.Text));
        Assert.Equal(["repas.svg", "voter.svg"], page.Document.QuerySelectorAll(".idea img").Select(i => i.GetAttribute("src")!.Split('/')[^1].Split('.')[0] + ".svg"));
        Assert.Contains("Page 1 sur 1", page.TextContent);
        Assert.Contains("doivent encore relire ce texte", page.TextContent);
        Assert.DoesNotContain("Facile à lire et à comprendre", page.TextContent);
        Assert.Contains("OpenMoji, CC BY-SA 4.0", page.TextContent);
        Assert.NotNull(page.Document.QuerySelector("svg.qr[aria-label]"));
    }

    [Fact]
    public async Task Says_on_how_many_pages_a_long_text_stands()
    {
        var sheet = await ASheet("Un texte long", string.Join('\n', Enumerable.Range(1, 40).Select(i => $"On vote {i}.")));
        using var browser = place.Browser();
        var page = await browser.Open($"/experiences/{sheet.Reference}/facile/page");
        var feet = page.Document.QuerySelectorAll(".number").Select(Page.Text).ToList();
        Assert.True(feet.Count > 1);
        Assert.Equal(Enumerable.Range(1, feet.Count).Select(i => $"Page {i} sur {feet.Count}"), feet);
        Assert.Equal(40, page.Document.QuerySelectorAll(".idea").Length);
        Assert.Contains($"il prend {feet.Count} pages", page.TextContent);
    }

    [Fact]
    public async Task Leads_to_the_page_that_says_so_when_there_is_no_easy_text()
    {
        var sheet = await ASheet("Sans résumé facile", null);
        using var browser = place.Browser();
        Assert.Contains("n’a pas encore de résumé facile", (await browser.Open($"/experiences/{sheet.Reference}/facile/page")).TextContent);
        Assert.EndsWith("/facile", (await browser.Open($"/experiences/{sheet.Reference}/facile/pdf")).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/experiences/rien0000/facile/page")).Status);
    }

    [Fact]
    public async Task Comes_as_a_tagged_PDF_of_one_page()
    {
        Assert.SkipWhen(place.App.Services.GetRequiredService<PaperFonts>().Set is null, "Without Node and without a system font there is no PDF.");
        var sheet = await ASheet("Le goûter du jeudi, sur papier", "On mange ensemble.\nLes habitants votent.\nIls donnent de l’argent.");
        using var browser = place.Browser();
        using var response = await browser.Send(new HttpRequestMessage(HttpMethod.Get, $"/experiences/{sheet.Reference}/facile/pdf"));
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        using var tools = new PaperTools(await response.Content.ReadAsByteArrayAsync());
        Assert.Matches(@"Pages:\s+1\b", await tools.About());
        Assert.Matches(@"H1 \(block\)\s+""Le goûter du jeudi, sur papier""", await tools.Structure());
        Assert.Contains("Page 1 sur 1", await tools.Text());
        Assert.Contains("Les habitants votent.", await tools.Text());
        await tools.Check();
    }

    [Fact]
    public void Draws_every_pictogram_on_paper()
    {
        var files = place.App.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        Assert.SkipUnless(files.GetFileInfo("lib/pictograms/oui.svg").Exists, "Without Node there are no pictograms.");
        var pictures = place.App.Services.GetRequiredService<PaperPictures>();
        Assert.DoesNotContain(Croisee.Words.Pictograms.Names, n => pictures.Find(n) is null);
        Assert.Null(pictures.Find("rien"));
    }

    [Fact]
    public void Leaves_room_for_the_closing_block_whatever_the_text()
    {
        for (var count = 1; count <= 30; count++)
        {
            var laid = EasyPaper.Of(new string('M', 150), string.Join('\n', Enumerable.Repeat("On vote.", count)));
            Assert.Equal(count, laid.Ideas.Count());
            Assert.All(laid.Pages, p => Assert.NotEmpty(p.Ideas));
            Assert.DoesNotContain(laid.Remarks(), r => r.Check == Croisee.Words.EasyCheck.PageNumber);
        }
        Assert.Single(EasyPaper.Of("", "").Pages);
        Assert.NotEmpty(EasyPaper.Of("Un mot", new string('W', Limits.EasySummary)).Pages);
    }
}
