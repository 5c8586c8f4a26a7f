using Croisee.Words;

namespace Croisee.Experiences.Calls;

/// <summary>A heading and its paragraphs.</summary>
public sealed record NoticePart(string Title, IReadOnlyList<string> Paragraphs);

/// <summary>The privacy notice from the template of domain 1.8, completed by what article 13 of the RGPD asks (domain 10.1) and the rights of EXP-R6.</summary>
public static class NoticeText
{
    public static IReadOnlyList<NoticePart> Full(string organiser, CallNotice notice) =>
    [
        new("À quoi servent vos coordonnées",
        [
            $"{organiser} utilise votre nom et vos coordonnées seulement pour revenir vers vous pendant {Work(notice)}.",
            $"Seuls les agents de {organiser} chargés de l’appel y ont accès. Le groupe qui lit les expériences ne les voit pas. Elles ne sont ni vendues ni cédées.",
            "Ne donnez aucune information de santé sur une personne.",
        ]),
        new("Combien de temps",
        [
            notice.KeptUntilDay is { } end
                ? $"Nous gardons ces données jusqu’à la fin de ces travaux, prévue le {end.Short()}, et {CallNotice.MonthsAfterWork} mois au plus après. Ensuite, nous les effaçons."
                : $"Nous gardons ces données jusqu’à la fin de ces travaux, et {CallNotice.MonthsAfterWork} mois au plus après. Ensuite, nous les effaçons.",
            "Si vous avez choisi de publier une adresse, elle quitte la page publiée en même temps.",
            $"Si vous cochez la case à la fin, nous gardons ces données {ContactStore.RecontactYears} ans après cet accord, pour vous recontacter pour d’autres projets ; vous pouvez changer d’avis à tout moment.",
            "Un brouillon auquel personne ne touche pendant six mois est effacé. Nous écrivons deux semaines avant à l’adresse donnée, s’il y en a une.",
            $"Une expérience que vous retirez n’est plus lue par l’équipe ni par le groupe. Son texte, ses fichiers et ses messages sont effacés {Forget.WithdrawnDays} jours après. Il reste son titre et la date du retrait.",
        ]),
        new("Sur quoi nous nous fondons",
        [
            $"Responsable du traitement : {organiser}.",
            notice.Basis is LegalBasis.PublicMission
                ? "Ce recueil fait partie d’une mission d’intérêt public (article 6-1-e du règlement général sur la protection des données)."
                : "Ce recueil répond à l’intérêt légitime de faire progresser l’accompagnement et les soins avec les personnes concernées (article 6-1-f du règlement général sur la protection des données).",
            "Être recontacté pour d’autres projets et publier la fiche reposent sur votre accord (article 6-1-a), que vous pouvez reprendre à tout moment.",
            "Vous pouvez envoyer une expérience sans donner de nom ni d’adresse : votre code suffit pour lire nos réponses. Avec une adresse, nous pouvons aussi vous écrire. Aucune décision n’est prise de façon automatique, aucun profil n’est établi.",
        ]),
        new("Vos droits",
        [
            "Vous pouvez demander à voir vos données, à les corriger, à les effacer, à en limiter l’usage, ou vous opposer à leur usage. Vous pouvez reprendre un accord donné.",
            $"Écrivez à la personne déléguée à la protection des données : {Dpo(notice)}.",
            "Avec votre code, vous pouvez aussi voir, changer ou effacer vos coordonnées vous-même, et retirer votre expérience.",
            "Vous pouvez aussi adresser une réclamation à la CNIL : Commission nationale de l’informatique et des libertés, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, www.cnil.fr.",
        ]),
    ];

    /// <summary>One idea a line.</summary>
    public static IReadOnlyList<NoticePart> Easy(string organiser, CallNotice notice) =>
    [
        new("Pourquoi nous demandons votre nom",
        [
            "Nous demandons votre nom et votre adresse mail.", "Vous n’êtes pas obligé de répondre.", "Nous demandons cela pour vous écrire.", "Nous ne donnons pas votre nom à d’autres personnes.",
            "Le groupe qui lit ne voit pas votre nom.", "N’écrivez pas de maladie dans le questionnaire.",
        ]),
        new("Combien de temps", notice.KeptUntilDay is { } end
            ? ["Nous gardons votre nom pendant notre travail.", $"Notre travail finit le {end.Short()}.", "Après, nous effaçons votre nom.", $"C’est fait {CallNotice.MonthsAfterWork} mois après au plus tard.", .. EasyRecontact, .. EasyWithdrawal]
            : ["Nous gardons votre nom pendant notre travail.", "Après, nous effaçons votre nom.", .. EasyRecontact, .. EasyWithdrawal]),
        new("Vos droits",
        [
            "Vous pouvez dire : montrez-moi mes informations.", "Vous pouvez dire : corrigez mes informations.", "Vous pouvez dire : effacez mes informations.",
            "Vous pouvez dire : je ne veux plus.", $"Écrivez à : {Dpo(notice)}.", "Vous pouvez aussi écrire à la CNIL.", "La CNIL protège vos informations.", "Son site : www.cnil.fr",
        ]),
        new("Qui garde vos informations", [$"C’est {organiser}."]),
    ];

    static readonly IReadOnlyList<string> EasyRecontact = ["Vous avez coché la case à la fin ?", $"Nous gardons votre nom {ContactStore.RecontactYears} ans pour d’autres projets.", "Vous pouvez dire non quand vous voulez."];

    static readonly IReadOnlyList<string> EasyWithdrawal = ["Vous pouvez retirer votre histoire.", "Après, personne ne la lit.", $"Nous l’effaçons {Forget.WithdrawnDays} jours après."];

    static string Work(CallNotice notice) => string.IsNullOrWhiteSpace(notice.Work) ? "les travaux de cet appel" : notice.Work;
    static string Dpo(CallNotice notice) => string.IsNullOrWhiteSpace(notice.DpoEmail) ? "(adresse à venir)" : notice.DpoEmail;
}
