namespace Croisee.Surveys.Answering;

/// <summary>What an anonymous survey keeps: nothing that leads back to a person, hence what can be asked before the sending, and not after. Texts may tell of somebody: whom to
/// write to, and on what the team rests, are said wherever there are some (art. 13).</summary>
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
        if (hasTexts && BasisOf(survey).ToList() is { Count: > 0 } basis) yield return ("Sur quoi nous nous fondons", basis);
        yield return ("Vos droits",
        [
            "Avant l’envoi, vous pouvez tout effacer. Après, personne ne peut retrouver vos réponses : nous ne pouvons donc ni vous les montrer, ni les corriger, ni les effacer.",
            .. hasTexts ? [$"Vous vous reconnaissez dans une phrase, écrite par vous ou par quelqu’un d’autre ? Demandez qu’elle soit effacée : {Whom(by, survey)}"] : Array.Empty<string>(),
            .. Dpo(survey, "Écrivez à la personne déléguée à la protection des données : "),
            "Vous pouvez aussi vous adresser à la CNIL : www.cnil.fr.",
        ]);
    }

    /// <summary>A survey opened before they were asked has neither: then the organisation's name, which it always has.</summary>
    public static string Whom(string by, Survey survey) => survey.Contact ?? $"{by}.";

    static IEnumerable<string> Dpo(Survey survey, string line) => survey.Dpo is { } dpo ? [$"{line}{dpo}."] : [];

    static IEnumerable<string> BasisOf(Survey survey)
    {
        if (survey.Basis is not { } basis) yield break;
        yield return "Une phrase peut parler de quelqu’un. " + basis switch
        {
            NamesBasis.PublicMission => "Nous la gardons pour une mission d’intérêt public (article 6-1-e du règlement général sur la protection des données).",
            NamesBasis.LegitimateInterest => "Nous la gardons dans l’intérêt légitime d’améliorer l’accompagnement avec les personnes concernées (article 6-1-f du règlement général sur la protection des données).",
            _ => "Nous la gardons avec votre accord, donné en l’envoyant (article 6-1-a du règlement général sur la protection des données).",
        };
        yield return "Vous n’êtes pas obligé d’écrire. Aucune décision n’est prise de façon automatique, aucun profil n’est établi.";
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
        yield return ("Vos droits",
        [
            "Avant d’envoyer, vous pouvez tout effacer.", "Après, nous ne pouvons plus.", "Personne ne sait quelles réponses sont à vous.",
            .. hasTexts ? ["Une phrase montrée parle de vous ?", "Vous pouvez demander de l’effacer.", $"Demandez ici : {Whom(by, survey)}"] : Array.Empty<string>(),
            .. Dpo(survey, "Vous pouvez écrire à : "),
        ]);
        yield return ("Qui garde vos réponses", [$"C’est {by}."]);
    }
}
