using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>The readability report for authors: it advises on what is saved, and nothing waits for it.</summary>
public sealed class ReadabilityTest(Place place) : IClassFixture<Place>
{
    [Fact]
    public async Task Saves_then_shows_each_sentence_and_what_to_write_instead()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var step = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/essentiel");
        var read = await step.Form("Vérifier la lisibilité").Fill("Titre de l’expérience", "Le goûter").Fill("Résumé facile à lire", "On mange ensemble.\nNous mettons en œuvre le projet ; 40 % des gens viennent.").Send();
        Assert.Equal("Votre résumé est-il facile à lire ?", read.Heading);
        Assert.Contains("1 phrase sur 2 est facile à lire.", read.TextContent);
        Assert.Equal("#phrase-2", read.Document.QuerySelector("ul[aria-labelledby='phrase-liste'] a")!.GetAttribute("href"));
        Assert.Contains("Mot de métier : mettons en œuvre. Vous pouvez écrire : faisons.", read.TextContent);
        Assert.Contains(read.Document.QuerySelectorAll("#phrase-2 mark").Select(Page.Text), m => m.StartsWith("mettons en œuvre", StringComparison.Ordinal));
        Assert.Contains("Rien à changer", Page.Text(read.Document.QuerySelector("#phrase-1")));
        Assert.NotNull(read.Document.QuerySelector($"a[href='/deposer/fiche/{draft.Reference}/essentiel#Form_EasySummary']"));
        Assert.NotNull(read.Document.QuerySelector($"a[href='/deposer/fiche/{draft.Reference}/cadre']"));
        var again = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/essentiel");
        Assert.Contains("Phrases simples dans votre résumé facile : 1 sur 2.", again.TextContent);
        Assert.NotNull(again.Document.GetElementById("Form_EasySummary"));
        // It never blocks: the hard text is saved and the next step opens.
        Assert.EndsWith("/cadre", (await again.Form("Enregistrer et continuer").Send()).Path);
    }

    [Fact]
    public async Task Says_which_idea_has_no_picture_on_the_page_to_print()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var step = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/essentiel");
        var read = await step.Form("Vérifier la lisibilité").Fill("Résumé facile à lire", "On mange ensemble.\nCela est ainsi.").Send();
        Assert.Contains("phrases avec une image, 1 sur 2.", read.TextContent);
        Assert.Contains("« Cela est ainsi. » Cette phrase n’a pas d’image.", read.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n  ")]
    [InlineData("<script>alert(1)</script> & « ; » \u202E😀…")]
    [InlineData("W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W")]
    public async Task Answers_whatever_is_written(string text)
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        var step = await draft.Browser.Open($"/deposer/fiche/{draft.Reference}/essentiel");
        var read = await step.Form("Vérifier la lisibilité").Fill("Résumé facile à lire", text).Send();
        Assert.Equal(System.Net.HttpStatusCode.OK, read.Status);
        Assert.Empty(read.Document.QuerySelectorAll("script:not([src])"));
        if (text.Trim().Length == 0) Assert.Contains("Il n’y a pas encore de texte à relire.", read.TextContent);
    }

    [Fact]
    public async Task Opens_to_its_authors_only()
    {
        var draft = await place.Given.ADraft(await place.Given.AnOpenCall());
        using var stranger = place.Browser();
        Assert.Equal("/suivre", (await stranger.Open($"/deposer/fiche/{draft.Reference}/lisibilite")).Path.Split('?')[0]);
    }
}
