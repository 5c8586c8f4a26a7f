using Croisee.Words;

namespace Croisee.Surveys.Content;

/// <summary>What a careful colleague would say of the words of a questionnaire, whatever stands in them: a title, a help or an answer is read as often as a question.</summary>
static class WordsReview
{
    /// <summary>What is hard in any wording, not only in an easy one.</summary>
    static readonly EasyCheck[] HardForAll = [EasyCheck.Jargon, EasyCheck.Abbreviation, EasyCheck.Foreign];

    public static IEnumerable<ReviewPoint> Of(QuestionnaireContent content) => PlacedText.Each(content).GroupBy(t => (t.Question, t.Place)).SelectMany(same => same.Key.Place is TextPlace.Answer ? OfAnswers([.. same]) : same.SelectMany(OfOne));

    static IEnumerable<ReviewPoint> OfOne(PlacedText text)
    {
        var named = text.Place is not TextPlace.Question;
        if (string.IsNullOrWhiteSpace(text.Text.Easy)) yield return new(text.Question, named ? $"{text.Said} n’a pas de version facile à lire : écrivez-la." : "Écrivez sa version facile à lire : sans elle, la version facile montre la question courante.", "FAL-R1");
        else if (First(text.Text.Easy) is { } remark) yield return new(text.Question, $"{(named ? $"{text.Said}, version facile" : "Sa version facile")} : « {remark.Seen} ». {remark.Advice}");
        if (First(text.Text.Text, HardForAll) is { } hard) yield return new(text.Question, $"{(named ? $"{text.Said} : « {hard.Seen} »" : $"« {hard.Seen} »")} est difficile, dans la version courante aussi. {hard.Advice}");
    }

    /// <summary>An answer of a word or two is often easy as it is: only what would be hard is told, and of several that are, the first.</summary>
    static IEnumerable<ReviewPoint> OfAnswers(IReadOnlyList<PlacedText> answers)
    {
        foreach (var answer in answers)
            if (First(string.IsNullOrWhiteSpace(answer.Text.Easy) ? answer.Text.Text : answer.Text.Easy) is { } remark)
            {
                yield return new(answer.Question, $"{answer.Said}, {(string.IsNullOrWhiteSpace(answer.Text.Easy) ? "sans version facile" : "version facile")} : « {remark.Seen} ». {remark.Advice}");
                break;
            }
        foreach (var answer in answers)
            if (First(answer.Text.Text, HardForAll) is { } hard)
            {
                yield return new(answer.Question, $"{answer.Said} : « {hard.Seen} » est difficile, dans la version courante aussi. {hard.Advice}");
                break;
            }
    }

    static EasyRemark? First(string text, EasyCheck[]? among = null) => EasyReport.Of(text).Sentences.SelectMany(s => s.Remarks).FirstOrDefault(r => among?.Contains(r.Check) ?? true);

    /// <summary>Once something is read by a human voice, what is not stands out: also a text that lost its recording because its words changed.</summary>
    public static IEnumerable<ReviewPoint> Voices(QuestionnaireContent content)
    {
        static bool IsRecorded(PlacedText text) => text.Text.Audio is { Length: > 0 };
        var texts = PlacedText.Each(content).ToList();
        if (!texts.Exists(IsRecorded)) yield break;
        if (texts.Where(t => t.Question is null && !IsRecorded(t)).ToList() is { Count: > 0 } around) yield return new(null, Mute(around));
        foreach (var question in texts.Where(t => t.Question is not null).GroupBy(t => t.Question))
            if (question.Where(t => !IsRecorded(t)).ToList() is { Count: > 0 } mute)
                yield return new(question.Key, mute.Count == 1 && mute[0].Place is TextPlace.Question ? "D’autres textes sont lus par une voix humaine, pas celle-ci : enregistrez-la, ou l’appareil la lit."
                    : Mute(mute));
    }

    static string Mute(IReadOnlyList<PlacedText> texts) =>
        $"D’autres textes sont lus par une voix humaine, pas {(texts.Count == 1 ? "celui-ci" : "ceux-ci")} : {string.Join(", ", texts.Take(3).Select(t => t.Place is TextPlace.Question ? "la question" : char.ToLowerInvariant(t.Said[0]) + t.Said[1..]))}{(texts.Count > 3 ? "…" : "")}. {(texts.Count == 1 ? "Enregistrez-le, ou l’appareil le lit." : "Enregistrez-les, ou l’appareil les lit.")}";
}
