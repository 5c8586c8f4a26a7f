using System.Net;
using Croisee.People;
using Croisee.Surveys.Content;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A condition that compares or counts hides nothing from everybody, whatever becomes of the question that it looks at.</summary>
public sealed class ConditionSenseTest(Place place) : IClassFixture<Place>
{
    static readonly AskedQuestion Number = new("n", QuestionKind.Number, new Wording("Combien ?")) { Least = 0, Most = 10 }, Scale = new("s", QuestionKind.Scale, new Wording("Content ?")) { Scale = "V-ACCORD5" },
        Several = new("m", QuestionKind.Multiple, new Wording("Où ?")) { Options = [new("A", new Wording("a")), new("B", new Wording("b")), new("NSP", new Wording("Je ne sais pas"), Silent: true)] };

    static QuestionnaireContent Depending(AskedQuestion on, Condition condition) => new(new Wording("Essai")) { Sections = [new("p1") { Questions = [on, new("suite", QuestionKind.ShortText, new Wording("Pourquoi ?")) { ShownIf = condition }] }] };

    static IEnumerable<string> Faults(AskedQuestion on, Condition condition) => ContentFaults.Of(Depending(on, condition)).Select(f => f.Sentence);

    [Fact]
    public void What_cannot_be_compared_or_counted_keeps_a_questionnaire_from_being_published()
    {
        foreach (var fine in new[] { Number, Scale }) Assert.Empty(Faults(fine, new Compared(fine.Code, Comparison.AtLeast, 3)));
        Assert.Empty(Faults(Several, new Not(new Counted("m", Comparison.AtLeast, 2))));
        Assert.Equal(["Sa condition compare la réponse à « Où ? », qui n’est ni un nombre ni un point d’une échelle qui se compare."], Faults(Several, new AllOf([new Answered("m"), new Not(new Compared("m", Comparison.AtLeast, 3))])));
        Assert.Single(Faults(Scale with { Scale = "V-OUINON" }, new Compared("s", Comparison.AtLeast, 1)));
        Assert.Single(Faults(Number with { Kind = QuestionKind.LongText, Least = null, Most = null }, new Compared("n", Comparison.AtLeast, 1)));
        Assert.Equal(["Sa condition compte les réponses à « Content ? », où l’on n’en choisit qu’une."], Faults(Scale, new Counted("s", Comparison.AtLeast, 1)));
    }

    [Fact]
    public void A_value_that_no_answer_has_is_told_before_publication()
    {
        bool Told(AskedQuestion on, Condition condition) => ContentReview.Of(Depending(on, condition)).Any(p => p.Question == "suite" && p.Sentence.Contains("n’est vraie pour personne", StringComparison.Ordinal));
        Assert.True(Told(Number, new Compared("n", Comparison.More, 10)));
        Assert.False(Told(Number, new Compared("n", Comparison.AtLeast, 10)));
        Assert.True(Told(Scale with { Scale = "V-SATISF4" }, new Compared("s", Comparison.AtLeast, 5)));
        Assert.False(Told(Scale, new Compared("s", Comparison.AtLeast, 5)));
        Assert.True(Told(Several, new Counted("m", Comparison.AtLeast, 3)));
        Assert.False(Told(Several, new Counted("m", Comparison.AtLeast, 2)));
        Assert.False(Told(Number with { Least = null, Most = null }, new Compared("n", Comparison.Less, int.MinValue + 1)));
    }

    [Fact]
    public async Task Another_way_of_answering_or_another_scale_is_refused_while_something_compares_with_it()
    {
        var given = await place.Given.AnOpenSurvey(content: Depending(Scale, new Compared("s", Comparison.AtLeast, 3)));
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var path = $"/bureau/questionnaires/{given.Questionnaire}";
        Form Question(Page page) => page.Form("Enregistrer la question");
        const string expected = "« Pourquoi ? » dépend de la réponse à cette question, telle qu’elle est. Gardez la manière de répondre, l’échelle et les bornes, ou changez d’abord cette condition.";
        // Of three faces the third is the best, of five points it is the middle: the same bound would say something else.
        var refused = await Question(await browser.Open($"{path}/question/s")).Set("Form.Scale", "V-VISAGE3").Send();
        Assert.Equal((HttpStatusCode.BadRequest, expected), (refused.Status, Assert.Single(refused.Errors)));
        refused = await Question(await browser.Open($"{path}/question/s")).Choose("Un texte").Send();
        Assert.Equal((HttpStatusCode.BadRequest, expected), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Contains("est modifiée", (await Question(await browser.Open($"{path}/question/s")).Fill("La question", "Êtes-vous content ?").Send()).TextContent, StringComparison.Ordinal);
        await (await browser.Open($"{path}/condition/question/suite")).Form("Enregistrer la condition").Set("Form.Lines[0].Field", "").Set("Form.Lines[0].Test", "").Set("Form.Lines[0].Answer", "").Send();
        Assert.Contains("est modifiée", (await Question(await browser.Open($"{path}/question/s")).Set("Form.Scale", "V-VISAGE3").Send()).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_is_looked_at_loses_its_sense_in_a_ranking()
    {
        var (chosen, single) = (new Chosen("m", "A"), Several with { Kind = QuestionKind.Single });
        Assert.True(ConditionSense.LosesSense(chosen, single, Several with { Kind = QuestionKind.Ranking }));
        Assert.True(ConditionSense.LosesSense(chosen, Several, Several with { Kind = QuestionKind.Ranking }));
        Assert.False(ConditionSense.LosesSense(chosen, single, Several));
        Assert.False(ConditionSense.LosesSense(chosen, Several with { Kind = QuestionKind.Ranking }, single));
    }

    /// <summary>A fault that a draft had before is not the doing of whoever corrects a word.</summary>
    [Fact]
    public async Task Words_are_corrected_beside_a_comparison_that_was_dead_already()
    {
        var given = await place.Given.AnOpenSurvey(content: Depending(Scale, new Compared("s", Comparison.AtLeast, 3)));
        var dead = ContentJson.Write(Depending(Several, new AllOf([new Compared("m", Comparison.AtLeast, 3), new Chosen("m", "PARTI")])));
        await place.Db(db => db.Write(d => d.Set<Croisee.Surveys.Draft>().Where(x => x.QuestionnaireId == given.Survey.QuestionnaireId).ExecuteUpdate(s => s.SetProperty(x => x.Content, dead))));
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var path = $"/bureau/questionnaires/{given.Questionnaire}/question/m";
        Assert.Contains("est modifiée", (await (await browser.Open(path)).Form("Enregistrer la question").Fill("La question", "Où donc ?").Send()).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_dead_comparison_is_refused_with_its_question()
    {
        var given = await place.Given.AnOpenSurvey();
        using var browser = await place.Given.SignedIn(await place.Given.AnAccount("Organise", Role.Organiser, given.Survey.Organisation));
        var file = ContentJson.Write(Depending(Several, new Compared("m", Comparison.AtLeast, 1)));
        var refused = await (await browser.Open("/bureau/questionnaires/nouveau")).Form("Commencer").Choose("Un fichier de questionnaire").Attach("Fichier (facultatif)", "q.json", System.Text.Encoding.UTF8.GetBytes(file), "application/json").Send();
        Assert.Contains("Sa condition compare la réponse à « Où ? »", refused.TextContent.Replace('\u00A0', ' ').Replace('\u202F', ' '), StringComparison.Ordinal);
    }
}
