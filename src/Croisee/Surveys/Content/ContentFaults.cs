using System.Text.RegularExpressions;

namespace Croisee.Surveys.Content;

/// <summary>What keeps a questionnaire from being published, with the code of the question concerned.</summary>
/// <param name="Cause">Of a fault in a condition: what it looks at and what is wrong with it, by codes. The sentence names a question by its words, which may change while the fault stays.</param>
public sealed record ContentFault(string? Question, string Sentence, string? Cause = null)
{
    /// <summary>The same fault, whatever the words of the questions are now.</summary>
    public bool IsStill(ContentFault before) => Question == before.Question && (Cause is null ? Sentence == before.Sentence : Cause == before.Cause);
}

/// <summary>A questionnaire that has none of these can be put to anybody in any way of answering.</summary>
public static partial class ContentFaults
{
    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,19}$", RegexOptions.NonBacktracking)]
    private static partial Regex GoodCode();

    public static IReadOnlyList<ContentFault> Of(QuestionnaireContent content)
    {
        var faults = new List<ContentFault>();
        void Say(string? question, string sentence, string? cause = null) => faults.Add(new(question, sentence, cause));

        if (string.IsNullOrWhiteSpace(content.Title.Text)) Say(null, "Donnez un titre au questionnaire.");
        if (!content.Questions.Any(q => q.Kind is not QuestionKind.Information)) Say(null, "Écrivez au moins une question.");
        if (content.Sections.Count > QuestionnaireContent.SectionsMax) Say(null, $"Un questionnaire a {QuestionnaireContent.SectionsMax} parties au plus.");
        if (content.Questions.Count() > QuestionnaireContent.QuestionsMax) Say(null, $"Un questionnaire a {QuestionnaireContent.QuestionsMax} questions au plus.");
        if (content.Credit is { } credit && new[] { credit.Author, credit.Source, credit.Licence }.Any(c => c?.Length > Credit.Max)) Say(null, $"L’auteur, la source et la licence ont {Credit.Max} caractères au plus.");
        foreach (var language in content.Languages.Where(l => l.State is TranslationState.Validated && !content.IsWhole(l.Tag)))
            Say(null, $"La langue « {language.French()} » est dite validée, mais des textes n’y sont pas traduits.");

        faults.AddRange(WordingFaults.Of(content, code => GoodCode().IsMatch(code)));
        var before = new HashSet<string>(StringComparer.Ordinal);
        var codes = new HashSet<string>(UsedCodes.Same);
        foreach (var section in content.Sections)
        {
            Look(section.ShownIf, null);
            foreach (var question in section.Questions)
            {
                Look(question.ShownIf, question.Code);
                foreach (var fault in Of(question)) Say(question.Code, fault);
                foreach (var code in question.Items.Select(i => i.Code).Prepend(question.Code))
                    if (!GoodCode().IsMatch(code)) Say(question.Code, $"Le code « {code} » ne convient pas : une lettre, puis des lettres, des chiffres ou « _ », 20 au plus.");
                    else if (!codes.Add(code)) Say(question.Code, $"Le code « {code} » sert deux fois.");
                foreach (var field in question.Fields()) before.Add(field.Code);
            }
        }
        return faults;

        // A team knows its questions by their words; the code alone is left of one that was taken away.
        string WordsOf(string field) => content.Find(field) is { Text.Text: { Length: > 0 } text } ? text : field;

        // Only what stands before: there can be no circle, and a person never meets a question that an answer to come would hide.
        void Look(Condition? condition, string? question)
        {
            if (condition is null) return;
            if (condition.Depth > Condition.DepthMax) Say(question, "Sa condition est trop imbriquée.");
            foreach (var read in condition.Reads.Distinct())
                if (!before.Contains(read)) Say(question, $"Sa condition regarde « {WordsOf(read)} », qui ne vient pas avant.", $"avant|{read}");
            foreach (var named in condition.Names.Distinct())
                if (before.Contains(named.Field) && !MayBeChosen(content.Find(named.Field)!, named.Option)) Say(question, $"Sa condition regarde la réponse « {named.Option} » à « {WordsOf(named.Field)} », qui n’existe pas.", $"option|{named.Field}|{named.Option}");
            foreach (var line in condition.Lines)
                if (line.Reads.First() is var field && before.Contains(field) && ConditionSense.FaultOf(line, content.Find(field)!, WordsOf(field)) is { } senseless) Say(question, senseless, $"sens|{line.GetType().Name}|{field}");
        }
    }

    /// <summary>False only where the answers are a list and it is not in it: an answer taken away since would hide a question from everybody.</summary>
    static bool MayBeChosen(AskedQuestion question, string option) =>
        question.Kind.HasScale() && !Scales.Has(question.Scale) || !question.Kind.HasScale() && !question.Kind.HasOptions() && question.Kind is not QuestionKind.Consent || question.Choices().Contains(option);

    static IEnumerable<string> Of(AskedQuestion question)
    {
        if (string.IsNullOrWhiteSpace(question.Text.Text)) yield return "Écrivez la question.";
        foreach (var text in Wordings(question))
            if (WordingFaults.IsTooLong(text)) { yield return $"Un texte dépasse {Wording.TextMax} caractères."; break; }
        if (question.Least > question.Most) yield return "« Au moins » est plus grand que « au plus ».";
        if (question.Kind.HasScale() && !Scales.Has(question.Scale)) yield return "Choisissez une échelle.";
        if (question.Kind is QuestionKind.Matrix && question.Items.Count is 0 or > AskedQuestion.ItemsMax) yield return $"Écrivez entre une et {AskedQuestion.ItemsMax} phrases.";
        if (!question.Kind.HasOptions()) yield break;
        if (question.Options.Count(o => !o.Silent) < 2) yield return "Écrivez au moins deux réponses possibles.";
        if (question.Options.Count > AskedQuestion.OptionsMax) yield return $"Une question a {AskedQuestion.OptionsMax} réponses possibles au plus.";
        if (question.Options.Any(o => string.IsNullOrWhiteSpace(o.Text.Text))) yield return "Une réponse possible n’a pas de texte.";
        // Of a ranking, each answer has a field of its own.
        if (question.Options.Select(o => o.Code).Distinct(question.Kind is QuestionKind.Ranking ? UsedCodes.Same : StringComparer.Ordinal).Count() < question.Options.Count) yield return "Deux réponses possibles ont le même code.";
        if (question.Options.Any(o => !GoodCode().IsMatch(o.Code))) yield return "Le code d’une réponse possible ne convient pas : une lettre, puis des lettres, des chiffres ou « _ », 20 au plus.";
        if (question.Least > question.Options.Count(o => !o.Silent)) yield return "Elle demande plus de choix qu’il n’y a de réponses.";
    }

    static IEnumerable<Wording> Wordings(AskedQuestion question) =>
        question.Options.Select(o => o.Text).Concat(question.Items.Select(i => i.Text)).Append(question.Text).Concat(question.Help is { } help ? [help] : []);
}
