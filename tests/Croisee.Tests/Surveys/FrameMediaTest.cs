using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Exchange;
using Croisee.Surveys.OnPaper;
using Croisee.Tests.Files;
using Croisee.Ui.Paper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>The title, the presentation and the thanks have a picture and a voice like the questions: in the editor, on every way of answering, in every file.</summary>
public sealed class FrameMediaTest(Place place) : IClassFixture<Place>
{
    const string Title = "Une question de chaque sorte", About = "De quoi il s’agit.", Thanks = "Merci à tous.";

    static QuestionnaireContent Framed => Given.EveryKind with { About = new Wording(About) { Easy = "On parle du conseil." }, Thanks = new Wording(Thanks) { Easy = "Merci." } };

    [Fact]
    public async Task They_are_chosen_in_the_editor_and_met_on_every_way_of_answering()
    {
        var given = await place.Given.AnOpenSurvey(content: Framed);
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Enregistre", Role.Organiser, given.Survey.Organisation));
        var page = await (await desk.Open($"/bureau/questionnaires/{given.Questionnaire}/presentation")).Follow("Images et enregistrements du titre, de la présentation et de la fin");
        foreach (var (text, picture, sound) in new[] { (Title, "maison", "mp3"), (About, "parler", "ogg"), (Thanks, "ensemble", "wav") })
            page = await page.Form("Enregistrer").Select("Pour le texte", text).Set("Form.Picture", picture).Attach("Enregistrement (facultatif)", "voix", FileCheckTest.Sample(sound), "application/octet-stream").Send();
        Assert.Equal(3, page.Document.QuerySelectorAll("audio").Length);
        page = await (await (await desk.Open($"/bureau/questionnaires/{given.Questionnaire}")).Follow("Relire et publier")).Form("Publier la version 2").Choose("Oui : mêmes questions, mêmes réponses").Send();
        page = await (await page.Follow("Ouvrir une enquête")).Form("Ouvrir l’enquête").Fill("Titre de l’enquête", "Votre avis").Fill("À quoi servent les réponses ?", "À choisir.").Fill("Lieu où l’on répond", "Maison").Fill("À qui s’adresser", "L’accueil").Fill("L’adresse de la personne déléguée", "dpo@exemple.fr").Choose("Une mission de service public").Send();
        var code = Page.Text(page.Document.QuerySelector("td b"));
        var content = (await place.Db(db => db.Questionnaires.AsNoTracking().Include(q => q.Drafts).SingleAsync(q => q.Reference == given.Questionnaire))).Content;
        var (title, about, thanks) = (Address(content.Title), Address(content.About!), Address(content.Thanks!));
        Assert.Equal(3, new[] { title, about, thanks }.Distinct().Count());

        using var person = place.Browser();
        Assert.Equal([title, about], Sounds(await person.Open($"/repondre/{code}")));
        Assert.Contains(title, Sounds(await person.Open($"/repondre/{code}/questions")));
        Assert.Equal([thanks], Sounds(await person.Open($"/repondre/{code}/merci")));
        // With pictures for who reads with pictures, beside the words that they say.
        using var easy = place.Browser();
        var welcome = await easy.Open($"/repondre/{code}?lecture=facile");
        Assert.Contains("/maison.", welcome.Document.QuerySelector("h1 img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("/parler.", welcome.Document.QuerySelector("p.lead img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("/ensemble.", (await easy.Open($"/repondre/{code}/merci")).Document.QuerySelector("p.lead img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Null((await person.Open($"/repondre/{code}")).Document.QuerySelector("h1 img"));
        // A device carries them.
        var survey = await place.Db(db => db.Surveys.AsNoTracking().Include(s => s.Places).SingleAsync(s => s.Places.Any(p => p.Code == code)));
        var device = await PreparedDevice.At(place, new GivenSurvey(survey, given.Questionnaire, content));
        using var carried = device.Browser;
        var onDevice = await carried.Open(device.Path);
        Assert.Equal([title, about], [.. onDevice.Document.QuerySelectorAll("#accueil audio").Select(a => a.GetAttribute("src")!)]);
        Assert.Equal(thanks, onDevice.Document.QuerySelector("#merci audio")!.GetAttribute("src"));
        Assert.Equal(2, onDevice.Document.QuerySelectorAll("#accueil > p > img, #accueil .lead img").Length);
        Assert.Equal(HttpStatusCode.OK, (await person.Open(title)).Status);
    }

    static string Address(Wording text) => QuestionnaireSound.AddressOf(QuestionnaireSound.IdOf(text.Audio)!.Value);
    static List<string> Sounds(Page page) => [.. page.Document.QuerySelectorAll("audio").Select(a => a.GetAttribute("src")!)];

    [Fact]
    public async Task The_easy_sheet_shows_their_pictures_and_says_the_thanks()
    {
        if (place.App.Services.GetRequiredService<PaperFonts>().Set is not { } fonts) return;
        var pictures = place.App.Services.GetRequiredService<PaperPictures>();
        var given = await place.Given.AnOpenSurvey(content: Framed);
        int Drawn(QuestionnaireContent content, PaperWords words) => SurveyPaper.Make(given.Survey, given.Place, content, "https://exemple.fr/repondre", words, fonts, pictures).File.Length;
        var pictured = Framed.Each((_, key, text) => key switch { "titre" => text with { Picture = "maison" }, "presentation" => text with { Picture = "parler" }, "merci" => text with { Picture = "ensemble" }, _ => text });
        foreach (var one in new[] { "titre", "presentation", "merci" })
        {
            var alone = Framed.Each((_, key, text) => key == one ? text with { Picture = "maison" } : text);
            Assert.True(Drawn(alone, PaperWords.Facile) > Drawn(Framed, PaperWords.Facile) + 100, one);
        }
        Assert.Equal(Drawn(Framed, PaperWords.Courant), Drawn(pictured, PaperWords.Courant));
        Assert.True(Drawn(Framed, PaperWords.Courant) > Drawn(Framed with { Thanks = null }, PaperWords.Courant));
    }

    /// <summary>Their names go into each file and come back from it.</summary>
    [Fact]
    public void Each_format_carries_their_names_there_and_back()
    {
        var named = Framed.Each((_, key, text) => key is "titre" or "presentation" or "merci" ? text with { Picture = "maison", Audio = "0198f000-0000-7000-8000-00000000000" + key.Length % 10 } : text);
        foreach (var read in new[] { ContentJson.TryRead(ContentJson.Write(named)).Content, QuestionnaireFiles.Read(XlsFormWriter.Write(named, "essai")).Content, QuestionnaireFiles.Read(System.Text.Encoding.UTF8.GetBytes(FhirWriter.Write(named, "essai"))).Content })
            foreach (var (was, now) in new[] { (named.Title, read!.Title), (named.About!, read.About!), (named.Thanks!, read.Thanks!) })
                Assert.Equal((was.Text, was.Picture, was.Audio), (now.Text, now.Picture, now.Audio));
        Assert.Contains("titre, de la présentation", Outward.All.Single(r => r.Code == "pictures").XlsFormRemark, StringComparison.Ordinal);
        Assert.Contains("titre, de la présentation", Outward.All.Single(r => r.Code == "pictures").FhirRemark, StringComparison.Ordinal);
    }
}
