using Croisee.Surveys.Content;
using Xunit;

namespace Croisee.Tests.Surveys;

/// <summary>Text by text in another language: what is missing is counted, and a text that changes makes a draft of what was validated.</summary>
[Trait("kind", "pure")]
public sealed class TranslationsTest
{
    static readonly QuestionnaireContent Pashto = Given.EveryKind with { Languages = [new("ps", "پښتو", TranslationState.Draft, RightToLeft: true)] };

    static QuestionnaireContent Whole(TranslationState state)
    {
        var whole = Pashto.Translate("ps", key => "نص " + key);
        return whole with { Languages = [.. whole.Languages.Select(l => l with { State = state })] };
    }

    [Fact]
    public void Every_text_is_there_once_scales_and_agreements_too()
    {
        var texts = Pashto.TextsIn("ps");
        Assert.Equal(texts.Count, texts.Select(t => t.Key).Distinct().Count());
        Assert.Equal(texts.Count, Pashto.Missing("ps"));
        Assert.Superset(new HashSet<string> { "titre", "q.connu", "i.avis_1", "o.lieux.SALON", "e.OUN_OUI", "e.ACC5_1", "e.oui" }, texts.Select(t => t.Key).ToHashSet());
    }

    [Fact]
    public void What_is_written_is_read_back_and_kept_in_a_file()
    {
        var whole = Whole(TranslationState.Validated);
        Assert.Equal(0, whole.Missing("ps"));
        var read = ContentJson.TryRead(ContentJson.Write(whole)).Content!;
        Assert.Equal(whole.TextsIn("ps"), read.TextsIn("ps"));
        Assert.Empty(ContentFaults.Of(read));
        var bare = whole.WithoutLanguage("ps");
        Assert.Equal(ContentJson.Write(Given.EveryKind), ContentJson.Write(bare));
    }

    [Fact]
    public void An_empty_text_takes_the_translation_away_and_others_stay()
    {
        var without = Whole(TranslationState.Draft).Translate("ps", key => key == "q.connu" ? " " : null);
        Assert.Equal(["q.connu"], without.TextsIn("ps").Where(t => t.Said is null).Select(t => t.Key));
    }

    [Fact]
    public void A_scale_is_answered_in_the_language_with_the_same_codes()
    {
        var question = Pashto.Find("connu")!;
        var language = Whole(TranslationState.Validated).Languages[0];
        var options = Scales.OfferedBy(question, language);
        Assert.Equal(Scales.OfferedBy(question).Select(o => o.Code), options.Select(o => o.Code));
        Assert.Equal("نص e.OUN_OUI", options.Single(o => o.Code == "OUN_OUI").Text.For(new Reader(Easy: true, In: language)));
        Assert.Equal("Oui", options.Single(o => o.Code == "OUN_OUI").Text.For(new Reader(Easy: false)));
    }

    [Fact]
    public void A_changed_text_makes_the_translation_a_draft_again()
    {
        var whole = Whole(TranslationState.Validated);
        TranslationState After(QuestionnaireContent changed) => Translations.Settle(whole, changed).Languages[0].State;
        var question = whole.Find("connu")!;
        Assert.Equal(TranslationState.Validated, After(whole));
        Assert.Equal(TranslationState.Validated, After(whole.Move("connu", up: false)));
        Assert.Equal(TranslationState.Validated, After(whole.Without("mot")));
        Assert.Equal(TranslationState.Validated, After(whole.Put("debut", question with { Required = false })));
        Assert.Equal(TranslationState.Draft, After(whole.Put("debut", question with { Text = question.Text with { Text = "Connaissez-vous le conseil ?" } })));
        Assert.Equal(TranslationState.Draft, After(whole.Translate("ps", key => key == "q.connu" ? "غيره" : null)));
        Assert.Equal(TranslationState.Draft, After(whole.Put("debut", new AskedQuestion("neuve", QuestionKind.ShortText, new Wording("Un mot ?")))));
    }

    [Fact]
    public void New_words_of_the_house_make_no_draft_and_refuse_no_publication()
    {
        var older = Whole(TranslationState.Validated).Translate("ps", key => key == "e." + HouseWords.Analysts ? "" : null);
        Assert.Equal(1, older.Missing("ps"));
        Assert.Equal(TranslationState.Validated, Translations.Settle(older, older.Without("mot")).Languages[0].State);
        Assert.Empty(ContentFaults.Of(older));
    }

    [Fact]
    public void A_language_said_to_be_validated_must_be_whole_to_be_published()
    {
        var lacking = Pashto with { Languages = [Pashto.Languages[0] with { State = TranslationState.Validated }] };
        Assert.Equal(["La langue « pachto » est dite validée, mais des textes n’y sont pas traduits."], ContentFaults.Of(lacking).Select(f => f.Sentence));
    }

    [Fact]
    public void The_closed_list_has_each_language_once() => Assert.Equal(Tongues.All.Count, Tongues.All.DistinctBy(t => t.Tag).Count());
}
