using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>What is said between the questions, when they come one by one.</summary>
public sealed class RoutingTest(Place place) : IClassFixture<Place>
{
    static AskedQuestion YesNo(string code, Condition? shownIf = null) => new(code, QuestionKind.Scale, new Wording($"Question {code} ?")) { Scale = "V-OUINON", ShownIf = shownIf };
    static AskedQuestion Said(string code, Condition? shownIf = null) => new(code, QuestionKind.Information, new Wording($"Dit {code}.")) { ShownIf = shownIf };

    static readonly Chosen Yes = new("a", "OUN_OUI");

    static QuestionnaireContent Content => new(new Wording("Essai"))
    {
        Sections =
        [
            new("p1") { Questions = [Said("un"), Said("deux"), YesNo("a"), Said("oui", Yes), YesNo("b", new Not(Yes)), Said("ferme")] },
            new("p2") { Questions = [YesNo("c"), Said("dernier")] },
            new("p3") { ShownIf = Yes, Questions = [Said("enfin")] },
        ],
    };

    static List<string> Before(string? field, string answer) =>
        [.. Content.SaidBefore(Content.Fields.Where(f => f.Code == field).Select(f => (AnswerField?)f).FirstOrDefault(), new GivenAnswers([new("a", [answer])])).Select(s => s.Text.Text)];

    [Fact]
    public void Every_information_that_is_put_is_said_before_what_comes_next()
    {
        Assert.Equal(["Dit un.", "Dit deux."], Before("a", "OUN_OUI"));
        Assert.Equal(["Dit oui.", "Dit ferme."], Before("c", "OUN_OUI"));
        Assert.Equal(["Dit dernier.", "Dit enfin."], Before(null, "OUN_OUI"));
        Assert.Empty(Before("b", "OUN_NON"));
        Assert.Equal(["Dit ferme."], Before("c", "OUN_NON"));
        Assert.Equal(["Dit dernier."], Before(null, "OUN_NON"));
    }

    [Fact]
    public void The_title_of_a_part_is_said_once_before_what_is_put_of_it_first()
    {
        var titled = Content with { Sections = [.. Content.Sections.Select(s => s with { Title = new Wording("Partie " + s.Code) })] };
        List<string> Said(string answer) => [.. titled.Told(new GivenAnswers([new("a", [answer])])).Select(t => $"{t.Question?.Code ?? "fin"} : {string.Join(' ', t.Said.Select(s => s.Text.Text))}")];
        Assert.Equal(["a : Partie p1 Dit un. Dit deux.", "c : Dit oui. Dit ferme. Partie p2", "fin : Dit dernier. Partie p3 Dit enfin."], Said("OUN_OUI"));
        // Nothing is put of the third part: its title is not said.
        Assert.Equal("fin : Dit dernier.", Said("OUN_NON")[^1]);
    }

    [Fact]
    public void Before_each_phrase_of_a_matrix_stand_its_heading_and_what_was_said_before_it()
    {
        var content = new QuestionnaireContent(new Wording("Essai")) { Sections = [new("p1") { Questions = [Said("un"), new("m", QuestionKind.Matrix, new Wording("Votre avis")) { Scale = "V-ACCORD5", Items = [new("m_1", new Wording("Un.")), new("m_2", new Wording("Deux."))] }] }] };
        foreach (var field in content.Fields) Assert.Equal(["Dit un.", "Votre avis"], content.SaidBefore(field, new()).Select(s => s.Text.Text));
    }

    [Fact]
    public async Task On_the_way_question_by_question_it_is_read_where_it_stands()
    {
        var given = await place.Given.AnOpenSurvey(content: Content);
        using var browser = place.Browser();
        var page = await browser.Open($"/repondre/{given.Code}/pas-a-pas");
        Assert.Contains("Dit un. Dit deux.", page.TextContent, StringComparison.Ordinal);
        page = await page.Form("Suivant").Choose("Oui").Send();
        Assert.Contains("Question c ?", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit oui. Dit ferme.", page.TextContent, StringComparison.Ordinal);
        page = await page.Form("Suivant").Choose("Oui").Send();
        Assert.Contains("Dit dernier. Dit enfin.", page.TextContent, StringComparison.Ordinal);
    }
}
