using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Parts, conditions, words around the questions and languages, changed on pages that need no script and no file.</summary>
[Trait("kind", "slow")]
public sealed class EditorTest(Place place) : IClassFixture<Place>
{
    const string Path = "/bureau/questionnaires/";

    async Task<(Browser Browser, string Reference)> AnEditor(QuestionnaireContent? content = null)
    {
        var organisation = await place.Given.AnOrganisation("Maison d’écriture");
        var browser = await place.Given.SignedIn(await place.Given.AnAccount("Écrit", Role.Organiser, organisation));
        var page = await (await browser.Open(Path + "nouveau")).Form("Commencer").Choose("Un fichier de questionnaire")
            .Attach("Fichier (facultatif)", "q.json", System.Text.Encoding.UTF8.GetBytes(ContentJson.Write(content ?? Given.EveryKind)), "application/json").Send();
        return (browser, page.Path.Split('/', '#')[3]);
    }

    async Task<QuestionnaireContent> Content(string reference) => (await place.Db(db => db.Questionnaires.AsNoTracking().Include(q => q.Drafts).SingleAsync(q => q.Reference == reference))).Content;

    [Fact]
    public async Task A_part_is_added_renamed_moved_and_taken_out()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var refused = await (await browser.Open($"{Path}{reference}/partie/nouvelle")).Form("Enregistrer la partie").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Donnez un titre à la partie."), (refused.Status, Assert.Single(refused.Errors)));
        var page = await refused.Form("Enregistrer la partie").Fill("Son titre", "Votre journée").Send();
        page = await (await page.Follow("Renommer – Votre journée")).Form("Enregistrer la partie").Fill("Son titre (facultatif)", "Vos journées").Fill("Le même, facile à lire (facultatif)", "Ma journée").Send();
        var part = (await Content(reference)).Sections[2];
        Assert.Equal(("Vos journées", "Ma journée"), (part.Title!.Text, part.Title.Easy));
        page = await page.Form("Monter – Vos journées").Send();
        Assert.Equal(["debut", part.Code, "suite"], (await Content(reference)).Sections.Select(s => s.Code));
        var kept = await page.Form("Retirer – Partie 1").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "La partie sans titre a encore des questions. Déplacez-les ou retirez-les d’abord."), (kept.Status, Assert.Single(kept.Errors)));
        await kept.Form("Retirer – Vos journées").Send();
        Assert.Equal(["debut", "suite"], (await Content(reference)).Sections.Select(s => s.Code));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{Path}{reference}/partie/rien")).Status);
    }

    /// <summary>What is folded away stands open where it holds something, and where something in it is refused: a link of the summary leads to a field that is seen.</summary>
    [Fact]
    public async Task What_is_folded_opens_when_it_is_filled_or_refused()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        static bool IsOpen(Page page) => page.Document.QuerySelector("details:has([name='Form.Most'])")!.HasAttribute("open");
        Assert.False(IsOpen(await browser.Open($"{Path}{reference}/question/mot")));
        // « Au plus » alone is enough.
        Assert.True(IsOpen(await browser.Open($"{Path}{reference}/question/fois")));
        var refused = await (await browser.Open($"{Path}{reference}/question/mot")).Form("Enregistrer la question").Fill("Au plus (facultatif)", "beaucoup").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(IsOpen(refused));
        // Words of the answers for who answers in a person's place are folded away too.
        Assert.False(IsOpen(await browser.Open($"{Path}{reference}/question/ordre")));
        await (await browser.Open($"{Path}{reference}/question/ordre")).Form("Enregistrer la question").Set("Form.ProxyLines", "Ses repas\nSes soins\nSes sorties").Send();
        Assert.True(IsOpen(await browser.Open($"{Path}{reference}/question/ordre")));
    }

    [Fact]
    public async Task A_question_goes_to_another_part()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        await (await browser.Open($"{Path}{reference}/question/ordre")).Form("Enregistrer la question").Select("Dans la partie", "Partie 2").Send();
        Assert.Equal("ordre", (await Content(reference)).Sections[1].Questions.Last().Code);
    }

    [Fact]
    public async Task A_condition_of_several_lines_is_written_shown_in_words_and_taken_away()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var page = await browser.Open($"{Path}{reference}/condition/question/mot");
        Assert.Contains("posée à tout le monde", page.TextContent, StringComparison.Ordinal);
        page = await page.Form("Enregistrer la condition").Choose("au moins une de ces lignes est vraie").Choose("La poser à tout le monde, sauf si…")
            .Set("Form.Lines[0].Field", "avis_1").Set("Form.Lines[0].Test", "AtMost").Set("Form.Lines[0].Answer", "avis_1|ACC5_2")
            .Set("Form.Lines[1].Field", "lieux").Set("Form.Lines[1].Test", "CountAtLeast").Set("Form.Lines[1].Number", "2").Send();
        Assert.Equal(new Not(new AnyOf([new Compared("avis_1", Comparison.AtMost, 2), new Counted("lieux", Comparison.AtLeast, 2)])).ToString()[..5], (await Content(reference)).Find("mot")!.ShownIf!.ToString()[..5]);
        Assert.Contains("Sauf si votre réponse à « On m’écoute. » est « Plutôt pas d’accord » ou moins, ou si le nombre de réponses cochées à « Où allez-vous ? » est 2 ou plus.", page.TextContent, StringComparison.Ordinal);
        page = await browser.Open($"{Path}{reference}/condition/question/mot");
        page = await page.Form("Enregistrer la condition").Set("Form.Lines[0].Field", "").Set("Form.Lines[0].Test", "").Set("Form.Lines[0].Answer", "").Set("Form.Lines[1].Field", "").Set("Form.Lines[1].Test", "").Set("Form.Lines[1].Number", "").Send();
        Assert.Null((await Content(reference)).Find("mot")!.ShownIf);
    }

    [Fact]
    public async Task A_part_has_its_condition_too_and_looks_only_before_itself()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var page = await browser.Open($"{Path}{reference}/condition/partie/suite");
        Assert.Contains("Seulement si vous avez répondu « Oui » à « Vous connaissez le conseil. »", page.TextContent, StringComparison.Ordinal);
        var refused = await page.Form("Enregistrer la condition").Set("Form.Lines[0].Field", "fois").Set("Form.Lines[0].Test", "AtLeast").Set("Form.Lines[0].Number", "2").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("« Combien de réunions ? » n’est pas posée avant : choisissez une question qui vient avant, ou déplacez-la.", Assert.Single(refused.Errors));
        await refused.Form("Enregistrer la condition").Set("Form.Lines[0].Field", "connu").Set("Form.Lines[0].Test", "Answered").Send();
        Assert.Equal(new Answered("connu"), (await Content(reference)).Sections[1].ShownIf);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{Path}{reference}/condition/partie/rien")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{Path}{reference}/condition/autre/suite")).Status);
    }

    [Fact]
    public async Task A_condition_made_elsewhere_stays_unless_somebody_replaces_it()
    {
        var nested = new AllOf([new AnyOf([new Answered("connu"), new Answered("lieux")]), new Answered("ordre")]);
        var (browser, reference) = await AnEditor(Given.EveryKind.Put("suite", Given.EveryKind.Find("mot")! with { ShownIf = nested }));
        using var _ = browser;
        var page = await browser.Open($"{Path}{reference}/condition/question/mot");
        Assert.Contains("Cette condition a été faite ailleurs", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Seulement si vous avez répondu à", page.TextContent, StringComparison.Ordinal);
        await page.Form("Enregistrer la condition").Set("Form.Lines[0].Field", "connu").Set("Form.Lines[0].Test", "Answered").Send();
        Assert.IsType<AllOf>((await Content(reference)).Find("mot")!.ShownIf);
        // The page of the question leaves it too.
        await (await browser.Open($"{Path}{reference}/question/mot")).Form("Enregistrer la question").Fill("La question", "Un mot de plus ?").Send();
        Assert.IsType<AllOf>((await Content(reference)).Find("mot")!.ShownIf);
        await (await browser.Open($"{Path}{reference}/condition/question/mot")).Form("Enregistrer la condition").Choose("La remplacer par les lignes de cette page").Set("Form.Lines[0].Field", "connu").Set("Form.Lines[0].Test", "Answered").Send();
        Assert.Equal(new Answered("connu"), (await Content(reference)).Find("mot")!.ShownIf);
    }

    [Fact]
    public async Task What_stands_around_the_questions_is_written_too()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var refused = await (await browser.Open($"{Path}{reference}/presentation")).Form("Enregistrer ces textes").Fill("Titre", "").Fill("Ce que l’on dit à la fin, facile à lire (facultatif)", "Merci.").Send();
        Assert.Equal(["Donnez un titre au questionnaire."], refused.Errors);
        refused = await refused.Form("Enregistrer ces textes").Fill("Titre", "Notre maison").Send();
        Assert.Equal(["Écrivez aussi le texte courant."], refused.Errors);
        var page = await refused.Form("Enregistrer ces textes").Fill("Ce que l’on dit à la fin (facultatif)", "Le conseil lira les résultats en mai.").Send();
        Assert.Equal("Notre maison", page.Heading);
        Assert.Equal("Merci.", (await Content(reference)).Thanks!.Easy);
    }

    [Fact]
    public async Task Every_trait_of_a_question_is_set_on_its_page()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var refused = await (await browser.Open($"{Path}{reference}/question/lieux")).Form("Enregistrer la question").Choose("Il faut répondre").Choose("Mélanger les réponses").Fill("Une aide sous la question (facultatif)", "Plusieurs réponses.").Fill("La même aide, facile à lire (facultatif)", "Je peux cocher 2 réponses.").Fill("Au moins (facultatif)", "3").Fill("Au plus (facultatif)", "2").Send();
        Assert.Contains("« Au moins » est plus grand que « au plus ».", refused.Errors);
        await refused.Form("Enregistrer la question").Fill("Au moins (facultatif)", "1").Send();
        var asked = (await Content(reference)).Find("lieux")!;
        Assert.Equal((true, true, 1, 2, "Je peux cocher 2 réponses."), (asked.Required, asked.Shuffled, asked.Least, asked.Most, asked.Help!.Easy));
    }

    [Fact]
    public async Task A_language_goes_from_the_list_to_validated_part_by_part()
    {
        var (browser, reference) = await AnEditor();
        using var _ = browser;
        var page = await (await browser.Open($"{Path}{reference}/langues")).Form("Ajouter cette langue").Select("Langue", "arabe (العربية)").Send();
        Assert.Equal("Traduire : arabe", page.Heading);
        var refused = await page.Form("Enregistrer l’état").Choose("Validé").Send();
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.EndsWith("textes ne sont pas encore traduits : écrivez-les avant de valider.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        foreach (var part in new[] { "textes-communs", "debut", "suite" })
        {
            page = await browser.Open($"{Path}{reference}/langues/ar/{part}");
            Assert.Equal("rtl", page.Document.QuerySelector("textarea")!.GetAttribute("dir"));
            var form = page.Form("Enregistrer cette partie");
            foreach (var area in page.Document.QuerySelectorAll("textarea")) form = form.Set(area.GetAttribute("name")!, "نص " + area.GetAttribute("name"));
            page = await form.Send();
        }
        Assert.Contains("tous les textes sont traduits", page.TextContent, StringComparison.Ordinal);
        await page.Form("Enregistrer l’état").Choose("Validé").Send();
        var language = Assert.Single((await Content(reference)).Languages);
        Assert.Equal((TranslationState.Validated, true, "نص dit.e.OUN_OUI"), (language.State, language.RightToLeft, language.Terms!["OUN_OUI"]));
        // A text that changes makes a draft of it, and the line says so.
        page = await (await browser.Open($"{Path}{reference}/question/mot")).Form("Enregistrer la question").Fill("La question", "Un seul mot ?").Send();
        Assert.Contains("traduction à relire : arabe", page.TextContent, StringComparison.Ordinal);
        Assert.Equal(TranslationState.Draft, (await Content(reference)).Languages[0].State);
        page = await (await browser.Open($"{Path}{reference}/langues/ar")).Form("Retirer cette langue et ses textes").Send();
        Assert.Empty((await Content(reference)).Languages);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open($"{Path}{reference}/langues/ar")).Status);
    }

    [Fact]
    public async Task A_translation_too_long_is_refused_with_what_was_typed()
    {
        var (browser, reference) = await AnEditor(Given.EveryKind with { Languages = [new("en", "English", TranslationState.Draft)] });
        using var _ = browser;
        var refused = await (await browser.Open($"{Path}{reference}/langues/en/suite")).Form("Enregistrer cette partie").Set("dit.q.mot", new string('x', 1201)).Set("dit.q.fois", "How many?").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Ce texte est trop long : 1200 caractères au plus."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal("How many?", refused.Document.QuerySelector("textarea[name='dit.q.fois']")!.TextContent.Trim());
        var twice = await (await browser.Open($"{Path}{reference}/langues")).Form("Ajouter cette langue").Set("Form.Tag", "en").Send();
        Assert.Equal(["Cette langue est déjà dans le questionnaire."], twice.Errors);
        Assert.Equal(["Choisissez une langue de la liste."], (await twice.Form("Ajouter cette langue").Set("Form.Tag", "xx").Send()).Errors);
    }
}
