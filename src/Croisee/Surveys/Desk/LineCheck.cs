using Croisee.Surveys.Content;

namespace Croisee.Surveys.Desk;

/// <summary>Whether one line of a condition can be asked there: a question that comes before, a comparison that its kind of answer knows, a value that it offers.</summary>
/// <param name="target">Code of the question that the condition is of; a part gives its own, which no field bears.</param>
sealed class LineCheck(QuestionnaireContent content, IReadOnlyList<AnswerField> before, string target)
{
    /// <summary>Null when nothing is wrong.</summary>
    public (string Field, string Sentence)? Of(ConditionForm.LineForm line)
    {
        if (string.IsNullOrEmpty(line.Field)) return ("Field", "Choisissez la question que cette ligne regarde.");
        if (before.Where(f => f.Code == line.Field).Select(f => (AnswerField?)f).FirstOrDefault() is not { } field) return ("Field", NotBefore(line.Field));
        if (line.Test is not { } test || !Enum.IsDefined(test)) return ("Test", "Dites ce que la réponse doit être.");
        if (ConditionLine.NeedsOption(test)) return Option(line, field);
        if (ConditionLine.Compares(test)) return Bound(line, field);
        return ConditionLine.Counts(test) ? Count(line, field) : null;
    }

    string NotBefore(string code)
    {
        if (content.Find(code) is not { } asked) return "Cette question n’est plus dans le questionnaire.";
        return asked.Code == target ? "Une question ne peut pas dépendre de sa propre réponse." : $"« {(asked.Items.FirstOrDefault(i => i.Code == code)?.Text ?? asked.Text).Text} » n’est pas posée avant : choisissez une question qui vient avant, ou déplacez-la.";
    }

    static (string, string)? Option(ConditionForm.LineForm line, AnswerField field)
    {
        if (line.Answer?.Split('|') is not [var of, var option]) return ("Answer", "Choisissez la réponse attendue.");
        if (of != field.Code) return ("Answer", $"Cette réponse est celle d’une autre question. Choisissez-en une de « {field.Text.Text} ».");
        return field.Question.Kind is not QuestionKind.Ranking && field.Question.Choices().Contains(option) ? null : ("Answer", $"« {field.Text.Text} » ne propose pas cette réponse.");
    }

    static (string, string)? Bound(ConditionForm.LineForm line, AnswerField field)
    {
        if (field.Question.Kind is QuestionKind.Number) return line.Number is null ? ("Number", "Écrivez le nombre auquel comparer.") : null;
        if (!field.Question.MayBeCompared()) return ("Test", "Seul un nombre ou un point d’une échelle se compare. Prenez « est » ou « n’est pas ».");
        if (string.IsNullOrEmpty(line.Answer)) return line.Number is null ? ("Answer", "Choisissez le point de l’échelle auquel comparer.") : null;
        if (Option(line, field) is { } wrong) return wrong;
        return ConditionLine.PlaceOf(line.Answer.Split('|')[1]) is null ? ("Answer", "Cette réponse n’a pas de place sur une échelle. Prenez « est » ou « n’est pas ».") : null;
    }

    static (string, string)? Count(ConditionForm.LineForm line, AnswerField field)
    {
        if (!field.Question.MayBeCounted()) return ("Test", "On ne compte que les réponses d’une question à plusieurs choix.");
        return line.Number is null or < 0 or > AskedQuestion.OptionsMax ? ("Number", $"Écrivez combien de réponses, entre 0 et {AskedQuestion.OptionsMax}.") : null;
    }
}
