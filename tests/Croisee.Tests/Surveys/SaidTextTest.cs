using Croisee.Surveys;
using Croisee.Surveys.Answering;
using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Texts that ask nothing are seen and heard as questions are: the title of a part, an information, the heading of a matrix, a help, the answers of a ranking.</summary>
public sealed class SaidTextTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent Drawn => new QuestionnaireContent(new Wording("Essai"))
    {
        Sections =
        [
            new("p1")
            {
                Title = new Wording("La vie ici"),
                Questions =
                [
                    new("dit", QuestionKind.Information, new Wording("Pensez au mois dernier.") { Picture = "un-peu" }),
                    new("avis", QuestionKind.Matrix, new Wording("Votre avis") { Picture = "oui" }) { Scale = "V-ACCORD5", Help = new Wording("Une réponse par ligne.") { Picture = "non" }, Items = [new("avis_1", new Wording("On m’écoute."))] },
                    new("ordre", QuestionKind.Ranking, new Wording("Mettez dans l’ordre.") { Picture = "pouce-haut" }) { Help = new Wording("Le plus important d’abord.") { Picture = "pouce-bas" }, Options = [new("A", new Wording("Les repas") { Picture = "visage-ravi" }), new("B", new Wording("Les soins"))] },
                ],
            },
            new("p2") { Title = new Wording("Dehors"), Questions = [new("humeur", QuestionKind.Scale, new Wording("Et dehors ?")) { Scale = "V-VISAGE3" }] },
        ],
    };

    static List<string?> Pictures(Page page) => [.. page.Document.QuerySelectorAll("form img").Select(i => i.GetAttribute("src")!.Split('/')[^1].Split('.')[0])];

    [Fact]
    public async Task One_question_at_a_time_each_part_has_its_title_and_each_text_its_picture()
    {
        var given = await place.Given.AnOpenSurvey(content: Drawn);
        using var browser = place.Browser();
        var first = await browser.Open($"/repondre/{given.Code}/pas-a-pas/avis_1");
        Assert.Equal(["La vie ici", "Pensez au mois dernier.", "Votre avis"], first.Document.QuerySelectorAll(".lead").Select(Page.Text));
        Assert.Equal("H2", first.Document.QuerySelector(".lead")!.TagName);
        Assert.Equal(["un-peu", "oui"], Pictures(first)[..2]);
        var ranked = await browser.Open($"/repondre/{given.Code}/pas-a-pas/ordre");
        Assert.Empty(ranked.Document.QuerySelectorAll(".lead"));
        Assert.Equal(["pouce-haut", "pouce-bas", "visage-ravi"], Pictures(ranked)[..3]);
        Assert.Equal("Dehors", Page.Text((await browser.Open($"/repondre/{given.Code}/pas-a-pas/humeur")).Document.QuerySelector(".lead")));
    }

    [Fact]
    public async Task A_device_has_the_titles_and_the_pictures_too()
    {
        var given = await place.Given.AnOpenSurvey(content: Drawn);
        var device = await PreparedDevice.At(place, given);
        var page = await device.Browser.Open(device.Path);
        Assert.Equal(["p.p1", "p.p2", "dit"], page.Document.QuerySelectorAll("#dits > [data-said]").Select(s => s.GetAttribute("data-said")));
        Assert.NotNull(page.Document.QuerySelector("#dits [data-said=dit] img[src*='un-peu']"));
        Assert.NotNull(page.Document.QuerySelector("[data-field=avis_1] .lead img[src*='oui']"));
        device.Browser.Dispose();
    }

    /// <summary>A question answered by faces says nothing without them; other pictures are for those who read with pictures.</summary>
    [Fact]
    public async Task On_one_page_faces_stand_beside_their_words_and_no_other_picture_does()
    {
        var given = await place.Given.AnOpenSurvey(content: Drawn);
        using var browser = place.Browser();
        Assert.Equal(["non", "un-peu", "oui"], Pictures(await browser.Open($"/repondre/{given.Code}/questions")));
        var easy = Pictures(await browser.Open($"/repondre/{given.Code}/questions?lecture=facile"));
        foreach (var picture in new[] { "un-peu", "oui", "non", "pouce-haut", "pouce-bas" }) Assert.Contains(picture, easy);
    }

    [Fact]
    public void A_recording_is_heard_in_french_and_not_over_the_words_for_a_relative()
    {
        var sound = Guid.NewGuid();
        var text = new Wording("Pensez au mois dernier.") { Audio = sound.ToString("D"), Proxy = "Pensez au mois dernier de votre proche." };
        Assert.Equal(QuestionnaireSound.AddressOf(sound), new ToldText(text, default).Audio);
        Assert.Null(new ToldText(text, new Reader(Easy: true, ForAnother: true)).Audio);
        var question = Drawn.Find("ordre")! with { Help = text with { Proxy = null } };
        Assert.Equal(QuestionnaireSound.AddressOf(sound), new AskedField(new AnswerField("ordre", question, null), default, null, []).HelpTold!.Audio);
    }
}
