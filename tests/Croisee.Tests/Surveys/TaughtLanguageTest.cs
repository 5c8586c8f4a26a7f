using System.Net;
using Croisee.People;
using Croisee.Surveys;
using Croisee.Surveys.Content;
using Croisee.Words;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>A team teaches the house a language beside its questionnaire, or says otherwise what the house says already.</summary>
public sealed class TaughtLanguageTest(Place place) : IClassFixture<Place>
{
    static QuestionnaireContent In(string tag) => Given.EveryKind with { Languages = [new(tag, Tongues.Find(tag)!.Own, TranslationState.Draft, Tongues.Find(tag)!.RightToLeft)] };

    [Fact]
    public async Task The_sentences_around_the_questions_are_translated_with_their_values_and_hold_nothing_back()
    {
        var given = await place.Given.AnOpenSurvey(content: In("ps"));
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Traduit", Role.Organiser, given.Survey.Organisation));
        var page = await desk.Open($"/bureau/questionnaires/{given.Questionnaire}/langues/ps");
        Assert.Contains("Croisée ne parle pas cette langue.", page.TextContent, StringComparison.Ordinal);
        page = await page.Follow("Phrases de Croisée autour des questions");
        const string Numbered = "Question {0} sur {1}";
        var refused = await page.Form("Enregistrer cette partie").Fill(Numbered, "پوښتنه {0}").Send();
        Assert.Equal((HttpStatusCode.BadRequest, "Gardez les signes {0}, {1} de la phrase : un nombre ou un nom vient à leur place."), (refused.Status, Assert.Single(refused.Errors)));
        page = await refused.Form("Enregistrer cette partie").Fill(Numbered, "{0} / {1} پوښتنه").Send();
        var kept = (await place.Db(db => db.Questionnaires.AsNoTracking().Include(q => q.Drafts).SingleAsync(q => q.Reference == given.Questionnaire))).Content;
        Assert.Equal("{0} / {1} پوښتنه", kept.Languages[0].Said(Numbered));
        // One is not all: the page stays French around the questions.
        Assert.Null(kept.SpeechIn(kept.Languages[0]));
        var whole = kept.Translate("ps", key => key.StartsWith("e.s.", StringComparison.Ordinal) ? null : "نص");
        Assert.Equal(0, whole.Missing("ps"));
        Assert.True(whole.IsWhole("ps"));
    }

    /// <summary>« (il faut répondre) », « Seulement si : » and the others are asked even where nothing needs them yet: without them the page would stay French for good.</summary>
    [Fact]
    public void A_questionnaire_without_condition_nor_required_question_is_taught_whole()
    {
        var content = new QuestionnaireContent(new Wording("Essai")) { Sections = [new("p1") { Questions = [new("mot", QuestionKind.ShortText, new Wording("Un mot ?"))] }], Languages = In("ps").Languages };
        var asked = content.TextsIn("ps").Concat(content.AroundIn("ps")).ToList();
        Assert.Equal(asked.Count, asked.Select(t => t.Key).Distinct().Count());
        Assert.Equal(asked.Count, asked.Select(t => t.French).Distinct().Count());
        var whole = content.Translate("ps", _ => "نص");
        Assert.NotNull(whole.SpeechIn(whole.Languages[0]));
        // What is asked of it later is said already.
        var required = whole with { Sections = [new("p1") { Questions = [.. whole.Questions.Select(q => q with { Required = true })] }] };
        Assert.Equal(0, required.Missing("ps"));
    }

    [Fact]
    public async Task A_way_out_that_the_questions_offer_is_asked_once_and_said_everywhere()
    {
        var given = await place.Given.AnOpenSurvey(content: In("ps"));
        using var desk = await place.Given.SignedIn(await place.Given.AnAccount("Traduit", Role.Organiser, given.Survey.Organisation));
        var page = await desk.Open($"/bureau/questionnaires/{given.Questionnaire}/langues/ps");
        var around = await page.Follow("Phrases de Croisée autour des questions");
        string[] ways = ["Je ne sais pas", "Je ne veux pas répondre"];
        Assert.DoesNotContain(around.Document.QuerySelectorAll("label, th, p"), l => ways.Contains(Page.Text(l)));
        page = await page.Follow("Titre, échelles et mots de la fin");
        await page.Form("Enregistrer cette partie").Fill(ways[0], "نه پوهېږم").Fill(ways[1], "نه غواړم").Send();
        var kept = (await place.Db(db => db.Questionnaires.AsNoTracking().Include(q => q.Drafts).SingleAsync(q => q.Reference == given.Questionnaire))).Content;
        Assert.Equal(["نه پوهېږم", "نه غواړم"], ways.Select(w => kept.Languages[0].Said(w)));
    }

    [Fact]
    public void What_was_said_around_before_a_question_asks_for_it_is_not_lost_nor_said_in_two_ways()
    {
        const string french = "Je ne sais pas";
        var text = new QuestionnaireContent(new Wording("Essai")) { Sections = [new("p1") { Questions = [new("mot", QuestionKind.ShortText, new Wording("Un mot ?"))] }], Languages = In("ps").Languages };
        var key = text.AroundIn("ps").Single(t => t.French == french).Key;
        text = text.Translate("ps", k => k == key ? "یو" : null);
        var scale = text with { Sections = [new("p1") { Questions = [new("s", QuestionKind.Single, new Wording("?")) { Options = [new("A", new Wording("a")), new("B", new Wording("b"))] }] }] };
        var asked = scale.TextsIn("ps").Single(t => t.French == french);
        Assert.Equal("یو", asked.Said);
        Assert.DoesNotContain(scale.AroundIn("ps"), t => t.French == french);
        scale = scale.Translate("ps", k => k == asked.Key ? "دوه" : null);
        Assert.Equal("دوه", scale.Languages[0].Said(french));
        Assert.Equal("دوه", scale.TextsIn("ps").Single(t => t.French == french).Said);
    }

    /// <summary>What a team validates is what it has read: what it says around the questions too.</summary>
    [Fact]
    public void A_validated_language_whose_sentences_around_change_is_a_draft_again()
    {
        const string french = "Question {0} sur {1}";
        var content = In("en") with { Languages = [.. In("en").Languages.Select(l => l with { State = TranslationState.Validated })] };
        var key = content.AroundIn("en").Single(t => t.French == french).Key;
        Assert.Equal(TranslationState.Draft, Translations.Settle(content, content.Translate("en", k => k == key ? "{0} of {1}" : null)).Languages[0].State);
        var whole = content.Translate("en", k => content.TextsIn("en").Any(t => t.Key == k && t.Said is null) ? "said" : null);
        Assert.Equal(TranslationState.Validated, Translations.Settle(whole, whole with { Credit = new Credit { Author = "Ada" } }).Languages[0].State);
    }

    [Fact]
    public void What_the_house_says_is_not_written_down_and_may_be_said_otherwise()
    {
        var content = In("en");
        var french = "Suivant";
        var next = content.TextsIn("en").Single(t => t.French == french);
        Assert.Equal("Next", next.Said);
        Assert.Null(content.Translate("en", key => key == next.Key ? "Next" : null).Languages[0].Terms);
        var other = content.Translate("en", key => key == next.Key ? "Onwards" : null);
        Assert.Equal("Onwards", other.SpeechIn(other.Languages[0])!.Say(french));
        Assert.Equal(HouseTongues.Sentences.Count, HouseTongues.Sentences.Count(s => other.SpeechIn(other.Languages[0])!.Say(s) is { Length: > 0 }));
    }
}
