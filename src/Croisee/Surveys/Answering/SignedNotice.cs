using Croisee.Words;

namespace Croisee.Surveys.Answering;

/// <summary>The notice of a survey whose answers bear a name: all that article 13 asks (domain 10.1), with the rights of EXP-R6. The organiser's DPO confirms it.</summary>
static class SignedNotice
{
    public static IEnumerable<(string Title, IReadOnlyList<string> Said)> Full(string by, Survey survey, Func<DateOnly, string> day)
    {
        yield return ("Ce que nous gardons, et pourquoi",
        [
            $"Responsable du traitement : {by}.",
            "Nous gardons le nom que vous choisissez de donner, vos réponses, le lieu, le jour de l’envoi et, si vous le dites, comment vous avez répondu.",
            $"Vos réponses servent à ceci : {survey.Purpose}",
            $"Un groupe a accepté que les réponses portent un nom : {survey.AgreedToNames}",
        ]);
        yield return ("Qui lit vos réponses", ["L’équipe de l’enquête, et personne d’autre. Chaque lecture est notée. Rien n’est publié, vendu ni cédé.", "Ne donnez aucune information de santé, ni sur vous, ni sur quelqu’un d’autre."]);
        yield return ("Combien de temps", [$"L’enquête finit le {day(survey.ClosesOn)}. Tout est effacé un an après. Si vous le demandez, c’est effacé avant."]);
        yield return ("Sur quoi nous nous fondons",
        [
            survey.Basis switch
            {
                NamesBasis.PublicMission => "Cette enquête fait partie d’une mission d’intérêt public (article 6-1-e du règlement général sur la protection des données).",
                NamesBasis.LegitimateInterest => "Cette enquête répond à l’intérêt légitime d’améliorer l’accompagnement avec les personnes concernées (article 6-1-f du règlement général sur la protection des données).",
                NamesBasis.Agreement => "Cette enquête repose sur votre accord, donné en envoyant vos réponses (article 6-1-a du règlement général sur la protection des données). Vous pouvez le reprendre à tout moment.",
                _ => "Demandez-le à l’équipe de l’enquête : elle n’avait pas à l’écrire quand cette enquête a été ouverte.",
            },
            "Vous n’êtes pas obligé de répondre. Aucune décision n’est prise de façon automatique, aucun profil n’est établi.",
        ]);
        yield return ("Vos droits",
        [
            "Vous pouvez demander à voir vos réponses, à les corriger, à les effacer, à en limiter l’usage, ou vous opposer à leur usage. Vous pouvez reprendre un accord donné.",
            .. Whom(survey, "Pour faire effacer vos réponses : ", "Écrivez à la personne déléguée à la protection des données : "),
            "Vous pouvez aussi adresser une réclamation à la CNIL : Commission nationale de l’informatique et des libertés, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.",
        ]);
    }

    /// <summary>One idea a line.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<string> Said)> Easy(string by, Survey survey)
    {
        yield return ("Ce que nous gardons, et pourquoi", ["Nous gardons votre nom.", "Vous choisissez ce nom.", "Nous gardons aussi vos réponses.", "Voici pourquoi :", survey.Purpose]);
        yield return ("Qui lit vos réponses", ["L’équipe lit vos réponses.", "Elle voit votre nom.", "Personne d’autre ne les lit.", "N’écrivez pas de maladie."]);
        yield return ("Combien de temps", [$"L’enquête finit le {survey.ClosesOn.InWords()}.", "Un an après, nous effaçons tout."]);
        yield return ("Vos droits",
        [
            "Vous n’êtes pas obligé de répondre.", "Vous pouvez dire : montrez-moi mes réponses.", "Vous pouvez dire : corrigez mes réponses.", "Vous pouvez dire : effacez mes réponses.", "Vous pouvez dire : je ne veux plus.",
            .. Whom(survey, "Pour effacer, demandez ici : ", "Vous pouvez écrire à : "), "Vous pouvez aussi écrire à la CNIL.", "La CNIL protège vos informations.", "Son site : www.cnil.fr",
        ]);
        yield return ("Qui garde vos réponses", [$"C’est {by}."]);
    }

    /// <summary>A survey opened before they were asked has neither.</summary>
    static IEnumerable<string> Whom(Survey survey, string erase, string dpo)
    {
        if (survey.Contact is { } contact) yield return erase + contact;
        if (survey.Dpo is { } email) yield return $"{dpo}{email}.";
    }
}
