using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>The free texts of a region: any of them is found again and decided otherwise, and whoever reads the results finds all that are shown, by theme.</summary>
public sealed class ManyTextsTest(Place place) : IClassFixture<Place>
{
    async Task<(GivenSurvey Given, Browser Team)> Decided(int count)
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2, texts: [.. Enumerable.Range(0, count).Select(i => $"Phrase {i:0000}.")]);
        await place.Given.TheJobRan(PublishFigures.Job);
        await place.Db(async db =>
        {
            foreach (var text in await db.AnswerTexts.Where(t => t.SurveyId == given.Survey.Id).ToListAsync()) text.Moderate(TextState.Shown, text.Text[^2] is '1' ? "Repas" : text.Text[^2] is '2' ? "Accueil" : null, null);
            return await db.SaveChangesAsync();
        });
        return (given, await place.Given.SignedIn(await place.Given.AnAccount("Relit", Role.Organiser, given.Survey.Organisation)));
    }

    [Fact]
    public async Task The_last_of_many_decided_texts_is_found_and_decided_otherwise()
    {
        var (given, team) = await Decided(230);
        using var _ = team;
        var list = await (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/textes")).Follow("Retrouver un des 230 textes déjà relus");
        var seen = new HashSet<string>();
        for (var pages = 1; ; pages++)
        {
            seen.UnionWith(list.Document.QuerySelectorAll("tbody th").Select(Page.Text));
            if (list.Document.QuerySelector("a[rel=next]") is null) { Assert.Equal(5, pages); break; }
            list = await list.Follow("Page suivante");
        }
        Assert.Equal(230, seen.Count);
        var last = Page.Text(list.Document.QuerySelectorAll("tbody th").Last());
        await (await list.Follow(last)).Form("Enregistrer et lire le suivant").Choose("Ne pas le montrer").Choose("Il insulte").Send();
        var hidden = await team.Open($"/bureau/enquetes/{given.Survey.Reference}/textes/tous?etat=cache");
        Assert.Equal(last, Page.Text(Assert.Single(hidden.Document.QuerySelectorAll("tbody th"))));
    }

    [Fact]
    public async Task Texts_are_found_by_theme_question_and_decision()
    {
        var (given, team) = await Decided(30);
        using var _ = team;
        var address = $"/bureau/enquetes/{given.Survey.Reference}/textes/tous";
        async Task<int> Found(string query) => (await team.Open(address + query)).Document.QuerySelectorAll("tbody th").Length;
        Assert.Equal(3, await Found("?theme=Repas"));
        Assert.Equal(24, await Found("?theme=-"));
        Assert.Equal(30, await Found("?question=mot&etat=montre"));
        Assert.Equal(0, await Found("?question=texte"));
        Assert.Equal(0, await Found("?theme=Inconnu"));
        Assert.Equal(0, await Found("?etat=a-relire"));
    }

    /// <summary>Before they are one of a batch nobody reads them, however they are asked for (R4).</summary>
    [Fact]
    public async Task Texts_that_were_not_let_out_are_in_no_list()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 3, texts: "Trop tôt.");
        await place.Given.TheJobRan(PublishFigures.Job);
        using var team = await place.Given.SignedIn(await place.Given.AnAccount("Relit", Role.Organiser, given.Survey.Organisation));
        Assert.DoesNotContain("Trop tôt", (await team.Open($"/bureau/enquetes/{given.Survey.Reference}/textes/tous")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_group_texts_by_theme_and_go_on_past_the_first_page()
    {
        var (given, team) = await Decided(ResultScreen.MostTexts + 40);
        team.Dispose();
        using var anybody = place.Browser();
        var page = await anybody.Open($"/enquetes/{given.Survey.Reference}/resultats");
        Assert.Equal(["Accueil", "Repas", "Autres phrases"], page.Document.QuerySelectorAll("section.result h3").Select(Page.Text));
        var first = Phrases(page);
        var next = Phrases(await anybody.Open($"/enquetes/{given.Survey.Reference}/resultats{page.Link("Phrases suivantes").GetAttribute("href")}"));
        Assert.Equal((ResultScreen.MostTexts, 40), (first.Count, next.Count));
        Assert.Empty(first.Intersect(next));

        static List<string> Phrases(Page page) => [.. page.Document.QuerySelectorAll("section.result li").Select(Page.Text)];
    }
}
