namespace Croisee.Surveys.Content;

/// <summary>What a question asks for (domain 5.7, 5.9). A scale is a closed vocabulary; a matrix is several items under one scale, each its own screen on a phone.</summary>
public enum QuestionKind { Single, Multiple, Scale, Matrix, Ranking, Number, Day, ShortText, LongText, Consent, Information }

public static class QuestionKinds
{
    /// <summary>Answered by choosing; a number and a day are counted by classes (<see cref="CountedClasses"/>), texts are read one by one.</summary>
    public static bool IsClosed(this QuestionKind kind) => kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Scale or QuestionKind.Matrix or QuestionKind.Ranking or QuestionKind.Consent;

    public static bool IsText(this QuestionKind kind) => kind is QuestionKind.ShortText or QuestionKind.LongText;

    public static bool HasOptions(this QuestionKind kind) => kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.Ranking;

    public static bool HasScale(this QuestionKind kind) => kind is QuestionKind.Scale or QuestionKind.Matrix;

    public static string French(this QuestionKind kind) => kind switch
    {
        QuestionKind.Single => "Un choix",
        QuestionKind.Multiple => "Plusieurs choix",
        QuestionKind.Scale => "Une échelle",
        QuestionKind.Matrix => "Plusieurs phrases, une même échelle",
        QuestionKind.Ranking => "Mettre dans l’ordre",
        QuestionKind.Number => "Un nombre",
        QuestionKind.Day => "Une date",
        QuestionKind.ShortText => "Une ligne de texte",
        QuestionKind.LongText => "Un texte",
        QuestionKind.Consent => "Un accord",
        _ => "Une information, sans question",
    };
}
