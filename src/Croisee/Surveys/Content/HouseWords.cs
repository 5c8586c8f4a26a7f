namespace Croisee.Surveys.Content;

/// <summary>
/// What the house itself says to whoever answers, and must be said in their language too: whether it is anonymous, who reads what, and how to go on, pass, come back later
/// or stop. Translated with a questionnaire, once for a language, beside the words of its scales.
/// </summary>
public static class HouseWords
{
    public const string Anonymous = "m.anonyme", NothingKept = "m.rien-garde", Shown = "m.montre", Free = "m.libre", NotSentYet = "m.pas-envoye", WholePage = "m.page", OneByOne = "m.une-a-une", Begin = "m.commencer",
        Next = "m.suivant", Pass = "m.passer", Back = "m.revenir", Keep = "m.garder", Stop = "m.effacer", StopSurely = "m.tout-effacer", GoOn = "m.continuer", Erased = "m.efface", Ready = "m.fini", Send = "m.envoyer", Arrived = "m.merci", Wrong = "m.erreur", Nothing = "m.rien-a-envoyer", NoNames = "m.sans-nom", Required = "m.obligatoire",
        TextsRead = "m.phrases", TextRead = "m.phrase", Analysts = "m.analystes",
        OnlyIf = "m.seulement-si", Unless = "m.sauf-si", And = "m.et", Or = "m.ou";

    /// <summary>Said to whoever sends nothing, where they may still answer or stop.</summary>
    public const string NothingToSend = "Vous n’avez répondu à aucune question : il n’y a rien à envoyer.", NothingToSendEasily = "Vous n’avez pas répondu. On ne peut rien envoyer.";

    static readonly (string Code, string French)[] Words =
    [
        (Anonymous, "Vos réponses sont anonymes."),
        (NothingKept, "Nous ne gardons ni votre nom, ni votre adresse, ni l’heure. Personne ne peut retrouver qui a répondu."),
        (Shown, "On montre des résultats en pourcentages, quand assez de personnes ont répondu. Jamais les réponses d’une seule personne."),
        (Free, "Vous pouvez passer une question, ou arrêter quand vous voulez."),
        (NotSentYet, "Rien n’est envoyé avant que vous appuyiez sur « Envoyer mes réponses »."),
        (WholePage, "Toutes les questions sur une page"),
        (OneByOne, "Une question à la fois, avec des images"),
        (Begin, "Commencer"),
        (Next, "Suivant"),
        (Pass, "Passer cette question"),
        (Back, "Revenir"),
        (Keep, "Garder pour plus tard"),
        (Stop, "Arrêter et effacer"),
        (StopSurely, "Oui, tout effacer"),
        (GoOn, "Non, continuer"),
        (Erased, "Vos réponses sont effacées"),
        (Ready, "C’est fini. On envoie ?"),
        (Send, "Envoyer mes réponses"),
        (Arrived, "Merci, vos réponses sont arrivées"),
        (Wrong, "Une réponse est à revoir. Rien n’est perdu."),
        (Nothing, NothingToSend),
        (NoNames, "N’écrivez pas de nom, ni rien sur la santé de quelqu’un."),
        (TextsRead, "L’équipe de l’enquête lit ce que vous écrivez. Elle peut le montrer à tout le monde."),
        (TextRead, "L’équipe de l’enquête lit ce texte."),
        (Analysts, "Des analystes déclarés peuvent lire les réponses une par une, sans nom."),
    ];

    /// <summary>Beside the answers of the scales: each is a text to translate.</summary>
    internal static readonly IReadOnlyList<AnswerOption> All = [.. Words.Select(w => new AnswerOption(w.Code, new Wording(w.French)))];

    /// <summary>Beside a question that must be answered: to translate only where there is one.</summary>
    internal static readonly AnswerOption MustAnswer = new(Required, new Wording("(il faut répondre)"));

    /// <summary>Before a question that is not for everybody, where all are on one page: to translate only where there is one.</summary>
    internal static readonly IReadOnlyList<AnswerOption> Conditions = [new(OnlyIf, new Wording("Seulement si :")), new(Unless, new Wording("Sauf si :")), new(And, new Wording("et")), new(Or, new Wording("ou"))];

    /// <summary>Null where this language does not have it yet: French stands instead.</summary>
    public static string? Said(this LanguageState? language, string code) => language?.Terms?.GetValueOrDefault(code) is { Length: > 0 } said ? said : null;
}
