using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Surveys.Results;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Results leave by one door: pages and files show what was published, and nothing under ten answers.</summary>
public sealed class ResultsTest(Place place) : IClassFixture<Place>
{
    async Task<Page> Results(GivenSurvey given)
    {
        await place.Given.TheJobRan(PublishFigures.Job);
        using var browser = place.Browser();
        return await browser.Open($"/enquetes/{given.Survey.Reference}/resultats");
    }

    [Fact]
    public async Task Nine_answers_show_nothing_and_ten_show_the_page()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 9, choice: i => i % 2);
        Assert.Contains("Pas encore assez de réponses.", (await Results(given)).TextContent, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 11, choice: i => i % 2);
        var page = await Results(given);
        Assert.Contains("Nous avons reçu de 20 à 24 réponses", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Je sais à qui donner mon avis.", page.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("20 réponses", page.TextContent.Replace("de 20 à 24 réponses", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_more_answers_move_nothing()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        var before = (await Results(given)).TextContent;
        await place.Given.TheyAnswered(given, 5, choice: _ => 1);
        Assert.Equal(before, (await Results(given)).TextContent);
        Assert.Equal(5, await place.Db(db => db.AnswerSheets.CountAsync(s => s.SurveyId == given.Survey.Id && !s.Counted)));
    }

    [Fact]
    public async Task A_file_says_what_the_page_says_and_no_more()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 30, choice: i => i % 3 == 0 ? 1 : 0);
        var page = await Results(given);
        using var browser = place.Browser();
        var file = (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/csv")).Source;
        var rows = file.Split('\n').Skip(1).Where(l => l.Contains(';', StringComparison.Ordinal)).Select(l => l.Trim('\r').Split(';')).ToList();
        Assert.All(rows, r => Assert.Equal((given.Survey.Reference, "1", "ensemble"), (r[0], r[1], r[3])));
        Assert.Contains(rows, r => r[5] == "savoir" && r[8] == "OUN_OUI" && r[9] == "30" && r[10] == "34" && r[11] == "arrondi" && r[12] == "65" && r[13] == "5");
        foreach (var share in rows.Select(r => r[12]).Where(p => p.Length > 0)) Assert.Matches($@"\b{share}\s*%", page.TextContent);
        // Whoever reads easy words gets the same file: a program does not read.
        var easy = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats?lecture=facile");
        Assert.Contains("sur 10", easy.TextContent, StringComparison.Ordinal);
        Assert.Equal(file, (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/csv")).Source);
        Assert.Contains("savoir;OUN_OUI;Oui;", (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/codes")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_given_in_a_persons_place_stand_in_a_column_of_their_own()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 20, choice: i => i % 2);
        await place.Given.TheyAnswered(given, 20, mode: "proche_a_la_place", choice: i => i % 2);
        var page = await Results(given);
        Assert.Contains("Selon la manière de répondre", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quelqu’un a répondu à sa place", page.TextContent, StringComparison.Ordinal);
        // Who did not say is in none of these groups, and that is said, on the page and in the codebook of the files.
        Assert.Contains("Les autres n’ont pas dit comment ils ont répondu", page.TextContent, StringComparison.Ordinal);
        using var browser = place.Browser();
        Assert.Contains("Les autres n’ont pas dit comment ils ont répondu", (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/codes")).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_sees_its_own_results_and_two_places_have_no_whole()
    {
        var given = await place.Given.AnOpenSurvey(otherPlaces: "Foyer du Port");
        await place.Given.TheyAnswered(given, 20, atPlace: 0, choice: i => i % 2);
        await place.Given.TheyAnswered(given, 20, atPlace: 1, choice: i => i % 2);
        Assert.Contains("Pas assez de lieux", (await Results(given)).TextContent, StringComparison.Ordinal);
        using var browser = place.Browser();
        var own = await browser.Open($"/repondre/{given.Code}/resultats");
        Assert.Equal("Résultats : Résidence des Tilleuls", own.Heading);
        Assert.Contains("de 20 à 24 réponses", own.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_text_is_shown_after_somebody_read_it_and_in_no_order()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2, texts: ["Un banc près de la porte.", "Appelez Mme Martin au 06 12 34 56 78."]);
        Assert.DoesNotContain("Un banc", (await Results(given)).TextContent, StringComparison.Ordinal);
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Croisee.People.Role.Organiser, given.Survey.Organisation));
        for (var i = 0; i < 2; i++)
        {
            var page = await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/textes");
            var danger = Page.Text(page.Document.QuerySelector("blockquote")).Contains("Mme Martin", StringComparison.Ordinal);
            Assert.Equal(danger, page.TextContent.Contains("Ce texte peut désigner quelqu’un", StringComparison.Ordinal));
            var form = page.Form("Enregistrer et lire le suivant").Choose(danger ? "Ne pas le montrer" : "Le montrer avec les résultats");
            await (danger ? form.Choose("Il désigne quelqu’un") : form).Send();
        }
        Assert.Equal("Tout est relu.", Page.Text((await browser.Open($"/bureau/enquetes/{given.Survey.Reference}/textes")).Document.QuerySelector(".empty b")));
        using var reader = place.Browser();
        var shown = await reader.Open($"/enquetes/{given.Survey.Reference}/resultats?relu=1");
        Assert.Contains("Un banc près de la porte.", shown.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Martin", shown.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Whoever moderates must not watch one person answer and then read what that person wrote (R4, R9).</summary>
    [Fact]
    public async Task Free_texts_are_read_by_batches_of_ten_persons_and_can_be_read_again()
    {
        var given = await place.Given.AnOpenSurvey(content: Given.EveryKind);
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Croisee.People.Role.Organiser, given.Survey.Organisation));
        async Task<Page> Texts()
        {
            await place.Given.TheJobRan(PublishFigures.Job);
            return await desk.Open($"/bureau/enquetes/{given.Survey.Reference}/textes");
        }

        await place.Given.TheyAnswered(given, 9, choice: i => i % 2, texts: ["Un premier mot."]);
        var page = await Texts();
        Assert.DoesNotContain("Un premier mot.", page.Source, StringComparison.Ordinal);
        Assert.Contains("attendent que dix personnes", page.TextContent, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 3, choice: i => i % 2);
        page = await Texts();
        Assert.Contains("Un premier mot.", page.TextContent, StringComparison.Ordinal);
        await page.Form("Enregistrer et lire le suivant").Choose("Le montrer avec les résultats").Send();

        await place.Given.TheyAnswered(given, 7, choice: i => i % 2, texts: ["Un second mot."]);
        Assert.DoesNotContain("Un second mot.", (await Texts()).Source, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 6, choice: i => i % 2);
        Assert.Contains("Un second mot.", (await Texts()).TextContent, StringComparison.Ordinal);

        // Shown by mistake: it is read again, and leaves the public page at once.
        Assert.Contains("Un premier mot.", (await Results(given)).TextContent, StringComparison.Ordinal);
        var again = await (await (await Texts()).Follow("Retrouver le texte déjà relu")).Follow("Un premier mot.");
        await again.Form("Enregistrer et lire le suivant").Choose("Ne pas le montrer").Choose("Il ne répond pas à la question").Send();
        Assert.DoesNotContain("Un premier mot.", (await Results(given)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_whose_answers_come_mixed_keeps_each_share_beside_its_answer()
    {
        var content = new Croisee.Surveys.Content.QuestionnaireContent(new("Un choix"))
        {
            Sections = [new("debut") { Questions = [new("jardin", Croisee.Surveys.Content.QuestionKind.Single, new("Que mettre au jardin ?")) { Shuffled = true, Options = [new("BANC", new("Un banc")), new("ARBRE", new("Un arbre")), new("JEU", new("Un jeu"))] }] }],
        };
        var given = await place.Given.AnOpenSurvey(content: content);
        await place.Given.TheyAnswered(given, 40, choice: i => i < 24 ? 0 : i < 36 ? 1 : 2);
        var page = await Results(given);
        var rows = page.Document.QuerySelectorAll("section.result tbody tr, section.result table tr").Select(r => Page.Text(r)).ToList();
        Assert.Contains(rows, r => r.StartsWith("Un banc", StringComparison.Ordinal) && r.Contains("60", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Un arbre", StringComparison.Ordinal) && r.Contains("30", StringComparison.Ordinal));
        using var browser = place.Browser();
        var file = (await browser.Open($"/enquetes/{given.Survey.Reference}/fichier/csv")).Source;
        Assert.Contains("jardin;;;BANC;40;44;arrondi;60;5", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_said_nothing_is_told_apart_and_out_of_the_shares()
    {
        var given = await place.Given.AnOpenSurvey();
        // Of forty: fifteen yes, fifteen no, ten who do not know.
        await place.Given.TheyAnswered(given, 40, choice: i => i < 15 ? 0 : i < 30 ? 1 : 2);
        var page = await Results(given);
        var first = page.Document.QuerySelector("section.result")!;
        Assert.Contains("de 30 à 34 réponses", Page.Text(first.QuerySelector("caption")), StringComparison.Ordinal);
        Assert.Equal(2, first.QuerySelector("table")!.QuerySelectorAll("tr").Length);
        Assert.Equal("Ont donné un avis : de 30 à 34 réponses, sur 40 à 44 personnes. Les autres ont répondu « je ne sais pas » ou « je ne veux pas répondre », ou ont passé.", Page.Text(first.QuerySelector(".apart")));
        using var browser = place.Browser();
        var easy = await browser.Open($"/enquetes/{given.Survey.Reference}/affiche");
        Assert.Contains("Parmi les personnes qui donnent un avis, 5 sur 10 ont répondu : « Oui ».", Page.Text(easy.Document.QuerySelector("ul.said li")), StringComparison.Ordinal);
    }

    /// <summary>Twenty-six and fourteen of forty: rounded each by itself they would be seven and four.</summary>
    [Fact]
    public async Task Persons_out_of_ten_are_ten_in_all()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 40, choice: i => i < 26 ? 0 : 1);
        await Results(given);
        using var browser = place.Browser();
        var easy = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats?lecture=facile");
        Assert.Equal(["7 sur 10", "3 sur 10"], easy.Document.QuerySelector("section.result")!.QuerySelectorAll("td.num").Select(Page.Text));
    }

    /// <summary>Under thirty no end is told (R7): a bound is no number of persons.</summary>
    [Fact]
    public async Task A_bound_is_no_number_of_persons()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 12, choice: _ => 0);
        await Results(given);
        using var browser = place.Browser();
        var easy = await browser.Open($"/enquetes/{given.Survey.Reference}/resultats?lecture=facile");
        Assert.Equal(["presque tout le monde", "presque personne"], easy.Document.QuerySelector("section.result")!.QuerySelectorAll("td.num").Select(Page.Text));
    }

    /// <summary>CMP-R3: a survey may ask for more answers before it shows, and says how many.</summary>
    [Fact]
    public async Task A_survey_may_show_from_fifteen_answers_only()
    {
        var given = await place.Given.AnOpenSurvey(shownFrom: 15);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
        Assert.Contains("à partir de 15 réponses", (await Results(given)).TextContent, StringComparison.Ordinal);
        await place.Given.TheyAnswered(given, 12, choice: i => i % 2);
        Assert.Contains("Nous avons reçu de 20 à 24 réponses", (await Results(given)).TextContent, StringComparison.Ordinal);
    }

    /// <summary>Never an empty hole, on a wall neither: what is hidden says so, and an unknown rate too (CMP-R6).</summary>
    [Fact]
    public async Task A_poster_tells_what_is_hidden_and_a_rate_nobody_knows()
    {
        var given = await place.Given.AnOpenSurvey(eligible: null);
        await place.Given.TheyAnswered(given, 12, choice: i => i < 9 ? i % 2 : 2);
        await Results(given);
        using var browser = place.Browser();
        var poster = await browser.Open($"/enquetes/{given.Survey.Reference}/affiche");
        Assert.Equal($"/enquetes/{given.Survey.Reference}/resultats", poster.Link("Revenir aux résultats").GetAttribute("href"));
        Assert.Equal(given.Content.Fields.Count(f => f.Question.Kind.IsClosed() && !f.Question.Describes), poster.Document.QuerySelectorAll("ul.said li").Length);
        Assert.Contains("Non affiché (effectif trop petit)", poster.TextContent, StringComparison.Ordinal);
        Assert.Contains("On ne sait pas combien de personnes pouvaient répondre.", poster.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nine_opinions_among_twelve_answers_stay_hidden()
    {
        var given = await place.Given.AnOpenSurvey();
        await place.Given.TheyAnswered(given, 12, choice: i => i < 9 ? 0 : 2);
        var first = (await Results(given)).Document.QuerySelector("section.result")!;
        Assert.Contains("Non affiché (effectif trop petit)", Page.Text(first), StringComparison.Ordinal);
        Assert.DoesNotContain("%", Page.Text(first), StringComparison.Ordinal);
    }
}
