using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Recordings of questions: taken by what they are, served for good, heard by those who answer, still there after a publication and in a copy.</summary>
public sealed class SoundsTest(Place place) : IClassFixture<Place>
{
    const string Desk = "/bureau/questionnaires/";

    async Task<(Browser Browser, string Reference)> AnEditor()
    {
        var organisation = await place.Given.AnOrganisation("Maison des voix");
        var browser = await place.Given.SignedIn(await place.Given.AnAccount("Enregistre", Role.Organiser, organisation));
        var page = await (await browser.Open(Desk + "nouveau")).Form("Commencer").Choose("Participer : mon avis compte").Send();
        return (browser, page.Path.Split('/', '#')[3]);
    }

    static Task<Page> Send(Page page, byte[] content, string name = "voix.mp3", string text = "Je sais à qui donner mon avis.") =>
        page.Form("Enregistrer").Select("Pour le texte", text).Attach("Enregistrement (facultatif)", name, content, "application/octet-stream").Send();

    Task<int> Kept(string reference) => place.Db(async db =>
    {
        var questionnaire = await db.Questionnaires.SingleAsync(q => q.Reference == reference);
        return await db.QuestionnaireSounds.CountAsync(s => s.QuestionnaireId == questionnaire.Id);
    });

    static Task<Page> Media(Browser browser, string reference, string question = "savoir") => browser.Open($"{Desk}{reference}/question/{question}/images-et-sons");

    [Theory]
    [InlineData("mp3", "audio/mpeg")]
    [InlineData("ogg", "audio/ogg")]
    [InlineData("m4a", "audio/mp4")]
    [InlineData("wav", "audio/wav")]
    public async Task Is_taken_for_what_it_is_whatever_its_name_and_served_for_good(string kind, string type)
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var page = await Send(await Media(browser, reference), FileCheckTest.Sample(kind), "notes.txt");
        var address = page.Document.QuerySelector("audio")!.GetAttribute("src")!;
        using var anybody = place.Browser();
        using var whole = await anybody.Send(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal((HttpStatusCode.OK, type), (whole.StatusCode, whole.Content.Headers.ContentType!.ToString()));
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", whole.Headers.GetValues("Cache-Control").SelectMany(v => v.Split(", ")).OrderByDescending(v => v == "public").ThenByDescending(v => v.StartsWith("max-age", StringComparison.Ordinal))));
        Assert.Contains("sandbox", string.Join(' ', whole.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain(Sounds.Author, System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using var part = await anybody.Send(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(10, 19) } });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync());
        using var known = await anybody.Send(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", whole.Headers.ETag!.ToString() } } });
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task Refuses_what_is_no_sound_or_too_heavy_with_a_sentence()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        async Task<string> Refusal(byte[] content, string name)
        {
            var refused = await Send(await Media(browser, reference), content, name);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            return Assert.Single(refused.Errors);
        }
        const string noSound = "Ce fichier n’est pas un enregistrement sonore. Choisissez un fichier MP3, Ogg, M4A ou WAV.";
        Assert.Equal(noSound, await Refusal(FileCheckTest.Sample("png"), "voix.mp3"));
        Assert.Equal(noSound, await Refusal("du texte"u8.ToArray(), "voix.txt"));
        Assert.StartsWith("Ce fichier semble abîmé", await Refusal("du texte"u8.ToArray(), "voix.mp3"), StringComparison.Ordinal);
        Assert.StartsWith("Ce fichier est une page web", await Refusal("<html><script>alert(1)</script></html>"u8.ToArray(), "voix.mp3"), StringComparison.Ordinal);
        Assert.StartsWith("Ce fichier est un programme", await Refusal([.. "MZ"u8, .. new byte[600]], "voix.mp3"), StringComparison.Ordinal);
        Assert.StartsWith("Les vidéos ne sont pas acceptées", await Refusal(Sounds.M4a("vide"), "voix.m4a"), StringComparison.Ordinal);
        Assert.StartsWith("Ce fichier est vide", await Refusal([], "voix.mp3"), StringComparison.Ordinal);
        Assert.StartsWith("Cet enregistrement est trop lourd : 2 Mo au plus.", await Refusal([.. Enumerable.Repeat(Sounds.Frames(), 1700).SelectMany(f => f)], "voix.mp3"), StringComparison.Ordinal);
        Assert.Equal("Choisissez un enregistrement ou une image.", Assert.Single((await (await Media(browser, reference)).Form("Enregistrer").Select("Pour le texte", "Je sais à qui donner mon avis.").Send()).Errors));
        Assert.Equal("Choisissez un texte de la liste.", Assert.Single((await (await Media(browser, reference)).Form("Enregistrer").Set("Form.Key", "q.rien").Set("Form.Picture", "oui").Send()).Errors));
        Assert.Equal(0, await Kept(reference));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"/sons/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Is_heard_beside_the_question_after_publication_and_in_a_copy()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var page = await Send(await Media(browser, reference), Sounds.Mp3());
        var address = page.Document.QuerySelector("audio")!.GetAttribute("src")!;
        // The same recording for another text is kept once.
        await Send(await Media(browser, reference, "demande"), Sounds.Mp3(), text: "On me demande mon avis.");
        Assert.Equal(1, await Kept(reference));
        var file = (await browser.Open($"{Desk}{reference}/questionnaire.json")).Source;

        page = await (await (await browser.Open(Desk + reference)).Follow("Relire et publier")).Form("Publier la version 1").Send();
        page = await (await page.Follow("Ouvrir une enquête")).Form("Ouvrir l’enquête").Fill("Titre de l’enquête", "Votre avis").Fill("À quoi servent les réponses ?", "À choisir.").Fill("Lieu où l’on répond", "Maison").Send();
        var code = Page.Text(page.Document.QuerySelector("td b"));
        // Taken away from what is being written: the published version still has it.
        await (await Media(browser, reference)).Form("Retirer l’enregistrement – Je sais à qui donner mon avis.").Send();
        using var person = place.Browser();
        var step = await person.Open($"/repondre/{code}/pas-a-pas");
        Assert.Equal(address, step.Document.QuerySelector("audio[controls]")!.GetAttribute("src"));
        Assert.Equal(address, step.Document.QuerySelector("read-aloud")!.GetAttribute("audio"));
        Assert.Equal(2, (await person.Open($"/repondre/{code}/questions")).Document.QuerySelectorAll("audio").Length);
        Assert.Equal(HttpStatusCode.OK, (await person.Open(address)).Status);

        var copy = await (await browser.Open(Desk + "nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", "q.json", System.Text.Encoding.UTF8.GetBytes(file), "application/json").Send();
        Assert.Equal(address, (await Media(browser, copy.Path.Split('/', '#')[3])).Document.QuerySelector("audio")!.GetAttribute("src"));
    }

    [Fact]
    public async Task Names_of_other_places_are_left_out_and_a_text_without_recording_is_read_by_the_device()
    {
        var content = Given.EveryKind.Each((_, key, text) => key switch { "q.connu" => text with { Audio = Guid.NewGuid().ToString("D") }, "q.ordre" => text with { Audio = "../../bureau" }, _ => text });
        var given = await place.Given.AnOpenSurvey(content: content);
        using var person = place.Browser();
        Assert.Empty((await person.Open($"/repondre/{given.Code}/questions")).Document.QuerySelectorAll("audio"));
        Assert.Null((await person.Open($"/repondre/{given.Code}/pas-a-pas")).Document.QuerySelector("read-aloud")!.GetAttribute("audio"));
    }

    /// <summary>A file from elsewhere names recordings that are not here: said before anything is kept, and no player is left that plays nothing.</summary>
    [Fact]
    public async Task Recordings_that_a_file_names_and_that_are_not_here_are_said_and_let_go()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var heard = (await Send(await Media(browser, reference), Sounds.Mp3())).Document.QuerySelector("audio")!.GetAttribute("src")!["/sons/".Length..];
        var content = Given.EveryKind.Each((_, key, text) => key switch { "q.connu" => text with { Audio = heard }, "q.mot" => text with { Audio = Guid.NewGuid().ToString("D") }, "q.ordre" => text with { Audio = "voix.mp3" }, _ => text });
        var page = await (await browser.Open(Desk + "nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", "q.json", System.Text.Encoding.UTF8.GetBytes(ContentJson.Write(content)), "application/json").Send();
        Assert.Contains("2 enregistrements ne sont pas dans ce fichier", page.TextContent, StringComparison.Ordinal);
        var copy = (await page.Form("Garder ce questionnaire").Send()).Path.Split('/', '#')[3];
        var kept = (await place.Db(db => db.Questionnaires.AsNoTracking().Include(q => q.Drafts).SingleAsync(q => q.Reference == copy))).Content;
        Assert.Equal((heard, null, null), (kept.Find("connu")!.Text.Audio, kept.Find("mot")!.Text.Audio, kept.Find("ordre")!.Text.Audio));
    }

    [Fact]
    public async Task A_questionnaire_that_names_a_recording_of_elsewhere_shows_no_player()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind.Each((_, key, text) => key == "q.connu" ? text with { Audio = Guid.NewGuid().ToString("D") } : text));
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Écoute", Role.Organiser, given.Survey.Organisation));
        var page = await Media(browser, given.Questionnaire, "connu");
        Assert.Null(page.Document.QuerySelector("audio"));
        Assert.Contains("n’est pas sur cette plateforme", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_stands_beside_an_answer_of_ones_own()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var page = await (await Media(browser, reference, "plus")).Form("Enregistrer").Select("Pour le texte", "Pareil").Set("Form.Picture", "un-peu").Send();
        Assert.Contains("a changé d’image", page.TextContent, StringComparison.Ordinal);
        var content = (await place.Db(db => db.Questionnaires.AsNoTracking().Include(q => q.Drafts).SingleAsync(q => q.Reference == reference))).Content;
        Assert.Equal("un-peu", content.Find("plus")!.Options.Single(o => o.Text.Text == "Pareil").Text.Picture);
        Assert.Equal("Choisissez une image de la liste.", Assert.Single((await page.Form("Enregistrer").Select("Pour le texte", "Pareil").Set("Form.Picture", "../../x").Send()).Errors));
    }

    /// <summary>Who cannot read hears what is asked now, in the device's voice, rather than what was asked before.</summary>
    [Fact]
    public async Task A_text_whose_words_change_loses_its_recording_and_it_is_said_and_taken_back_with_the_change()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        await Send(await Media(browser, reference), Sounds.Mp3());
        await Send(await Media(browser, reference, "demande"), Sounds.Mp3(), text: "On me demande mon avis.");
        var page = await (await browser.Open($"{Desk}{reference}/question/savoir")).Form("Enregistrer la question").Fill("La question", "Je ne sais pas à qui donner mon avis.").Send();
        Assert.Contains("un enregistrement retiré", page.TextContent, StringComparison.Ordinal);
        Assert.Null((await Media(browser, reference)).Document.QuerySelector("audio"));
        Assert.NotNull((await Media(browser, reference, "demande")).Document.QuerySelector("audio"));
        // Told before publication as well.
        Assert.Contains("voix humaine", (await browser.Open($"{Desk}{reference}/publier")).TextContent, StringComparison.Ordinal);
        await (await browser.Open(Desk + reference)).Form(Page.Text((await browser.Open(Desk + reference)).Document.QuerySelectorAll("button").First(b => Page.Text(b).StartsWith("Annuler", StringComparison.Ordinal)))).Send();
        Assert.NotNull((await Media(browser, reference)).Document.QuerySelector("audio"));
    }
}
