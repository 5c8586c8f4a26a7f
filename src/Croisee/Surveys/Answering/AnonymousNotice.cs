namespace Croisee.Surveys.Answering;

/// <summary>What an anonymous survey keeps: nothing that leads back to a person, hence what can be asked before the sending, and not after.</summary>
static class AnonymousNotice
{
    public static IEnumerable<(string Title, IReadOnlyList<string> Said)> Of(string by, Survey survey, bool hasTexts, bool easy) => easy ? Easy(by, survey, hasTexts) : Full(by, survey, hasTexts);

    static IEnumerable<(string Title, IReadOnlyList<string> Said)> Full(string by, Survey survey, bool hasTexts)
    {
        yield return ("Ce que nous gardons, et pourquoi",
        [
            "Nous gardons vos réponses, le lieu, le jour de l’envoi et, si vous le dites, comment vous avez répondu. Ni votre nom, ni votre adresse, ni l’heure.",
            $"Vos réponses servent à ceci : {survey.Purpose}", $"L’enquête est faite par {by}.",
        ]);
        yield return ("Qui lit vos réponses",
        [
            $"Tout le monde lit des résultats en pourcentages, quand au moins {survey.ShownFrom} personnes ont répondu.",
            "Des analystes déclarés par l’équipe, qui se sont engagés par écrit, peuvent lire les réponses une par une, sans nom ni jour précis. Chaque lecture est notée.",
            .. hasTexts ? ["L’équipe de l’enquête lit ce que vous écrivez avec vos mots, à part de vos autres réponses. Elle peut le montrer à tout le monde. N’écrivez pas de nom, ni rien sur la santé de quelqu’un."] : Array.Empty<string>(),
        ]);
        yield return ("Combien de temps", [hasTexts ? "Les réponses cochées : cinq ans après la fin de l’enquête. Ce que vous écrivez : douze mois." : "Cinq ans après la fin de l’enquête."]);
        yield return ("Vos droits",
        [
            "Avant l’envoi, vous pouvez tout effacer. Après, personne ne peut retrouver vos réponses : nous ne pouvons donc ni vous les montrer, ni les corriger, ni les effacer.",
            "Vous pouvez aussi vous adresser à la CNIL : www.cnil.fr.",
        ]);
    }

    static IEnumerable<(string Title, IReadOnlyList<string> Said)> Easy(string by, Survey survey, bool hasTexts)
    {
        yield return ("Ce que nous gardons, et pourquoi", ["Nous gardons vos réponses.", "Nous ne gardons pas votre nom.", "Voici pourquoi :", survey.Purpose]);
        yield return ("Qui lit vos réponses",
        [
            "Tout le monde peut lire les résultats.", "Des personnes étudient les réponses.", "Elles ne voient pas votre nom.",
            .. hasTexts ? ["L’équipe lit ce que vous écrivez.", "Tout le monde peut le lire un jour.", "N’écrivez pas de nom."] : Array.Empty<string>(),
        ]);
        yield return ("Combien de temps", ["Nous gardons les réponses 5 ans.", .. hasTexts ? ["Nous gardons vos phrases un an."] : Array.Empty<string>()]);
        yield return ("Vos droits", ["Avant d’envoyer, vous pouvez tout effacer.", "Après, nous ne pouvons plus.", "Personne ne sait quelles réponses sont à vous."]);
        yield return ("Qui garde vos réponses", [$"C’est {by}."]);
    }
}
