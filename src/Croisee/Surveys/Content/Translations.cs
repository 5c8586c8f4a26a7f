using Croisee.Words;

namespace Croisee.Surveys.Content;

/// <summary>One text to translate.</summary>
/// <param name="Part">Code of its part, or <see cref="Translations.Common"/>.</param>
/// <param name="Key">The same from one version to the next.</param>
/// <param name="Said">In the other language; null when it is missing.</param>
public sealed record TextToTranslate(string Part, string Key, string French, string? Said);

/// <summary>
/// A questionnaire text by text in one language. A validated language lacks nothing and says what was read: a text that changes, in French or there,
/// makes it a draft again.
/// </summary>
public static class Translations
{
    public const string Common = "textes-communs";
    /// <summary>What the house says around the questions, beyond its common words: a language is whole without it, and its pages then stay French around the questions.</summary>
    public const string Around = "autour-des-questions";
    /// <summary>Characters: other languages take more room than French.</summary>
    public const int LongestText = 2 * Wording.TextMax;

    public static IReadOnlyList<TextToTranslate> TextsIn(this QuestionnaireContent content, string tag)
    {
        var texts = new List<TextToTranslate>();
        content.Each((part, key, wording) =>
        {
            texts.Add(new(part, key, wording.Text, wording.In?.GetValueOrDefault(tag) is { Length: > 0 } said ? said : null));
            return wording;
        });
        var language = content.Languages.FirstOrDefault(l => l.Tag == tag);
        // Scales have words in common: each is asked once.
        texts.AddRange(content.Terms().GroupBy(o => o.Text.Text).Select(same => new TextToTranslate(Common, Key(same), same.Key, same.Select(o => language?.Terms?.GetValueOrDefault(o.Code)).FirstOrDefault(said => said is { Length: > 0 }) ?? language.Said(same.Key) ?? HouseTongues.Said(tag, same.Key))));
        return texts;
    }

    /// <summary>The sentences of the house around the questions, beside <see cref="TextsIn"/>.</summary>
    public static IReadOnlyList<TextToTranslate> AroundIn(this QuestionnaireContent content, string tag) =>
        content.Languages.FirstOrDefault(l => l.Tag == tag) is not { } language ? [] : [.. HouseWords.AroundOf(content).Select(a => new TextToTranslate(Around, Key([a]), a.Text.Text, language.Said(a.Text.Text)))];

    public static int Missing(this QuestionnaireContent content, string tag) => content.TextsIn(tag).Count(t => t.Said is null);

    /// <summary>A text that nobody could have translated does not count: the house found new words since, and they show in French.</summary>
    public static bool IsWhole(this QuestionnaireContent content, string tag)
    {
        var house = HouseWords.All.Append(HouseWords.MustAnswer).Append(AnswerOption.Unknown).Concat(HouseWords.Conditions).Select(w => Key([w])).ToHashSet(StringComparer.Ordinal);
        return content.TextsIn(tag).All(t => t.Said is not null || house.Contains(t.Key));
    }

    /// <param name="said">By key: null leaves a text as it was, an empty one takes its translation away.</param>
    public static QuestionnaireContent Translate(this QuestionnaireContent content, string tag, Func<string, string?> said)
    {
        var turned = content.Each((_, key, wording) => said(key) is { } text ? wording with { In = With(wording.In, tag, text) } : wording);
        var words = content.Terms().Concat(HouseWords.AroundOf(content)).ToList();
        var keys = words.GroupBy(o => o.Text.Text).ToDictionary(same => same.Key, Key, StringComparer.Ordinal);
        // What the house says anyway is not written down: it may say it better one day.
        string? Told(AnswerOption word) => said(keys[word.Text.Text]) is { } text ? text.Trim() == HouseTongues.Said(tag, word.Text.Text) ? "" : text : null;
        return turned with
        {
            Languages = [.. turned.Languages.Select(l => l.Tag != tag ? l : l with { Terms = words.Aggregate(l.Terms, (terms, o) => Told(o) is { } text ? Under(terms, o, text) : terms) })],
        };
    }

    /// <summary>Under its code, and under whichever other it was said before: one sentence is not said in two ways.</summary>
    static IReadOnlyDictionary<string, string>? Under(IReadOnlyDictionary<string, string>? terms, AnswerOption word, string text) =>
        HouseWords.CodesOf(word.Text.Text).Where(code => terms?.ContainsKey(code) is true).Append(word.Code).Aggregate(terms, (said, code) => With(said, code, text));

    static string Key(IEnumerable<AnswerOption> same) => "e." + same.First().Code;

    static SortedDictionary<string, string>? With(IReadOnlyDictionary<string, string>? before, string key, string text)
    {
        var after = new SortedDictionary<string, string>(before?.ToDictionary() ?? [], StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text)) after.Remove(key); else after[key] = text.Trim();
        return after.Count == 0 ? null : after;
    }

    /// <summary>A language and all that was said in it.</summary>
    public static QuestionnaireContent WithoutLanguage(this QuestionnaireContent content, string tag) =>
        content.Translate(tag, _ => "") with { Languages = [.. content.Languages.Where(l => l.Tag != tag)] };

    /// <summary>What the scales and agreements of this questionnaire offer, and what the house says around them: translated once for a language.</summary>
    public static IEnumerable<AnswerOption> Terms(this QuestionnaireContent content) =>
        content.Questions.SelectMany(Scales.OfferedBy).Concat(content.Questions.Any(q => q.MayNotKnow) ? [AnswerOption.Unknown] : []).Concat(content.Questions.Any(q => q.MayRefuse) ? [AnswerOption.Refusal] : []).Concat(HouseWords.All).Concat(content.Questions.Any(q => q.Required) ? [HouseWords.MustAnswer] : [])
            .Concat(content.Sections.Any(s => s.ShownIf is not null || s.Questions.Any(q => q.ShownIf is not null)) ? HouseWords.Conditions : []).DistinctBy(o => o.Code);

    /// <summary>After a change, what no longer says what was read is a draft again.</summary>
    public static QuestionnaireContent Settle(QuestionnaireContent before, QuestionnaireContent after) => after with
    {
        Languages = [.. after.Languages.Select(l => l.State is TranslationState.Draft || StillHolds(before, after, l) ? l : l with { State = TranslationState.Draft })],
    };

    static bool StillHolds(QuestionnaireContent before, QuestionnaireContent after, LanguageState language)
    {
        var read = before.TextsIn(language.Tag).Concat(before.AroundIn(language.Tag)).ToLookup(t => t.Key);
        foreach (var text in after.TextsIn(language.Tag).Concat(after.AroundIn(language.Tag)))
        {
            var was = read[text.Key].FirstOrDefault();
            // It was not read then either: a word that the house found since.
            if (text.Said is null && was is { Said: null }) continue;
            // What is said around the questions holds no language back, nor what the questionnaire stopped asking for.
            if (text.Said is null && was is null && text.Part == Around) continue;
            if (text.Said is null && language.State is TranslationState.Validated) return false;
            if (was is not null && (text.Said != was.Said || text.French != was.French && text.Said is not null)) return false;
        }
        return true;
    }
}
