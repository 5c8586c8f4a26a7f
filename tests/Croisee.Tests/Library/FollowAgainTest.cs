using Xunit;

namespace Croisee.Tests.Library;

/// <summary>A search that is followed already takes the name and the pace that one gives it now, and the page says so.</summary>
public sealed class FollowAgainTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Following_again_changes_the_name_and_the_pace()
    {
        var reader = await place.Given.SignedIn(await place.Given.AnAccount("Iris"));
        await (await reader.Open("/repertoire/suivre?q=verger")).Form("Suivre").Choose("Une fois par semaine").Send();
        var asked = await (await reader.Open("/recherches")).Follow("Changer : verger");
        Assert.Equal("Weekly", asked.Document.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        var changed = await asked.Form("Suivre").Set("Form.Name", "Les vergers").Choose("Dès qu’une fiche paraît").Send();
        Assert.Contains("son nom et son rythme sont ceux que vous venez de choisir", changed.TextContent);
        Assert.Equal("Les vergers", Page.Text(Assert.Single(changed.Document.QuerySelectorAll(".result")).QuerySelector("h2")));
        Assert.Contains("Dès qu’une fiche paraît", changed.TextContent);
        // The same once more is no news.
        Assert.Contains("Vous suivez cette recherche.", (await (await reader.Open("/repertoire/suivre?q=verger")).Form("Suivre").Send()).TextContent);
    }

    [Fact]
    public async Task The_easy_page_says_how_long_the_easy_page_is()
    {
        var sheet = await place.Given.APublishedSheet(await place.Given.AnOpenCall(), "Un long récit", a =>
        {
            (a.Origin.Story, a.Essentials.EasySummary) = (string.Join(' ', Enumerable.Repeat("mot", 1_700)), "Nous avons un jardin.\nOn y mange ensemble.");
        });
        Assert.Matches("Lecture : (9|1\\d) minutes\\.", (await place.Browser().Open($"/experiences/{sheet.Reference}")).TextContent);
        var easy = await place.Browser().Open($"/experiences/{sheet.Reference}?lecture=facile");
        Assert.Contains("Lecture : une minute.", easy.TextContent);
        Assert.Equal($"/experiences/{sheet.Reference}/facile/page", easy.Link("Code QR à montrer ou à photographier").GetAttribute("href"));
    }

    [Fact]
    public void The_easy_summary_has_five_sentences_and_other_texts_eight()
    {
        var six = string.Join('\n', Enumerable.Repeat("Le café est chaud.", 6));
        Assert.Empty(Croisee.Words.EasyReport.Of(six).Whole);
        Assert.Equal("Gardez 5 phrases au plus. Dites d’abord le plus important.", Assert.Single(Croisee.Words.EasyReport.Of(six, Croisee.Words.EasyReport.SummaryAtMost).Whole).Advice);
    }
}
