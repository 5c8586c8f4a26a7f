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
