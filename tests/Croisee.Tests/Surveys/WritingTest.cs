using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Writing a questionnaire without a script: begin, change, take back, publish, open.</summary>
[Trait("kind", "slow")]
public sealed class WritingTest(Place place) : IClassFixture<Place>
{
    async Task<Browser> AnOrganiser()
    {
        var organisation = await place.Given.AnOrganisation("Maison d’essai");
        return await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, organisation));
    }

    static async Task<Page> Begun(Browser browser, string from = "Participer : mon avis compte") =>
        await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose(from).Send();

    [Fact]
    public async Task From_a_ready_questionnaire_to_an_open_survey()
    {
        using var browser = await AnOrganiser();
        var page = await Begun(browser);
        Assert.Equal("Participer : mon avis compte", page.Heading);
        page = await (await page.Follow("Relire et publier")).Form("Publier la version 1").Send();
        page = await page.Follow("Ouvrir une enquête");
        page = await page.Form("Ouvrir l’enquête").Fill("Titre de l’enquête", "Votre avis").Fill("À quoi servent les réponses ?", "À choisir trois changements.").Fill("Lieu où l’on répond", "Maison d’essai").Fill("Combien de personnes peuvent y répondre ? (facultatif)", "12").Send();
        Assert.Equal("Votre avis", page.Heading);
        Assert.Contains("Moins de 15 personnes", page.TextContent, StringComparison.Ordinal);
        var code = Page.Text(page.Document.QuerySelector("td b"));
        using var person = place.Browser();
        Assert.Equal("Participer : mon avis compte", (await person.Open($"/repondre/{code}")).Heading);
        Assert.Equal("Affiche : Maison d’essai", Page.Text((await page.Follow("Affiche avec QR – Maison d’essai")).Document.Title!.Split(" · ")[0]));
    }

    [Fact]
    public async Task Every_change_can_be_taken_back_and_made_again()
    {
        using var browser = await AnOrganiser();
        var page = await Begun(browser);
        var first = Page.Text(page.Document.QuerySelector("h3"));
        page = await page.Form($"Descendre – {first}").Send();
        Assert.NotEqual(first, Page.Text(page.Document.QuerySelector("h3")));
        page = await page.Form($"Annuler : « {first} » est descendue").Send();
        Assert.Equal(first, Page.Text(page.Document.QuerySelector("h3")));
        page = await page.Form($"Rétablir : « {first} » est descendue").Send();
        Assert.NotEqual(first, Page.Text(page.Document.QuerySelector("h3")));
    }

    [Fact]
    public async Task A_version_is_comparable_only_where_it_asks_the_same()
    {
        using var browser = await AnOrganiser();
        var page = await Begun(browser);
        var path = page.Path.Split('#')[0];
        await (await page.Follow("Relire et publier")).Form("Publier la version 1").Send();
        // Other words: the same question.
        await (await browser.Open($"{path}/question/savoir")).Form("Enregistrer la question").Fill("La question", "Je sais bien à qui donner mon avis.").Send();
        page = await (await browser.Open($"{path}/publier")).Form("Publier la version 2").Choose("Oui : mêmes questions, mêmes réponses").Send();
        Assert.Contains("La version 2 est publiée.", page.TextContent, StringComparison.Ordinal);
        await (await browser.Open($"{path}/question/plus")).Form("Enregistrer la question").Fill("Réponses possibles, ou phrases (facultatif)", "Plus\nMoins").Send();
        var refused = await (await browser.Open($"{path}/publier")).Form("Publier la version 3").Choose("Oui : mêmes questions, mêmes réponses").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("La version 2 ne demande pas la même chose : « Je veux participer… » n’a plus les mêmes réponses possibles. Répondez « Non » à la question ci-dessous.", Assert.Single(refused.Errors));
        page = await refused.Form("Publier la version 3").Choose("Non : quelque chose a changé de sens").Send();
        Assert.Contains("La version 3 est publiée.", page.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_seen_in_its_languages_and_on_paper_marked_as_a_trial()
    {
        using var browser = await AnOrganiser();
        var page = await Begun(browser);
        var path = page.Path.Split('#')[0];
        await (await browser.Open($"{path}/langues")).Form("Ajouter cette langue").Select("Langue", "arabe (العربية)").Send();
        page = await (await browser.Open($"{path}/apercu")).Follow("arabe");
        Assert.Equal("rtl", page.Document.QuerySelector("main form")!.GetAttribute("dir"));
        foreach (var link in new[] { "Sur papier (PDF)", "Sur papier, facile (PDF)" })
        {
            using var pdf = await browser.Send(new HttpRequestMessage(HttpMethod.Get, page.Link(link).GetAttribute("href")));
            Assert.StartsWith("essai-papier", pdf.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
            Assert.StartsWith("%PDF-1.", System.Text.Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync())[..8], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_question_is_added_changed_and_refused_with_what_is_wrong()
    {
        using var browser = await AnOrganiser();
        var page = await (await Begun(browser)).Follow("Ajouter une question");
        var refused = await page.Form("Enregistrer la question").Fill("La question", "Depuis quand ?").Choose("Un choix").Fill("Réponses possibles, ou phrases (facultatif)", "Moins d’un an").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Écrivez au moins deux réponses possibles."], refused.Errors);
        page = await refused.Form("Enregistrer la question").Fill("Réponses possibles, ou phrases (facultatif)", "Moins d’un an\nPlus d’un an").Send();
        Assert.Contains("Depuis quand ?", page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("Depuis quand ?");
        page = await page.Form("Enregistrer la question").Fill("Réponses possibles, ou phrases (facultatif)", "Plus d’un an\nMoins d’un an\nDix ans").Send();
        var reference = page.Path.Split('/', '#')[3];
        var saved = ContentJson.Read(await place.Db(async db => (await db.Questionnaires.Include(q => q.Drafts).SingleAsync(q => q.Reference == reference)).Drafts.MaxBy(d => d.Number)!.Content));
        // Codes follow their words: answers name them.
        Assert.Equal(["R2", "R1", "R3", "NSP", "NVPR"], saved.Questions.Last().Options.Select(o => o.Code));
    }

    /// <summary>A condition or a published version that names a code would silently look at another question, or another answer.</summary>
    [Fact]
    public async Task The_code_of_what_was_taken_out_is_never_given_again()
    {
        using var browser = await AnOrganiser();
        var page = await Begun(browser);
        var (path, reference) = (page.Path.Split('#')[0], page.Path.Split('/', '#')[3]);
        async Task<AskedQuestion> Added(string words, string lines)
        {
            var form = (await (await browser.Open(path)).Follow("Ajouter une question")).Form("Enregistrer la question").Fill("La question", words).Choose("Un choix");
            await form.Fill("Réponses possibles, ou phrases (facultatif)", lines).Send();
            return await Last();
        }
        async Task<AskedQuestion> Last() => ContentJson.Read(await place.Db(async db => (await db.Questionnaires.Include(q => q.Drafts).SingleAsync(q => q.Reference == reference)).Drafts.MaxBy(d => d.Number)!.Content)).Questions.Last();
        var first = await Added("Depuis quand ?", "Moins d’un an\nPlus d’un an");
        await (await browser.Open(path)).Form("Retirer – Depuis quand ?").Send();
        var second = await Added("Avec qui ?", "Seul\nÀ deux\nDans un groupe");
        Assert.NotEqual(first.Code, second.Code);
        // An answer taken out in one state, and another added in the next.
        foreach (var lines in new[] { "Seul\nÀ deux", "Seul\nÀ deux\nPar téléphone" })
            await (await (await browser.Open(path)).Follow("Avec qui ?")).Form("Enregistrer la question").Fill("Réponses possibles, ou phrases (facultatif)", lines).Send();
        Assert.Equal(["R1", "R2", "R4", "NSP", "NVPR"], (await Last()).Options.Select(o => o.Code));
        // A copy gets a code of its own too.
        await (await browser.Open(path)).Form("Retirer – Avec qui ?").Send();
        await (await browser.Open(path)).Form($"Copier – {Page.Text((await browser.Open(path)).Document.QuerySelector("h3"))}").Send();
        var all = ContentJson.Read(await place.Db(async db => (await db.Questionnaires.Include(q => q.Drafts).SingleAsync(q => q.Reference == reference)).Drafts.MaxBy(d => d.Number)!.Content)).Questions.Select(q => q.Code);
        Assert.DoesNotContain(all, c => c == first.Code || c == second.Code);
    }

    [Fact]
    public async Task A_published_version_never_changes_even_by_hand()
    {
        using var browser = await AnOrganiser();
        var page = await (await (await Begun(browser)).Follow("Relire et publier")).Form("Publier la version 1").Send();
        var again = await (await page.Follow("Relire et publier")).Form("Publier la version 2").Send();
        Assert.Equal(["Rien n’a changé depuis la version 1."], again.Errors);
        await Assert.ThrowsAnyAsync<Exception>(() => place.Db(db => db.Write(d => d.Revisions.ExecuteUpdate(s => s.SetProperty(r => r.Content, "{}")))));
    }

    [Fact]
    public async Task A_file_given_out_comes_back_in()
    {
        using var browser = await AnOrganiser();
        var page = await Begun(browser, "Double regard : les personnes");
        var file = (await browser.Open(page.Link("Télécharger ce questionnaire (JSON)").GetAttribute("href")!)).Source;
        var read = await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", "q.json", System.Text.Encoding.UTF8.GetBytes(file), "application/json").Send();
        Assert.Equal("Double regard : les personnes", read.Heading);
        var refused = await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", "q.json", "{\"title\":"u8.ToArray(), "application/json").Send();
        Assert.StartsWith("Ce fichier ne se lit pas comme un questionnaire", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_corrected_keeps_what_depends_on_it_and_one_that_something_depends_on_is_not_taken_away_unsaid()
    {
        var given = await place.Given.AnOpenSurvey(content: new QuestionnaireContent(new Wording("Les repas"))
        {
            Sections = [new("debut") { Questions = [new("q1", QuestionKind.Single, new Wording("Les repas ?")) { Options = [new("R1", new Wording("Trés bien")), new("R2", new Wording("Mal"))] }, new("q2", QuestionKind.ShortText, new Wording("Pourquoi ?")) { ShownIf = new Chosen("q1", "R2") }] }],
        });
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var path = $"/bureau/questionnaires/{given.Questionnaire}";
        const string Lines = "Réponses possibles, ou phrases (facultatif)";
        await (await browser.Open($"{path}/question/q1")).Form("Enregistrer la question").Choose("Ne pas les proposer").Fill(Lines, "Très bien\nMauvais").Send();
        var page = await (await browser.Open($"{path}/publier")).Form("Publier la version 2").Choose("Oui : mêmes questions, mêmes réponses").Send();
        Assert.Contains("La version 2 est publiée.", page.TextContent, StringComparison.Ordinal);
        var content = ContentJson.Read(await place.Db(db => db.Revisions.Where(r => r.QuestionnaireId == given.Survey.QuestionnaireId && r.Number == 2).Select(r => r.Content).SingleAsync()));
        Assert.Equal(["R1 Très bien", "R2 Mauvais"], content.Find("q1")!.Options.Select(o => $"{o.Code} {o.Text.Text}"));
        var refused = await (await browser.Open($"{path}/question/q1")).Form("Enregistrer la question").Fill(Lines, "Très bien\nTiède\nFroid").Send();
        Assert.Equal("« Pourquoi ? » dépend d’une réponse que vous retirez. Gardez sa ligne, ou changez d’abord cette condition.", Assert.Single(refused.Errors));
        Assert.Equal("Très bien\nTiède\nFroid", refused.Form("Enregistrer la question").Value(Lines)!.ReplaceLineEndings("\n").Trim());
    }
}
